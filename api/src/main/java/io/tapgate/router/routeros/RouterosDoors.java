package io.tapgate.router.routeros;

import io.tapgate.router.Router;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterDoors;
import io.tapgate.router.RouterTrouble;

/** Opens the doors of routers that run RouterOS 7. */
public final class RouterosDoors implements RouterDoors {
  private final Limits limits;

  public RouterosDoors() {
    this(Limits.usual());
  }

  public RouterosDoors(Limits limits) {
    this.limits = limits;
  }

  @Override
  public RouterDoor open(Router router) {
    Lists lists = checked(router);
    Conversation conversation = Conversation.over(dialling(router).dial(), limits);
    try {
      logIn(conversation, router);
      return new RouterosDoor(conversation, lists);
    } catch (RuntimeException refused) {
      conversation.close();
      throw refused;
    }
  }

  /** Whatever is wrong with our own settings is said before a byte is sent. */
  private static Lists checked(Router router) {
    try {
      Phrasebook.login(router.login());
      if (router.host().isBlank() || router.port() < 1 || router.port() > 65_535) {
        throw new IllegalArgumentException("a router has a host, and a port from 1 to 65535");
      }
      return Lists.of(router.lists());
    } catch (IllegalArgumentException wrong) {
      throw unusable(router, wrong);
    }
  }

  private Dialling dialling(Router router) {
    try {
      return new Dialling(router, limits);
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
    switch (conversation.ask(Phrasebook.login(router.login()))) {
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
}
