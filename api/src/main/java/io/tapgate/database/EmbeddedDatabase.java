package io.tapgate.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL, run by us: durable (fsync on), reachable by loopback and password only, its
 * files closed to other users. A process that was killed leaves it running; the next start stops it
 * and lets it recover.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String USER = "postgres";
  private static final String SAID = "postgres.log";
  private static final String PASSWORD_ONLY =
      """
      # Written by Tapgate: by password, from this machine.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      local all all reject
      """;

  private final EmbeddedPostgres postgres;
  private final String password;
  private final Holding holding;

  private EmbeddedDatabase(EmbeddedPostgres postgres, String password, Holding holding) {
    this.postgres = postgres;
    this.password = password;
    this.holding = holding;
  }

  static EmbeddedDatabase start(Path folder) {
    try {
      return started(folder);
    } catch (IOException | SQLException | UncheckedIOException | IllegalStateException trouble) {
      throw new DatabaseRefused(
          "the embedded database in " + folder + " does not start: " + trouble.getMessage(),
          advice(folder.resolve(SAID)),
          trouble);
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + USER;
  }

  String user() {
    return USER;
  }

  String password() {
    return password;
  }

  @Override
  public void close() throws IOException {
    try (holding) {
      postgres.close();
    }
  }

  private static String advice(Path said) {
    return Files.exists(said)
        ? "Read "
            + said
            + ", where PostgreSQL says why. Is the disk full, or another version's data"
            + " in the folder?"
        : "Is the disk full, or the folder closed to this user?";
  }

  private static EmbeddedDatabase started(Path folder) throws IOException, SQLException {
    Path data = folder.resolve("postgres");
    Path binaries = folder.resolve("postgres-binaries");
    closedToOthers(folder);
    closedToOthers(binaries);
    mustBeOurs(data);
    Holding holding = Holding.of(folder);
    try {
      Leftover.stop(data, binaries);
      return started(folder, data, binaries, holding);
    } catch (IOException | SQLException | RuntimeException trouble) {
      holding.close();
      throw trouble;
    }
  }

  private static EmbeddedDatabase started(Path folder, Path data, Path binaries, Holding holding)
      throws IOException, SQLException {
    String password = password(folder.resolve("postgres.password"));
    ProcessBuilder.Redirect said = anew(folder.resolve(SAID));
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(binaries.toFile())
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("password_encryption", "scram-sha-256")
            .setServerConfig("max_connections", "60")
            .setServerConfig("log_min_messages", "log")
            .setServerConfig("log_checkpoints", "off")
            .setOutputRedirector(said)
            .setErrorRedirector(said)
            .setRegisterShutdownHook(false)
            .setConnectConfig("password", password)
            .start();
    EmbeddedDatabase database = new EmbeddedDatabase(postgres, password, holding);
    database.lock(data.resolve("pg_hba.conf"));
    closedToOthers(binaries);
    log.info("the embedded database runs in {}", data);
    return database;
  }

  /**
   * The password is set before it is asked for; cut short in between, the next start does it again.
   */
  private void lock(Path rules) throws IOException, SQLException {
    if (Files.readString(rules).equals(PASSWORD_ONLY)) {
      return;
    }
    try (Connection connection = DriverManager.getConnection(url(), USER, password);
        Statement statement = connection.createStatement()) {
      statement.execute("alter user " + USER + " password '" + password + "'");
      Files.writeString(rules, PASSWORD_ONLY);
      statement.execute("select pg_reload_conf()");
    }
  }

  /** What it has to say fits into a file that each start begins anew. */
  private static ProcessBuilder.Redirect anew(Path said) throws IOException {
    Files.deleteIfExists(said);
    return ProcessBuilder.Redirect.appendTo(said.toFile());
  }

  private static String password(Path file) throws IOException {
    if (Files.notExists(file)) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  private static void closedToOthers(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private static void mustBeOurs(Path data) throws IOException {
    if (Files.notExists(data)) {
      return;
    }
    String owner = Files.getOwner(data).getName();
    String me = System.getProperty("user.name");
    if (!owner.equals(me)) {
      throw new DatabaseRefused(
          "the database in " + data + " belongs to the user " + owner + ", and this is " + me + ".",
          "Start Tapgate as " + owner + ", or name another folder in DATA_DIR.",
          null);
    }
  }
}
