package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.console.Plain;
import io.tapgate.cli.console.Wrapped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The story of one connection, as the api tells it. */
@Command(name = "why", description = "Why a connection is where it is.")
final class Why implements Runnable {
  private final Tapgate tapgate;

  @Parameters(paramLabel = "CONNECTION", description = "Its number, as connection list shows it.")
  private String connection = "";

  Why(Tapgate tapgate) {
    this.tapgate = tapgate;
  }

  @Override
  public void run() {
    tell(tapgate, connection);
  }

  static void tell(Tapgate tapgate, String connection) {
    String id = Lists.id(connection, "connection");
    Answer answer = tapgate.api().get("/connections/" + id + "/why");
    if (tapgate.json()) {
      tapgate.print(answer.body().strip() + "\n");
      return;
    }
    Json why = answer.json();
    tapgate.say(why.text("summary"));
    int room = tapgate.terminal().columns();
    for (Json sentence : why.items("sentences")) {
      String at = tapgate.moments().at(sentence.instant("at"));
      String padded = at + " ".repeat(Math.max(0, 12 - at.length()));
      String text = Wrapped.text(Plain.of(sentence.text("text")), room - 16, 16);
      tapgate.print("  " + padded + "  " + text + "\n");
    }
  }
}
