package io.tapgate.playground;

/** Starts the playground from its environment and runs until it is told to end. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    try {
      Playground playground = Playground.start(PlaygroundSettings.read(System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(playground::close, "playground-end"));
      System.out.println(
          "playground ready: page "
              + playground.url()
              + " router 127.0.0.1:"
              + playground.router().port());
    } catch (PlaygroundSettings.Unusable | Playground.PortTaken hopeless) {
      System.err.println("playground: " + hopeless.getMessage());
      System.exit(1);
    }
  }
}
