package io.tapgate.router.gate;

import io.tapgate.address.Network;
import io.tapgate.router.HookToken;
import io.tapgate.router.Router;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A router's gate as it is wanted.
 *
 * @param profiles whose clients stand before it; empty: all that dial in
 * @param reports where the router reports to, without a slash at the end
 * @param token what it shows there
 * @param login who Tapgate is on the router
 * @param freshPassword whether the password is to be written, as the one there is not known
 * @param postOffice where the sandbox lets people through
 * @param tapgate where Tapgate comes from; empty: as the router sees it now
 */
public record Gate(
    List<String> profiles,
    String reports,
    HookToken token,
    Router.Login login,
    boolean freshPassword,
    Router.ListNames lists,
    Set<Network> postOffice,
    Optional<String> tapgate) {
  public Gate {
    profiles = List.copyOf(profiles);
    postOffice = Set.copyOf(postOffice);
  }

  /**
   * The same once it is written. Where the post office is, whoever drives the router keeps true
   * from then on, and may have heard of more.
   */
  public Gate asWritten() {
    return new Gate(profiles, reports, token, login, false, lists, Set.of(), tapgate);
  }
}
