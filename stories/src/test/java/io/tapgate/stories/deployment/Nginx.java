package io.tapgate.stories.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An nginx of the test's own, with our configuration and a certificate made for it. */
final class Nginx implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path OURS = Path.of("../nginx/tapgate.conf").toAbsolutePath().normalize();

  private final Process process;
  private final HttpClient client;
  private final int port;

  private Nginx(Process process, HttpClient client, int port) {
    this.process = process;
    this.client = client;
    this.port = port;
  }

  static Nginx before(int api, Path folder) throws Exception {
    Path program = find();
    Certificate certificate = Certificate.in(folder);
    int port = freePort();
    Files.writeString(folder.resolve("nginx.conf"), configuration(api, port, folder));
    String said = run(program, folder, "-t");
    assertThat(said).contains("syntax is ok", "test is successful").doesNotContain("[warn]");
    Process process = command(program, folder).inheritIO().start();
    Nginx nginx = new Nginx(process, certificate.trustedBy(), port);
    nginx.awaitAnswer();
    return nginx;
  }

  /** A skip is a failure where everything has to run. */
  private static Path find() {
    Optional<Path> found =
        Stream.concat(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")),
                Stream.of("/usr/sbin"))
            .map(folder -> Path.of(folder, "nginx"))
            .filter(Files::isExecutable)
            .findFirst();
    if (System.getenv("TAPGATE_NO_SKIP") == null) {
      Assumptions.assumeTrue(found.isPresent(), "nginx is missing: apt-get install nginx");
    }
    return found.orElseThrow(() -> new AssertionError("nginx is missing: apt-get install nginx"));
  }

  /** Ours word for word, but for the three places that belong to a machine. */
  private static String configuration(int api, int port, Path folder) throws IOException {
    String ours = Files.readString(OURS);
    assertThat(ours).contains("server api:8080;", "listen 8443 ssl;", "/etc/nginx/certs/");
    return """
    daemon off;
    master_process off;
    pid %1$s/nginx.pid;
    error_log stderr warn;
    events {}
    http {
      access_log off;
      client_body_temp_path %1$s/body;
      proxy_temp_path %1$s/proxy;
      fastcgi_temp_path %1$s/fastcgi;
      uwsgi_temp_path %1$s/uwsgi;
      scgi_temp_path %1$s/scgi;
    %2$s}
    """
        .formatted(
            folder,
            ours.replace("server api:8080;", "server 127.0.0.1:" + api + ";")
                .replace("listen 8443 ssl;", "listen 127.0.0.1:" + port + " ssl;")
                .replace("/etc/nginx/certs/", folder + "/"));
  }

  private static String run(Path program, Path folder, String flag) throws Exception {
    ProcessBuilder builder = command(program, folder);
    builder.command().add(flag);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private static ProcessBuilder command(Path program, Path folder) {
    String configuration = folder.resolve("nginx.conf").toString();
    List<String> words =
        List.of(program.toString(), "-p", folder.toString(), "-c", configuration, "-e", "stderr");
    return new ProcessBuilder(new ArrayList<>(words));
  }

  private void awaitAnswer() throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!listens()) {
      assertThat(process.isAlive()).as("nginx runs").isTrue();
      assertThat(Instant.now()).as("nginx listens in time").isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private boolean listens() throws InterruptedException {
    try {
      return get("/") == 404;
    } catch (IOException notYet) {
      return false;
    }
  }

  int get(String path) throws IOException, InterruptedException {
    return status(request(path).GET().build());
  }

  int post(String path) throws IOException, InterruptedException {
    return post(path, "{}");
  }

  int post(String path, String body) throws IOException, InterruptedException {
    return status(request(path).POST(BodyPublishers.ofString(body)).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path)).timeout(PATIENCE);
  }

  private int status(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }
}
