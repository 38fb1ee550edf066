package io.tapgate.audit.json;

import io.tapgate.audit.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** One object on each line, with place and hash. */
public final class JsonLines implements Consumer<Link> {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Writer out;

  public JsonLines(Writer out) {
    this.out = out;
  }

  @Override
  public void accept(Link link) {
    try {
      out.write(JSON.writeValueAsString(Shown.of(link)) + "\n");
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
