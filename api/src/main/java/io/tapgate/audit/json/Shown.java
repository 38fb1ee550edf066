package io.tapgate.audit.json;

import io.tapgate.audit.About;
import io.tapgate.audit.Canonical;
import io.tapgate.audit.Hash;
import io.tapgate.audit.Link;
import io.tapgate.audit.Noted;
import io.tapgate.audit.Records;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record as JSON shows it; what is absent is null. */
public record Shown(
    @Nullable Long place,
    long id,
    String at,
    String actor,
    String verb,
    @Nullable Long connection,
    @Nullable Long client,
    @Nullable Long router,
    @Nullable Long ban,
    @Nullable Long key,
    @Nullable String cause,
    @Nullable String tunnel,
    @Nullable String caller,
    @Nullable String reason,
    @Nullable String detail,
    @Nullable String hash) {

  static Shown of(Link link) {
    return of(Optional.of(link.place()), link.noted(), Optional.of(link.hash()));
  }

  /** A row of a list has a place once it is sealed; its hash is shown by exports. */
  public static Shown of(Records.Row row) {
    return of(row.place(), row.noted(), Optional.empty());
  }

  private static Shown of(Optional<Long> place, Noted noted, Optional<Hash> hash) {
    About about = noted.happening().about();
    return new Shown(
        place.orElse(null),
        noted.id(),
        Canonical.moment(noted.at()),
        noted.happening().by().actor().toString(),
        noted.happening().verb(),
        about.connection().orElse(null),
        about.client().orElse(null),
        about.router().orElse(null),
        about.ban().orElse(null),
        about.key().orElse(null),
        noted.happening().cause().orElse(null),
        about.tunnel().orElse(null),
        about.caller().orElse(null),
        noted.happening().by().reason().orElse(null),
        noted.happening().detail().orElse(null),
        hash.map(Hash::hex).orElse(null));
  }
}
