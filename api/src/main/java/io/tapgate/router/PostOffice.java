package io.tapgate.router;

import io.tapgate.address.Network;
import java.util.Set;

/** Whose servers carry the questions, and where they are. */
public interface PostOffice {

  /** Never waits: what is known by now. */
  Networks networks();

  /**
   * Where somebody in the sandbox may go, so that a person whose phone is the VPN client can tap.
   *
   * @param published whether the post office itself said so lately; else it is what was true when
   *     this Tapgate was made, and more may be true by now
   */
  record Networks(Set<Network> all, boolean published) {
    public Networks {
      all = Set.copyOf(all);
    }
  }
}
