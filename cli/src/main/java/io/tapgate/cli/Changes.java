package io.tapgate.cli;

import io.tapgate.cli.api.Answer;
import io.tapgate.cli.api.Api;
import io.tapgate.cli.api.Body;
import io.tapgate.cli.api.Failure;

/** A change to what was just looked at, and not to what somebody else made of it meanwhile. */
final class Changes {
  private Changes() {}

  static Answer to(Api api, String path, Body body) {
    if (body.isEmpty()) {
      throw Failure.typed("what shall change? --help lists what can.");
    }
    return api.patch(path, api.get(path).etag(), body);
  }
}
