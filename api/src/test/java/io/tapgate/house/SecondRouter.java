package io.tapgate.house;

import io.tapgate.audit.By;
import io.tapgate.connection.RouterId;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.router.AddingRouters;
import io.tapgate.router.AmendmentFixture;
import io.tapgate.router.RouterOutcome;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A router that an admin added while the house was lived in. */
final class SecondRouter implements AutoCloseable {
  static final String PASSWORD = "a password that shows nowhere";
  private static final AtomicInteger routers = new AtomicInteger();

  final PretendRouter pretend;
  final RouterId id;
  final String name;
  final String token;

  private SecondRouter(PretendRouter pretend, String name, RouterOutcome.DoneWithToken added) {
    this.pretend = pretend;
    this.name = name;
    this.id = added.router().id();
    this.token = added.token().value();
  }

  /** Its hooks carry no token yet: it is known only once it is added. */
  static SecondRouter added(AddingRouters adding) {
    return added(adding, PASSWORD);
  }

  static SecondRouter added(AddingRouters adding, String password) {
    PretendRouter pretend =
        PretendRouter.start(
            RouterSettings.usual()
                .withLogin("tapgate", PASSWORD)
                .withHooks(URI.create("http://127.0.0.1:1"), "none-yet")
                .withClock(PretendTime::now));
    String name = "cellar-" + routers.incrementAndGet();
    AmendmentFixture words =
        AmendmentFixture.cellar()
            .name(name)
            .host("127.0.0.1")
            .port(pretend.port())
            .password(password)
            .anywhere(true);
    return new SecondRouter(
        pretend, name, (RouterOutcome.DoneWithToken) adding.add(words.build(), By.tapgate()));
  }

  @Override
  public void close() {
    pretend.close();
  }
}
