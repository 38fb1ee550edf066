package io.tapgate.router.web;

import io.tapgate.address.CallerAddress;
import io.tapgate.client.AccountName;
import io.tapgate.doors.FieldRefused;
import io.tapgate.doors.Fields;
import io.tapgate.router.Router;
import io.tapgate.router.RouterTerms;
import io.tapgate.router.Trust;
import io.tapgate.router.TrustWords;
import io.tapgate.router.gate.Entrance;
import io.tapgate.router.gate.Errand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What an admin sends to have a router visited. */
final class ErrandBody {
  private static final int LONGEST_CA = 32 * 1024;
  private static final int USUAL_PORT = 8729;
  private static final int PLAIN_PORT = 8728;
  private static final int MOST = 200;

  private ErrandBody() {}

  static Errand read(Fields fields, JsonNode body) {
    Trust trust = trust(fields);
    return new Errand(
        fields.read("name", RouterTerms::name),
        fields.require("host", RouterTerms::host),
        fields.read("port", RouterTerms::port).orElse(usualPort(trust)),
        trust,
        login(fields),
        fields.truth("anywhere").orElse(false),
        profiles(body),
        reports(fields),
        fields.read("tapgate_address", ErrandBody::address),
        new HashSet<>(texts(body, "take_over", text -> new AccountName(text).value())),
        agreed(fields));
  }

  static List<String> profiles(JsonNode body) {
    return texts(body, "profiles", ErrandBody::profile);
  }

  static Optional<String> reports(Fields fields) {
    return fields.read("report_to", RouterTerms::reports);
  }

  static String tapgate(Fields fields) {
    return fields.require("tapgate_address", ErrandBody::address);
  }

  static boolean applies(Fields fields) {
    return fields.truth("apply").orElse(false);
  }

  static Optional<String> agreed(Fields fields) {
    return fields.read("mark", Function.identity());
  }

  /** A way that is not told of is the one on record, and its port too. */
  static Entrance entrance(Fields fields) {
    Optional<Trust> trust = fields.read("tls", Trust.Kind::read).map(_ -> trust(fields));
    return new Entrance(
        login(fields),
        fields.read("port", RouterTerms::port).or(() -> trust.map(ErrandBody::usualPort)),
        trust);
  }

  private static int usualPort(Trust trust) {
    return trust instanceof Trust.Plain ? PLAIN_PORT : USUAL_PORT;
  }

  private static Router.Login login(Fields fields) {
    return new Router.Login(
        fields.require("username", Function.identity()),
        fields.read("password", Function.identity()).orElse(""));
  }

  private static Trust trust(Fields fields) {
    return new TrustWords(
            fields.read("tls", Trust.Kind::read),
            fields.lines("ca", LONGEST_CA, TrustWords::ca),
            fields.read("fingerprint", RouterTerms::fingerprint))
        .said();
  }

  private static String profile(String text) {
    if (text.length() > 64) {
      throw new IllegalArgumentException("write the name of a profile, such as default-encryption");
    }
    return text;
  }

  private static String address(String text) {
    return CallerAddress.parse(text).toString();
  }

  private static List<String> texts(JsonNode body, String field, Function<String, String> meaning) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray() || value.size() > MOST) {
      throw new FieldRefused(field, "write a list of at most " + MOST + " names");
    }
    List<String> all = new ArrayList<>();
    for (JsonNode one : value) {
      if (!one.isString() || one.asString().isBlank()) {
        throw new FieldRefused(field, "write a list of names");
      }
      all.add(made(field, one.asString(), meaning));
    }
    return all;
  }

  private static String made(String field, String text, Function<String, String> meaning) {
    try {
      return meaning.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw new FieldRefused(field, String.valueOf(wrong.getMessage()));
    }
  }
}
