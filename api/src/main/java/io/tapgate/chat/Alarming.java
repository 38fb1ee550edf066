package io.tapgate.chat;

import io.tapgate.connection.RouterNews;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the admins what became of a router, in the transaction that noted it: once each. */
@Component
class Alarming {
  private final Notices notices;
  private final ChatSettings settings;

  Alarming(Notices notices, ChatSettings settings) {
    this.notices = notices;
    this.settings = settings;
  }

  @EventListener
  void on(RouterNews news) {
    String once = "router " + news.router().value() + " since " + news.since();
    Optional<String> detail = Optional.of(news.name() + "\n" + news.since());
    settings
        .admins()
        .forEach(admin -> notices.tell(admin, kind(news), once, Optional.empty(), detail));
  }

  private static Notice.Kind kind(RouterNews news) {
    return switch (news.what()) {
      case LOST -> Notice.Kind.ROUTER_LOST;
      case BACK -> Notice.Kind.ROUTER_BACK;
      case REPORTS_LOST -> Notice.Kind.REPORTS_LOST;
      case REPORTS_BACK -> Notice.Kind.REPORTS_BACK;
    };
  }
}
