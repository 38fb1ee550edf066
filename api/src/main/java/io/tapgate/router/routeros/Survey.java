package io.tapgate.router.routeros;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.Network;
import io.tapgate.address.TunnelAddress;
import io.tapgate.router.Overview;
import io.tapgate.router.Overview.Roll;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A router read whole: five commands, sent together, however many entries and sessions it has. */
final class Survey {
  private static final int ROUNDS = 4;
  private static final int BATCH = 100;

  private final Conversation conversation;
  private final Lists lists;
  private final Command four;
  private final Command six;

  Survey(Conversation conversation, Lists lists) {
    this.conversation = conversation;
    this.lists = lists;
    this.four = Phrasebook.entries(ListedAddress.FOUR, lists);
    this.six = Phrasebook.entries(ListedAddress.SIX, lists);
  }

  Overview overview() {
    Command sessions = Phrasebook.sessions();
    Command behind = Phrasebook.sessionInterfaces();
    Command gated = Phrasebook.gatedInterfaces();
    List<Answer> answers = conversation.askAll(List.of(four, six, sessions, behind, gated));
    List<Written> written = written(answers);
    List<Session> up = ActiveSessions.sessions(answers.get(2), sessions);
    return new Overview(
        up,
        gated(answers.get(3).items(behind), answers.get(4).items(gated)),
        roll(written, lists.deny(), TunnelAddress::parse),
        roll(written, lists.permit(), TunnelAddress::parse),
        roll(written, lists.ban(), CallerAddress::parse),
        sandbox(answers.getFirst().items(four)),
        strangers(written).map(Written::address).toList());
  }

  void clearStrangers() {
    List<Written> left = readStrangers();
    for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
      remove(left);
      left = readStrangers();
    }
    if (!left.isEmpty()) {
      throw new RouterTrouble.Refused(
          "the router still has "
              + Reply.shown(left.getFirst().address())
              + " in "
              + lists.permit()
              + ", which would let in whoever gets one of its addresses");
    }
  }

  private List<Written> readStrangers() {
    return strangers(written(conversation.askAll(List.of(four, six)))).toList();
  }

  private void remove(List<Written> some) {
    for (String menu : List.of(ListedAddress.FOUR, ListedAddress.SIX)) {
      List<ItemId> ids =
          some.stream().filter(one -> one.menu().equals(menu)).map(Written::id).toList();
      for (int from = 0; from < ids.size(); from += BATCH) {
        Command remove =
            Phrasebook.removeEntries(menu, ids.subList(from, Math.min(from + BATCH, ids.size())));
        if (conversation.ask(remove) instanceof Answer.Trapped trapped
            && !trapped.says("no such item")) {
          throw trapped.refusal(remove);
        }
      }
    }
  }

  /** One entry as the router has it. */
  private record Written(String menu, Entry entry, String address) {
    ItemId id() {
      return entry.id();
    }
  }

  private List<Written> written(List<Answer> answers) {
    List<Written> all = new ArrayList<>();
    answers.get(0).items(four).forEach(item -> all.add(written(ListedAddress.FOUR, item)));
    answers.get(1).items(six).forEach(item -> all.add(written(ListedAddress.SIX, item)));
    return all.stream().filter(one -> one.entry().stands()).toList();
  }

  private static Written written(String menu, Item item) {
    return new Written(menu, Entry.of(item), item.get("address"));
  }

  private static <A> Roll<A> roll(
      List<Written> written, ListName list, Function<String, A> address) {
    return new Roll<>(
        addresses(written, one -> one.isIn(list), address),
        addresses(written, one -> one.isIn(list) && one.isOurs(), address));
  }

  /** One that an admin disabled is not missed. */
  private static Overview.Roll<Network> sandbox(List<Item> entries) {
    List<Item> there =
        entries.stream().filter(item -> Entry.of(item).list().equals(Phrasebook.SANDBOX)).toList();
    return new Overview.Roll<>(
        networks(there.stream()), networks(there.stream().filter(item -> Entry.of(item).isOurs())));
  }

  private static Set<Network> networks(Stream<Item> entries) {
    return entries.flatMap(item -> SandboxList.network(item).stream()).collect(Collectors.toSet());
  }

  private static <A> Set<A> addresses(
      List<Written> written, Predicate<Entry> which, Function<String, A> address) {
    return written.stream()
        .filter(one -> which.test(one.entry()))
        .flatMap(one -> single(one.address(), address).stream())
        .collect(Collectors.toSet());
  }

  private Stream<Written> strangers(List<Written> written) {
    return written.stream()
        .filter(one -> one.entry().isIn(lists.permit()))
        .filter(one -> single(one.address(), TunnelAddress::parse).isEmpty());
  }

  /** Bare, or with the prefix of a single address. */
  private static <A> Optional<A> single(String written, Function<String, A> address) {
    try {
      String prefix = written.indexOf(':') < 0 ? "/32" : "/128";
      String bare =
          written.endsWith(prefix)
              ? written.substring(0, written.length() - prefix.length())
              : written;
      return Optional.of(address.apply(bare));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Set<TunnelAddress> gated(List<Item> behind, List<Item> gated) {
    Set<String> interfaces =
        gated.stream()
            .filter(member -> !member.is("disabled"))
            .flatMap(member -> member.find("interface").stream())
            .collect(Collectors.toSet());
    Set<TunnelAddress> all = new HashSet<>();
    for (Item address : behind) {
      if (address.find("interface").filter(interfaces::contains).isPresent()) {
        address
            .find("network")
            .flatMap(one -> single(one, TunnelAddress::parse))
            .ifPresent(all::add);
      }
    }
    return all;
  }
}
