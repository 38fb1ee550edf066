package io.tapgate.cli.importing;

/**
 * A line of the file, or an account, that makes no client, and why.
 *
 * @param name empty where it could not be read
 */
record Refused(int line, String name, String why) {
  String place(ClientFile.From from) {
    return from == ClientFile.From.FILE ? "line " + line : "account " + name;
  }
}
