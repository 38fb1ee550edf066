package io.tapgate.router.routeros;

import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.account.Account;
import io.tapgate.router.account.AccountComment;
import io.tapgate.router.account.AccountPassword;
import io.tapgate.router.account.NewAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The accounts a router keeps. What is wished is sent for each that does not show it, together with
 * the next reading; only a reading that shows it ends it.
 */
final class Secrets {
  private static final int ROUNDS = 4;

  private final Conversation conversation;

  Secrets(Conversation conversation) {
    this.conversation = conversation;
  }

  /** One of them, as the router names it for now. */
  record Secret(ItemId id, Account account) {
    boolean isOurs() {
      return account.isOurs();
    }
  }

  List<Account> all() {
    Command print = AccountPhrases.secrets();
    return conversation.ask(print).items(print).stream().map(Secrets::account).toList();
  }

  /** Of those whose name a report could carry. */
  Map<AccountName, ChatId> chats() {
    Map<AccountName, ChatId> chats = new HashMap<>();
    all()
        .forEach(account ->
            account
                .comment()
                .chat()
                .ifPresent(chat -> name(account).ifPresent(name -> chats.putIfAbsent(name, chat))));
    return chats;
  }

  private static Optional<AccountName> name(Account account) {
    try {
      return Optional.of(new AccountName(account.name()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  List<Secret> of(AccountName name) {
    Command print = AccountPhrases.secretsOf(name);
    return listed(conversation.ask(print), print);
  }

  /** False if the router says that there is one of this name. */
  boolean add(NewAccount account) {
    Command add = AccountPhrases.add(account);
    if (conversation.ask(add) instanceof Answer.Trapped trapped) {
      if (trapped.says("exists") || trapped.says("already have")) {
        return false;
      }
      throw trapped.refusal(add);
    }
    return true;
  }

  List<Secret> disable(AccountName name, List<Secret> seen, boolean disabled) {
    return make(
        name,
        seen,
        one -> one.account().disabled() == disabled,
        one -> AccountPhrases.disable(one.id(), disabled));
  }

  List<Secret> remove(AccountName name, List<Secret> seen) {
    return make(name, seen, _ -> false, one -> AccountPhrases.remove(one.id()));
  }

  /** Once for each: nobody can read whether it is so already. */
  List<Secret> renew(AccountName name, List<Secret> seen, AccountPassword password) {
    List<Command> steps = new ArrayList<>();
    seen.forEach(one -> steps.add(AccountPhrases.renew(one.id(), password)));
    return sent(name, steps);
  }

  /** Nothing is done to one that has lost our comment meanwhile. */
  private List<Secret> make(
      AccountName name,
      List<Secret> seen,
      Predicate<Secret> isSo,
      Function<Secret, Command> makeSo) {
    List<Secret> now = seen;
    for (int round = 0; round < ROUNDS && !now.stream().allMatch(isSo); round++) {
      List<Command> steps = new ArrayList<>();
      now.stream().filter(isSo.negate()).map(makeSo).forEach(steps::add);
      now = sent(name, steps);
      if (!now.stream().allMatch(Secret::isOurs)) {
        break;
      }
    }
    if (!now.stream().allMatch(isSo)) {
      throw new RouterTrouble.Refused(
          "the router lists the account " + Reply.shown(name.value()) + " as it was before");
    }
    return now;
  }

  private List<Secret> sent(AccountName name, List<Command> steps) {
    Command print = AccountPhrases.secretsOf(name);
    List<Command> all = new ArrayList<>(steps);
    all.add(print);
    List<Answer> answers = conversation.askAll(all);
    for (int i = 0; i < steps.size(); i++) {
      if (answers.get(i) instanceof Answer.Trapped trapped && !trapped.says("no such item")) {
        throw trapped.refusal(steps.get(i));
      }
    }
    return listed(answers.getLast(), print);
  }

  private static List<Secret> listed(Answer answer, Command print) {
    return answer.items(print).stream().map(item -> new Secret(item.id(), account(item))).toList();
  }

  private static Account account(Item item) {
    return new Account(
        item.find("name").orElse(""),
        item.find("profile").orElse("default"),
        item.find("service").orElse("any"),
        item.is("disabled"),
        new AccountComment(item.find("comment").orElse("")),
        item.find("last-logged-out").filter(text -> !isNever(text)));
  }

  /** The beginning of time stands for never: {@code 1970-01-01}, or {@code jan/01/1970}. */
  private static boolean isNever(String moment) {
    return moment.contains("1970");
  }
}
