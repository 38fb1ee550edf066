package io.tapgate.stories.referee;

import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Entry;
import io.tapgate.playground.router.device.Family;
import io.tapgate.playground.router.device.Happening;
import io.tapgate.playground.router.device.ListNames;
import io.tapgate.playground.router.device.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A day that never was, written down as a router, phones and people would have left it. */
final class Day {
  static final ListNames LISTS = new ListNames("DENY", "PERMIT", "BAN");
  static final Terms TERMS =
      new Terms(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofSeconds(2));
  static final long ALICE = 7;
  static final long MALLORY = 8;
  static final String HERE = "10.8.0.2";

  private final List<Happening> log = new ArrayList<>();
  private final List<Shown> questions = new ArrayList<>();
  private final List<Tap> taps = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private final List<Calendar.Leap> leaps = new ArrayList<>();
  private final Map<String, Entry> entries = new HashMap<>();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private Duration leapt = Duration.ZERO;
  private int count;

  List<Finding> judged() {
    return new Referee(TERMS, LISTS)
        .judge(new Evidence(log, questions, taps, troubles, new Calendar(leaps), now));
  }

  Day passes(Duration span) {
    now = now.plus(span);
    return this;
  }

  Day passes(int seconds) {
    return passes(Duration.ofSeconds(seconds));
  }

  /** The clock is pushed: no real time passes. */
  Day leaps(Duration span) {
    leaps.add(new Calendar.Leap(now.minus(leapt), span));
    leapt = leapt.plus(span);
    return passes(span);
  }

  Day away(Trouble.Whose whose, Duration span) {
    troubles.add(new Trouble(whose, now, now.plus(span)));
    return passes(span);
  }

  Session dials(String account, long chat, String caller) {
    return dials(account, chat, caller, HERE);
  }

  /** Up, and into DENY by the script. */
  Session dials(String account, long chat, String caller, String address) {
    Session session = up(account, chat, caller, address);
    out("PERMIT", address);
    in("DENY", address);
    return session;
  }

  Session alice() {
    return dials("alice", ALICE, "198.18.0.1");
  }

  Session up(String account, long chat, String caller, String address) {
    count++;
    Session session =
        new Session(
            "*" + count, "0x" + count, Account.of(account, chat), "l2tp", caller, address, now);
    happens(new Change.SessionUp(now, session));
    return session;
  }

  /** Down, and out of the lists by the script. */
  Day hangsUp(Session session) {
    down(session, Change.Why.HUNG_UP);
    out("PERMIT", session.address());
    return out("DENY", session.address());
  }

  Day down(Session session, Change.Why why) {
    return happens(new Change.SessionDown(now, session, why));
  }

  Day in(String list, String address) {
    if (!entries.containsKey(list + address)) {
      count++;
      Entry entry =
          new Entry(
              "*" + count,
              Family.FOUR,
              list,
              address,
              Optional.empty(),
              true,
              false,
              "tapgate",
              now);
      entries.put(list + address, entry);
      happens(new Change.EntryAdded(now, entry));
    }
    return this;
  }

  Day out(String list, String address) {
    Entry entry = entries.remove(list + address);
    return entry == null ? this : happens(new Change.EntryGone(now, entry, Change.Why.REMOVED));
  }

  Day permits(Session session) {
    return out("DENY", session.address()).in("PERMIT", session.address());
  }

  /** The question about this session comes to its person. Gives the token. */
  String asks(Session session) {
    count++;
    String token = "token-" + count;
    comesAgain(token, session);
    return token;
  }

  Day comesAgain(String token, Session session) {
    String text =
        "VPN login “%s” at office\nfrom %s, 1 Mar 12:00 UTC\n\nIs it you?"
            .formatted(session.account().name(), session.caller());
    questions.add(new Shown(now, session.account().chatId().orElseThrow(), token, text));
    return this;
  }

  Day taps(long person, String token) {
    taps.add(Tap.of(now, person, person, "c:" + token));
    return this;
  }

  Day refuses(long person, String token) {
    taps.add(Tap.of(now, person, person, "r:" + token));
    return this;
  }

  private Day happens(Change change) {
    log.add(new Happening(log.size() + 1L, new Cause.Hand(), change));
    return this;
  }
}
