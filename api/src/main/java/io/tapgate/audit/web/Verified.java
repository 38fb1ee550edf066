package io.tapgate.audit.web;

import io.tapgate.audit.Anchor;
import io.tapgate.audit.Canonical;
import io.tapgate.audit.Fault;
import io.tapgate.audit.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the chain found.
 *
 * @param head to be kept somewhere else, and named at the next check
 * @param sentences the same for people
 */
record Verified(
    boolean sound,
    long checked,
    @Nullable String head,
    @Nullable String sealed_at,
    List<Wrong> faults,
    boolean and_more,
    @Nullable String remembered,
    long unsealed,
    long unsealed_oldest_seconds,
    List<String> sentences) {

  /** One thing that is wrong. */
  record Wrong(String kind, String says) {
    static Wrong of(Fault fault) {
      return new Wrong(kind(fault), fault.sentence());
    }

    private static String kind(Fault fault) {
      return switch (fault) {
        case Fault.Changed _ -> "changed";
        case Fault.Reordered _ -> "reordered";
        case Fault.Missing _ -> "missing";
        case Fault.TailCut _ -> "tail-cut";
        case Fault.Rewritten _ -> "rewritten";
        case Fault.BeyondHead _ -> "beyond-head";
        case Fault.HeadMissing _ -> "head-missing";
        case Fault.HeadForged _ -> "head-forged";
        case Fault.CheckpointForged _ -> "checkpoint-forged";
        case Fault.FoundBroken _ -> "found-broken";
      };
    }
  }

  static Verified of(Verdict verdict) {
    return new Verified(
        verdict.isSound(),
        verdict.checked(),
        verdict.head().map(head -> head.anchor()).map(Anchor::toString).orElse(null),
        verdict.head().map(head -> Canonical.moment(head.at())).orElse(null),
        verdict.faults().stream().map(Wrong::of).toList(),
        verdict.andMore(),
        verdict
            .memory()
            .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .orElse(null),
        verdict.unsealed().count(),
        verdict.unsealed().oldest().toSeconds(),
        verdict.sentences());
  }
}
