package io.tapgate.stories.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of the launcher in a folder of its own, on a machine that has next to nothing. */
final class Folder {
  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  /** Two launchers that look for free ports in the same moment would find the same ones. */
  static final String PLAYGROUND_PORTS = "the ports of a playground";

  private static final List<String> PLAIN_TOOLS =
      List.of(
          "awk",
          "cat",
          "cp",
          "dirname",
          "env",
          "find",
          "head",
          "id",
          "mkdir",
          "mv",
          "nice",
          "od",
          "ps",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sleep",
          "tail",
          "tr",
          "wc");

  private static final Path DOORS = compiledDoors();

  private final Path home;
  private final List<String> shell;
  private final Map<String, String> environment = new HashMap<>();

  Folder(Path home, List<String> shell) throws IOException {
    this.home = home;
    this.shell = shell;
    copy(REPOSITORY.resolve("tapgate"));
    copy(REPOSITORY.resolve("you_need.env"));
    copy(REPOSITORY.resolve("launcher"));
    Files.createDirectories(home.resolve("notes"));
    environment.put("PATH", home.resolve("bin") + ":" + plainTools());
    environment.put("HOME", home.toString());
    environment.put("TAPGATE_JDKS", home.resolve("jdks").toString());
    environment.put("STAND_IN_NOTES", home.resolve("notes").toString());
  }

  /** Links to the plain tools and to nothing else, made once; folders are made side by side. */
  private static synchronized Path plainTools() throws IOException {
    Path folder = Path.of("target/plain-tools").toAbsolutePath();
    Files.createDirectories(folder);
    for (String tool : PLAIN_TOOLS) {
      Path link = folder.resolve(tool);
      if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(link, find(tool).orElseThrow());
      }
    }
    return folder;
  }

  private static Path compiledDoors() {
    Path classes = Path.of("target/doors").toAbsolutePath();
    String source = REPOSITORY.resolve("launcher/Doors.java").toString();
    int errors =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(System.out, System.err, "-d", classes.toString(), source);
    assertThat(errors).isZero();
    return classes;
  }

  /** Every shell of this machine that the launcher should run with, each once. */
  static Stream<List<String>> shells() {
    Map<Path, List<String>> found = new LinkedHashMap<>();
    for (String name : List.of("dash", "bash", "busybox", "sh")) {
      find(name).ifPresent(path -> found.putIfAbsent(real(path), command(path)));
    }
    return found.values().stream();
  }

  private static List<String> command(Path shell) {
    return shell.endsWith("busybox") ? List.of(shell.toString(), "sh") : List.of(shell.toString());
  }

  private static Path real(Path link) {
    try {
      return link.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a program is on the path of whoever runs the tests. */
  static Optional<Path> find(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
        .map(folder -> Path.of(folder).resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Folder with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Folder withDotenv(String text) throws IOException {
    write(".env", text);
    return this;
  }

  /**
   * A JDK that is the real one behind a door: jars lead to the stand-in, the command line to a note
   * of what it was given (it ends with 7), and the launcher's own program, which Java would compile
   * at each start, to the one compiled once.
   */
  Folder withJdk(int version) throws IOException {
    Path jdk = home.resolve("jdks/jdk-" + version);
    write("jdks/jdk-" + version + "/release", "JAVA_VERSION=\"" + version + ".0.1\"\n");
    Path real = Path.of(System.getProperty("java.home")).resolve("bin/java");
    Path classes = Path.of("target/test-classes").toAbsolutePath();
    writeProgram(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        case "$*" in
          *io.tapgate.cli.Main*) printf '%%s\n' "$@" >"$STAND_IN_NOTES/cli.words"
            env >"$STAND_IN_NOTES/cli.environment"; pwd -P >"$STAND_IN_NOTES/cli.folder"; exit 7 ;;
          *io.tapgate.cli.*) exit 1 ;;
          *.jar) exec "%1$s" -XX:TieredStopAtLevel=1 -cp "%2$s" io.tapgate.stories.launcher.StandIn "$@" ;;
          *launcher/Doors.java*) while [ "$1" != launcher/Doors.java ]; do shift; done; shift
            exec "%1$s" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "%3$s" Doors "$@" ;;
        esac
        exec "%1$s" "$@"
        """
            .formatted(real, classes, DOORS));
    writeProgram(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    return this;
  }

  Folder withJars() throws IOException {
    for (String part : List.of("api", "watcher", "playground", "cli")) {
      write(part + "/target/" + part + "-run.jar", "");
    }
    return this;
  }

  /** A Maven that writes down its words and its JAVA_HOME, makes the jars if told, and ends so. */
  Folder withMaven(int exitCode) throws IOException {
    writeProgram(
        home.resolve("bin/mvn"),
        """
        #!/bin/sh
        echo "JAVA_HOME=$JAVA_HOME TELEGRAM_TOKEN=${TELEGRAM_TOKEN:-}" >>notes/mvn
        echo "$@" >>notes/mvn
        for part in api watcher playground cli; do
          [ %1$d -ne 0 ] || { mkdir -p $part/target && echo jar >$part/target/$part-run.jar; }
        done
        exit %1$d
        """
            .formatted(exitCode));
    return this;
  }

  Folder whereFails(String part, int exitCode, String... lastWords) throws IOException {
    write("notes/" + part + ".fails", exitCode + "\n" + String.join("\n", lastWords));
    return this;
  }

  Path path(String inside) {
    return home.resolve(inside);
  }

  void write(String inside, String text) throws IOException {
    Files.createDirectories(path(inside).getParent());
    Files.writeString(path(inside), text);
  }

  /** What a part was given, name by name. */
  Map<String, String> environmentOf(String part) throws IOException {
    return Arrays.stream(Files.readString(path("notes/" + part + ".environment")).split("\0"))
        .map(entry -> entry.split("=", 2))
        .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1]));
  }

  String noted(String file) throws IOException {
    return Files.exists(path("notes/" + file)) ? Files.readString(path("notes/" + file)) : "";
  }

  /** Starts {@code ./tapgate} with these words. */
  Running tapgate(String... words) throws IOException {
    return start(command(words));
  }

  /** The same, after somebody wrote the pid that it will have into a file. */
  Running tapgateOfThePidIn(String file, String... words) throws IOException {
    write(file, "");
    List<String> noting =
        List.of(find("sh").orElseThrow().toString(), "-c", "echo $$ >\"$0\"; exec \"$@\"");
    return start(
        Stream.of(noting, List.of(path(file).toString()), command(words))
            .flatMap(List::stream)
            .toList());
  }

  private List<String> command(String... words) {
    return Stream.of(shell, List.of(path("tapgate").toString()), List.of(words))
        .flatMap(List::stream)
        .toList();
  }

  private Running start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(path("notes").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Path said = Files.createTempFile(home, "said", ".txt");
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    return new Running(builder.start(), said);
  }

  /** A launcher's cache is made beside it, and may outlive it: a folder is removed after that. */
  void untilNothingRunsHere() {
    Running.eventually("nothing runs in " + home, () -> !somethingRunsHere());
  }

  /** Where the system does not tell, nothing does. */
  private boolean somethingRunsHere() {
    return ProcessHandle.allProcesses()
        .map(process -> Path.of("/proc", Long.toString(process.pid()), "cwd"))
        .anyMatch(this::leadsHere);
  }

  private boolean leadsHere(Path link) {
    try {
      return Files.readSymbolicLink(link).startsWith(home);
    } catch (IOException gone) {
      return false;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void writeProgram(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void copy(Path source) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = home.resolve(REPOSITORY.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
