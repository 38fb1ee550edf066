package io.tapgate.cli.api;

/** What the api said to one call. */
public record Answer(int status, String body, String etag, String retryAfter) {

  /** Empty where the body is none, or is not JSON. */
  public Json json() {
    try {
      return body.isBlank() ? new Json(null) : Json.parse(body);
    } catch (RuntimeException _) {
      return new Json(null);
    }
  }
}
