package io.tapgate.cli.api;

/** What the api said to one call. */
public record Answer(int status, String body, String etag, String retryAfter) {

  /** Done, and said as Tapgate does: whatever else may stand at the address answers with a page. */
  boolean isGood() {
    return status == 204 || (status >= 200 && status < 300 && !json().isMissing());
  }

  /** Empty where the body is none, or is not JSON. */
  public Json json() {
    try {
      return body.isBlank() ? new Json(null) : Json.parse(body);
    } catch (RuntimeException _) {
      return new Json(null);
    }
  }
}
