package io.tapgate.cli.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list to ask for, and which part of it. */
public final class Query {
  private final String path;
  private final Map<String, String> parameters = new LinkedHashMap<>();

  public Query(String path) {
    this.path = path;
  }

  /** A filter that nobody gave stays out. */
  public Query with(String name, @Nullable Object value) {
    if (value != null) {
      parameters.put(name, String.valueOf(value));
    }
    return this;
  }

  public String path() {
    return parameters.isEmpty() ? path : path + "?" + encoded();
  }

  private String encoded() {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
