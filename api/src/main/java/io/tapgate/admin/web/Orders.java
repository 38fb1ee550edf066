package io.tapgate.admin.web;

import io.tapgate.audit.Actor;
import io.tapgate.audit.By;
import io.tapgate.doors.Fields;
import io.tapgate.doors.PlainText;
import io.tapgate.doors.Visitor;
import io.tapgate.settings.Span;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What all orders have in common: who gives them, why, and for how long. */
final class Orders {
  private Orders() {}

  /** An order without a body says nothing more. */
  static Fields fields(@Nullable JsonNode body) {
    return Fields.of(body == null ? JsonNodeFactory.instance.objectNode() : body);
  }

  static By by(Visitor.Admin visitor) {
    return new By(new Actor.Key(visitor.key()), Optional.empty());
  }

  static By by(Visitor.Admin visitor, Fields fields) {
    return new By(new Actor.Key(visitor.key()), fields.read("reason", PlainText::words));
  }

  static By byWithReason(Visitor.Admin visitor, Fields fields) {
    return new By(
        new Actor.Key(visitor.key()), Optional.of(fields.require("reason", PlainText::words)));
  }

  /** Empty means until somebody lifts it. */
  static Optional<Duration> length(Fields fields) {
    return fields.read("for", Span::parse).flatMap(Span::length);
  }
}
