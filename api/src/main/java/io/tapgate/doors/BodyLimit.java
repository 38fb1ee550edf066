package io.tapgate.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nobody carries more than 64 KiB through a door, whatever they say they carry. A body that is said
 * to be longer is refused by its door, in the door's own words, and not read at all.
 */
class BodyLimit extends OncePerRequestFilter {
  static final int MOST = 64 * 1024;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(new Bounded(request), response);
    } catch (TooLarge tooLarge) {
      refuse(response, tooLarge);
    }
  }

  /** For whoever reads a body before any door does. */
  private static void refuse(HttpServletResponse response, TooLarge tooLarge) throws IOException {
    if (response.isCommitted()) {
      throw tooLarge;
    }
    response.reset();
    Problems.write(response, TooLarge.problem());
  }

  /** More came than is allowed. */
  static final class TooLarge extends IOException {
    static org.springframework.http.ProblemDetail problem() {
      return Problems.of(413, "too-large", "The body is larger than 64 KiB.", "Send less at once.");
    }
  }

  private static final class Bounded extends HttpServletRequestWrapper {
    private @Nullable Counted body;

    Bounded(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (body == null) {
        body = new Counted(super.getInputStream(), getContentLengthLong());
      }
      return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
      String named = getCharacterEncoding();
      Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
      return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }
  }

  /** Counts what is read; a body without a length is stopped when it becomes too long. */
  private static final class Counted extends ServletInputStream {
    private final ServletInputStream body;
    private int left;

    Counted(ServletInputStream body, long announced) {
      this.body = body;
      this.left = announced > MOST ? -1 : MOST;
    }

    @Override
    public int read() throws IOException {
      count(0);
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      count(0);
      int read = body.read(into, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
