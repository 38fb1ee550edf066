package io.tapgate.playground.page;

import io.tapgate.playground.Playground;
import io.tapgate.playground.PlaygroundSettings;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A whole playground, an api to report to, and a visitor. */
abstract class PageTest {
  final PretendApi api;
  final Playground playground;
  final Visitor visitor;

  PageTest() throws IOException {
    this.api = new PretendApi();
    this.playground =
        Playground.start(
            PlaygroundSettings.read(
                Map.of(
                    "PLAYGROUND_PORT", "0",
                    "PLAYGROUND_ROUTER_PORT", "0",
                    "TELEGRAM_TOKEN", "1:secret",
                    "ROUTER_PASSWORD", "password",
                    "HOOK_TOKEN", "hook",
                    "ADMIN_CHATS", "42,-100",
                    "API_URL", api.url().toString())));
    this.visitor = new Visitor(playground);
  }

  @AfterEach
  void close() {
    playground.close();
    api.close();
  }
}
