package io.tapgate.router;

import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A router as those handle it who are not Tapgate: its admin, its clients, time, and a test. */
public interface RouterAtHand extends AutoCloseable {

  /** Where it is and how to log in. */
  Router router();

  /** A client comes up on this address; what is on up does what it does on a real router. */
  SessionId comesUp(String name, String caller, TunnelAddress address);

  /** The client dials again from the same place to the same address, and is another session. */
  SessionId redials(SessionId session);

  boolean isUp(SessionId session);

  /** The client opens a connection to the other side; only a permitted one gets through. */
  boolean getsThrough(SessionId session);

  /** How many connections the router tracks for this address. */
  int connections(TunnelAddress address);

  /** The admin adds an entry; an empty comment is none, an empty time means for ever. */
  void adds(String list, String address, String comment, Optional<Duration> span, boolean disabled);

  /** The entries of this very address in this list. */
  List<Listed> entries(String list, String address);

  /** The admin adds an account; an empty comment is none. */
  void addsAccount(String name, String password, String comment, boolean disabled);

  /** The admin disables it; who is in stays in. */
  void disablesAccount(String name);

  /** Somebody was dialled in with it until then, as the router writes it. */
  void wasIn(String name, String until);

  /** The accounts of this name, passwords and all. */
  List<Kept> accounts(String name);

  /** The admin adds a profile. */
  void addsProfile(String name, boolean gated);

  /** How many entries this list has. */
  int count(String list);

  /** How many commands it has heard. */
  int commands();

  void timePasses(Duration span);

  /** It takes what is said, does nothing of it, and answers nothing. */
  void fallsSilent();

  /** It does what is said, and answers nothing. */
  void answersNothing();

  /** Lines that are open fall silent for good; who calls anew is answered. */
  void losesItsLines();

  /** So many replies on a line are whole; the next one breaks off, and the line is cut. */
  void breaksOffAfter(int replies);

  /** All that it says comes this much later. */
  void answersLater(Duration delay);

  /** It lets nobody in any more, and cuts who is. */
  void letsNobodyIn();

  /** The user has lost the right to do these things; none given: to do anything. */
  void refuses(Deed... deeds);

  /** It ends the line with a word instead of doing what it is told. */
  void endsTheLine();

  /** As after a power cut: lines, sessions and whatever had a time are gone. */
  void reboots();

  /** Its port is closed, every line cut. */
  void goesDown();

  void comesBack();

  @Override
  void close();

  /** What may be done to a list, or to sessions and connections. */
  enum Deed {
    READ,
    ADD,
    CHANGE,
    REMOVE
  }

  /** An account as it is kept. */
  record Kept(
      String name,
      String password,
      String profile,
      String service,
      String comment,
      boolean disabled) {}

  /** An entry as the test sees it. */
  record Listed(Optional<Duration> left, String comment, boolean disabled) {}
}
