package io.tapgate.router.routeros;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.Network;
import io.tapgate.address.TunnelAddress;
import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.connection.SessionId;
import io.tapgate.router.Overview;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Sight;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A conversation with a router that runs RouterOS. */
final class RouterosDoor implements RouterDoor {
  private static final int ROUNDS = 4;

  private final Conversation conversation;
  private final Lists lists;
  private final AddressLists entries;
  private final ActiveSessions sessions;
  private final TrackedConnections connections;

  RouterosDoor(Conversation conversation, Lists lists) {
    this.conversation = conversation;
    this.lists = lists;
    this.entries = new AddressLists(conversation);
    this.sessions = new ActiveSessions(conversation);
    this.connections = new TrackedConnections(conversation);
  }

  @Override
  public Sight look(TunnelAddress address) {
    ListedAddress listed = ListedAddress.of(address);
    Command sessionsAt = Phrasebook.sessionsAt(listed);
    Command entriesOf = Phrasebook.entriesOf(listed);
    List<Answer> answers = conversation.askAll(List.of(sessionsAt, entriesOf));
    List<Entry> seen = AddressLists.entries(answers.getLast(), entriesOf);
    return new Sight(
        ActiveSessions.sessions(answers.getFirst(), sessionsAt, address),
        stands(seen, lists.deny()),
        stands(seen, lists.permit()));
  }

  @Override
  public Overview survey() {
    return new Survey(conversation, lists).overview();
  }

  @Override
  public Map<AccountName, ChatId> chats() {
    return new Secrets(conversation).chats();
  }

  @Override
  public void clearStrangers() {
    new Survey(conversation, lists).clearStrangers();
  }

  /** Out of PERMIT and cut before it counts as denied: a denial must find nothing open. */
  @Override
  public void deny(TunnelAddress address) {
    shut(ListedAddress.of(address), Wishes::denied);
  }

  @Override
  public void permit(TunnelAddress address, Duration lease, BooleanSupplier may) {
    ListedAddress listed = ListedAddress.of(address);
    Wish permitted = new Wishes(listed, lists).permitted(lease);
    entries.make(listed, permitted.onlyWhile(may), entries.read(listed));
  }

  /** DENY goes last: whatever fails on the way leaves the address out. */
  @Override
  public void clear(TunnelAddress address) {
    shut(ListedAddress.of(address), Wishes::notDenied);
  }

  /** Anew when the last reading shows a permit again: somebody gave it while we cut. */
  private void shut(ListedAddress listed, Function<Wishes, Wish> last) {
    Wishes wishes = new Wishes(listed, lists);
    List<Entry> seen = entries.read(listed);
    for (int round = 0; round < ROUNDS; round++) {
      seen = entries.make(listed, wishes.notPermitted(), seen);
      connections.cut(listed);
      seen = entries.make(listed, last.apply(wishes), seen);
      if (seen.stream().noneMatch(entry -> entry.isIn(lists.permit()))) {
        return;
      }
    }
    throw new RouterTrouble.Refused(
        listed.text()
            + " is put into "
            + lists.permit()
            + " again and again; does somebody else than this Tapgate drive the router?");
  }

  @Override
  public void drop(SessionId session) {
    sessions.drop(session);
  }

  @Override
  public void ban(CallerAddress caller, Optional<Duration> span) {
    ListedAddress listed = ListedAddress.of(caller);
    entries.make(listed, new Wishes(listed, lists).banned(span), entries.read(listed));
  }

  @Override
  public void pardon(CallerAddress caller) {
    ListedAddress listed = ListedAddress.of(caller);
    entries.make(listed, new Wishes(listed, lists).notBanned(), entries.read(listed));
  }

  @Override
  public void letThrough(Set<Network> these, Set<Network> notThose) {
    new SandboxList(conversation).make(these, notThose);
  }

  /** A no is a sign of life as well. */
  @Override
  public void knock() {
    Answer _ = conversation.ask(Phrasebook.knock());
  }

  @Override
  public boolean isOpen() {
    return conversation.isOpen();
  }

  @Override
  public void close() {
    conversation.close();
  }

  private static boolean stands(List<Entry> seen, ListName list) {
    return seen.stream().anyMatch(entry -> entry.isIn(list) && entry.stands());
  }
}
