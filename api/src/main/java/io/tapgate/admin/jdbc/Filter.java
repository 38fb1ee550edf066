package io.tapgate.admin.jdbc;

import io.tapgate.address.Caller;
import io.tapgate.address.TunnelAddress;
import io.tapgate.doors.Moment;
import io.tapgate.doors.ParameterRefused;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One way to narrow a list down.
 *
 * @param condition SQL, in which {@code :name} stands for the value
 * @param otherwise SQL for "false", or for one word where there may be several
 * @param meaning of the text; an IllegalArgumentException says what to write
 */
record Filter(String name, String condition, String otherwise, Function<String, Object> meaning) {

  static Filter id(String name, String column) {
    return new Filter(name, column + " = :" + name, "", Filter::whole);
  }

  static Filter text(String name, String condition) {
    return new Filter(name, condition, "", text -> text);
  }

  /** Any of several words, with commas between; one alone is found in the order of its index. */
  static Filter words(String name, String column, Enum<?>[] known) {
    String words = "(cast(:" + name + " as text[]))";
    return new Filter(
        name,
        column + " = any" + words,
        column + " = " + words + "[1]",
        text -> words(text, known));
  }

  /** Any of several words, told apart by the condition itself. */
  static Filter anyOf(String name, String condition, Enum<?>[] known) {
    return new Filter(name, condition, condition, text -> words(text, known));
  }

  static Filter address(String name, String column) {
    return new Filter(
        name,
        column + " = cast(:" + name + " as inet)",
        "",
        text -> TunnelAddress.parse(text).toString());
  }

  /** An address or a device, in whichever spelling: on record is the normal form. */
  static Filter caller(String name, String column) {
    return new Filter(name, column + " = :" + name, "", text -> Caller.parse(text).toString());
  }

  static Filter since(String condition) {
    return new Filter("since", condition, "", Filter::instant);
  }

  static Filter until(String condition) {
    return new Filter("until", condition, "", Filter::instant);
  }

  /** True or false: each has its condition, as each has its index. */
  static Filter yesOrNo(String name, String yes, String no) {
    return new Filter(name, yes, no, Filter::truth);
  }

  /** The same, with the rest of a condition that was left open. */
  Filter closedBy(String rest) {
    return new Filter(name, condition + rest, otherwise, meaning);
  }

  String condition(Object value) {
    boolean other =
        Boolean.FALSE.equals(value) || (value instanceof String[] words && words.length == 1);
    return other ? otherwise : condition;
  }

  Object value(String text) {
    try {
      return meaning.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterRefused(name, String.valueOf(wrong.getMessage()));
    }
  }

  private static Object whole(String text) {
    if (!text.matches("-?[0-9]{1,18}")) {
      throw new IllegalArgumentException("write a whole number");
    }
    return Long.parseLong(text);
  }

  private static Object truth(String text) {
    if (!Set.of("true", "false").contains(text)) {
      throw new IllegalArgumentException("write true or false");
    }
    return Boolean.parseBoolean(text);
  }

  private static Object instant(String text) {
    return Moment.read(text).atOffset(ZoneOffset.UTC);
  }

  private static Object words(String text, Enum<?>[] known) {
    Set<String> names =
        Arrays.stream(known).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    String[] words = text.toUpperCase(Locale.ROOT).replace('-', '_').split(",", -1);
    for (String word : words) {
      if (!names.contains(word)) {
        throw new IllegalArgumentException(
            "write any of " + String.join(", ", spelled(known)) + ", with commas between");
      }
    }
    return words;
  }

  private static String[] spelled(Enum<?>[] known) {
    return Arrays.stream(known)
        .map(one -> one.name().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }
}
