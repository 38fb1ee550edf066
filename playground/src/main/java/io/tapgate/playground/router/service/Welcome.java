package io.tapgate.playground.router.service;

import io.tapgate.playground.router.console.Refusal;
import io.tapgate.playground.router.console.Rights;

/** What a login comes to. */
sealed interface Welcome {

  record Admitted(Rights rights) implements Welcome {}

  record Refused(Refusal refusal) implements Welcome {}
}
