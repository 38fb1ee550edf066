package io.tapgate.playground.router.rsc;

import java.util.List;
import java.util.stream.Collectors;

/** What a script works with. */
sealed interface Value {

  /** As it is written where text is wanted. */
  String text();

  default boolean isTrue() {
    return text().equals("true") || text().equals("yes");
  }

  /** What {@code :typeof} says. */
  String kind();

  /** What there is not. */
  record Nothing() implements Value {
    @Override
    public String text() {
      return "";
    }

    @Override
    public String kind() {
      return "nil";
    }
  }

  record Text(String text) implements Value {
    @Override
    public String kind() {
      return "str";
    }
  }

  record Whole(long number) implements Value {
    @Override
    public String text() {
      return String.valueOf(number);
    }

    @Override
    public String kind() {
      return "num";
    }
  }

  record Truth(boolean truth) implements Value {
    @Override
    public String text() {
      return String.valueOf(truth);
    }

    @Override
    public String kind() {
      return "bool";
    }
  }

  record Items(List<Value> all) implements Value {
    public Items {
      all = List.copyOf(all);
    }

    @Override
    public String text() {
      return all.stream().map(Value::text).collect(Collectors.joining(";"));
    }

    @Override
    public String kind() {
      return "array";
    }
  }

  /** A block that is called by its name. */
  record Function(Expression body) implements Value {
    @Override
    public String text() {
      return "(code)";
    }

    @Override
    public String kind() {
      return "code";
    }
  }
}
