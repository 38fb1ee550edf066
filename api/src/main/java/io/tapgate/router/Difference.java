package io.tapgate.router;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.Network;
import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing in which a router and the record do not agree. */
public sealed interface Difference {

  /** Everything that can be different, in the words of metrics and of the audit. */
  static List<String> words() {
    return Stream.of(Kind.values()).map(Kind::word).toList();
  }

  Kind kind();

  /** Where: an address, or what stands in its place. */
  String where();

  /** What is different, in the words of metrics and of the audit. */
  enum Kind {
    /** The session of a live connection is not listed. */
    SESSION_GONE,
    /** A session is listed that no report accounts for. */
    SESSION_UNREPORTED,
    /** PERMIT holds an address that nobody was confirmed on. */
    PERMIT_UNPROVEN,
    /** PERMIT holds something that is no single address. */
    PERMIT_OF_MANY,
    /** A confirmed connection has no permit, or is denied. */
    PERMIT_MISSING,
    /** Somebody who is asked about is not in DENY. */
    DENIAL_MISSING,
    /** DENY holds an address by our hand, and nobody is there. */
    DENIAL_LEFT,
    /** A banned caller is not in BAN. */
    BAN_MISSING,
    /** BAN holds a caller by our hand, and no ban in force names it. */
    BAN_LEFT,
    /** The sandbox does not let through what it should, or what is the post office's no more. */
    POST_OFFICE_MOVED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The newest connection on an address is not what the router shows. Its driver's try decides. */
  record Doubtful(Kind kind, Connection connection) implements Difference {
    @Override
    public String where() {
      return connection.dial().tunnel().toString();
    }
  }

  /** Somebody is up on an address that no connection is on record of. */
  record Unheard(Session session) implements Difference {
    @Override
    public Kind kind() {
      return Kind.SESSION_UNREPORTED;
    }

    @Override
    public String where() {
      return session.address().toString();
    }
  }

  /**
   * An address stands in our lists that no connection is on record of.
   *
   * @param isUp whether somebody's session is there
   */
  record Unclaimed(Kind kind, TunnelAddress address, boolean isUp) implements Difference {
    @Override
    public String where() {
      return address.toString();
    }
  }

  /** A network, a range or a name in PERMIT: it would let in whoever dials in next. */
  record Stranger(String written) implements Difference {
    @Override
    public Kind kind() {
      return Kind.PERMIT_OF_MANY;
    }

    @Override
    public String where() {
      return written;
    }
  }

  /**
   * The post office is not, or not only, where the sandbox lets people through.
   *
   * @param missing those that are not let through
   * @param left those that are, by our hand, and are somebody else's by now
   */
  record Moved(Set<Network> missing, Set<Network> left) implements Difference {
    public Moved {
      missing = Set.copyOf(missing);
      left = Set.copyOf(left);
    }

    @Override
    public Kind kind() {
      return Kind.POST_OFFICE_MOVED;
    }

    @Override
    public String where() {
      return Stream.concat(missing.stream(), left.stream())
          .map(Network::toString)
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  /** A caller who should be kept out and is not, or the other way round. */
  record Banned(Kind kind, CallerAddress caller) implements Difference {
    @Override
    public String where() {
      return caller.toString();
    }
  }
}
