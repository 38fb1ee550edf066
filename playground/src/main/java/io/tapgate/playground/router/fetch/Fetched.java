package io.tapgate.playground.router.fetch;

/** What became of a request. */
public sealed interface Fetched {

  /** Somebody answered, whatever the answer. */
  record Answered(int status, String body) implements Fetched {}

  /** Nobody did. In a router's words. */
  record Failed(String words) implements Fetched {}
}
