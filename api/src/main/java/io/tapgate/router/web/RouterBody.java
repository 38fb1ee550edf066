package io.tapgate.router.web;

import io.tapgate.doors.Fields;
import io.tapgate.router.Amendment;
import io.tapgate.router.LimitWords;
import io.tapgate.router.Password;
import io.tapgate.router.RouterTerms;
import io.tapgate.router.Trust;
import io.tapgate.router.TrustWords;
import tools.jackson.databind.JsonNode;

/** What an admin sends of a router: the same fields to add one and to change one. */
final class RouterBody {
  private static final int LONGEST_CA = 32 * 1024;

  private RouterBody() {}

  static Amendment read(JsonNode body) {
    Fields fields = Fields.of(body);
    return new Amendment(
        fields.read("name", RouterTerms::name),
        fields.read("host", RouterTerms::host),
        fields.read("port", RouterTerms::port),
        fields.read("username", RouterTerms::username),
        fields.read("password", Password::new),
        trust(fields),
        fields.read("deny_list", RouterTerms::list),
        fields.read("permit_list", RouterTerms::list),
        fields.read("ban_list", RouterTerms::list),
        limits(fields),
        fields.truth("anywhere"),
        fields.truth("disabled"));
  }

  private static LimitWords limits(Fields fields) {
    return new LimitWords(
        fields.read("unconfirmed_timeout", LimitWords::timeout),
        fields.read("max_unconfirmed_connections", LimitWords::unconfirmed),
        fields.read("ban_timeout", LimitWords::ban));
  }

  private static TrustWords trust(Fields fields) {
    return new TrustWords(
        fields.read("tls", Trust.Kind::read),
        fields.lines("ca", LONGEST_CA, TrustWords::ca),
        fields.read("fingerprint", RouterTerms::fingerprint));
  }
}
