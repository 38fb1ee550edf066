package io.tapgate.router.routeros;

import io.tapgate.router.OffLimits;
import io.tapgate.router.Router;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterDoors;
import io.tapgate.router.RouterTerms;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Trust;
import io.tapgate.router.account.AccountDoor;
import io.tapgate.router.account.AccountDoors;
import java.util.regex.Pattern;

/** Opens the doors of routers that run RouterOS 7. */
public final class RouterosDoors implements RouterDoors, AccountDoors {
  private static final Pattern HOST = Pattern.compile(RouterTerms.HOST);

  private final Limits limits;
  private final OffLimits offLimits;

  public RouterosDoors() {
    this(Limits.usual());
  }

  public RouterosDoors(Limits limits) {
    this(limits, OffLimits.ofAnyMachine());
  }

  public RouterosDoors(Limits limits, OffLimits offLimits) {
    this.limits = limits;
    this.offLimits = offLimits;
  }

  @Override
  public RouterDoor open(Router router) {
    Lists lists = checked(router);
    return new RouterosDoor(loggedIn(router), lists);
  }

  /** Connects and logs in, for whoever has more to say than a door does. */
  public Conversation converse(Router router) {
    Lists _ = checked(router);
    return loggedIn(router);
  }

  @Override
  public AccountDoor openAccounts(Router router) {
    Lists _ = checked(router);
    return new RouterosAccounts(loggedIn(router));
  }

  private Conversation loggedIn(Router router) {
    Conversation conversation = Conversation.over(dialling(router).dial(), limits);
    try {
      logIn(conversation, router);
      return conversation;
    } catch (RuntimeException refused) {
      conversation.close();
      throw refused;
    }
  }

  /** Whatever is wrong with our own settings is said before a byte is sent. */
  private static Lists checked(Router router) {
    try {
      Phrasebook.login(router.login());
      if (!HOST.matcher(router.host()).matches()) {
        throw new IllegalArgumentException(
            "its host is neither a host name nor an IP address; write it alone, without http://");
      }
      if (router.port() < 1 || router.port() > 65_535) {
        throw new IllegalArgumentException("its port is not from 1 to 65535");
      }
      return Lists.of(router.lists());
    } catch (IllegalArgumentException wrong) {
      throw unusable(router, wrong);
    }
  }

  private Dialling dialling(Router router) {
    try {
      return new Dialling(router, limits, offLimits);
    } catch (IllegalArgumentException wrong) {
      throw unusable(router, wrong);
    }
  }

  private static RouterTrouble.Refused unusable(Router router, IllegalArgumentException wrong) {
    return new RouterTrouble.Refused(
        "the settings of the router " + router.name() + " cannot be used: " + wrong.getMessage(),
        wrong);
  }

  private static void logIn(Conversation conversation, Router router) {
    switch (answerToLogin(conversation, router)) {
      case Answer.Complete complete when complete.closing().containsKey("ret") ->
          throw new RouterTrouble.Refused(
              "the router "
                  + router.name()
                  + " is too old: it asks for the login of before RouterOS 6.43; Tapgate needs"
                  + " RouterOS 7.12 or newer");
      case Answer.Complete _ -> {}
      case Answer.Trapped trapped ->
          throw new RouterTrouble.Refused(
              "the router "
                  + router.name()
                  + " does not let the user "
                  + router.login().username()
                  + " in: "
                  + Reply.shown(trapped.message())
                  + "; check the user name and password, that the user's group has the policies"
                  + " api, read and write, and the addresses it may come from");
    }
  }

  /** A router turns away whom it does not serve, or not on this port, without a word. */
  private static Answer answerToLogin(Conversation conversation, Router router) {
    try {
      return conversation.ask(Phrasebook.login(router.login()));
    } catch (RouterTrouble.Silent silent) {
      String service =
          router.trust() instanceof Trust.Plain ? "api (usually 8728)" : "api-ssl (usually 8729)";
      throw new RouterTrouble.Silent(
          silent.getMessage()
              + ", and the login was not answered; is this the port of its service "
              + service
              + ", and may this machine use it (/ip/service, address=)?",
          silent);
    }
  }
}
