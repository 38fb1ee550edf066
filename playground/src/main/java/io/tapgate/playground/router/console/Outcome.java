package io.tapgate.playground.router.console;

import java.util.List;
import java.util.Map;

/** What a command comes to. */
public sealed interface Outcome {

  /** The items asked for, each with the properties asked for. */
  record Rows(List<Map<String, String>> rows) implements Outcome {}

  /** Done, with a value: the new item's id, or a count. */
  record Value(String value) implements Outcome {}

  record Done() implements Outcome {}

  record Refused(Refusal refusal) implements Outcome {}
}
