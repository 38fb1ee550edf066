package io.tapgate.router.routeros;

import io.tapgate.address.Network;
import io.tapgate.router.RouterTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The networks that the sandbox lets through. Entries of the admin's serve as well, and stay. */
final class SandboxList {
  private static final int ROUNDS = 4;

  private final Conversation conversation;

  SandboxList(Conversation conversation) {
    this.conversation = conversation;
  }

  void make(Set<Network> these, Set<Network> notThose) {
    for (int round = 0; round < ROUNDS; round++) {
      List<Command> missing = missing(read(), these, notThose);
      if (missing.isEmpty()) {
        return;
      }
      List<Answer> answers = conversation.askAll(missing);
      for (int i = 0; i < missing.size(); i++) {
        boolean _ = AddressLists.isDone(missing.get(i), answers.get(i));
      }
    }
    throw new RouterTrouble.Refused(
        "the router does not show "
            + Phrasebook.SANDBOX
            + " as it was asked to, though it was asked "
            + ROUNDS
            + " times");
  }

  private static List<Command> missing(
      List<Item> there, Set<Network> these, Set<Network> notThose) {
    Set<Network> found =
        there.stream().flatMap(item -> network(item).stream()).collect(Collectors.toSet());
    List<Command> missing = new ArrayList<>();
    these.stream()
        .filter(network -> !found.contains(network))
        .forEach(network -> missing.add(Phrasebook.addSandboxEntry(network)));
    List<ItemId> left =
        there.stream()
            .filter(item -> Entry.of(item).isOurs())
            .filter(item -> network(item).filter(notThose::contains).isPresent())
            .map(Item::id)
            .toList();
    if (!left.isEmpty()) {
      missing.add(Phrasebook.removeEntries(ListedAddress.FOUR, left));
    }
    return missing;
  }

  private List<Item> read() {
    Command print = Phrasebook.sandboxEntries();
    return conversation.ask(print).items(print);
  }

  /** Empty for what is no network, such as a name. */
  static Optional<Network> network(Item item) {
    try {
      return Optional.of(Network.parse(item.get("address")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
