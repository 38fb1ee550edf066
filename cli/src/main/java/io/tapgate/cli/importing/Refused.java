package io.tapgate.cli.importing;

/** A line of the file that makes no client, and why. */
record Refused(int line, String why) {}
