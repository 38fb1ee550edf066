package io.tapgate.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the key from {@code Authorization: Bearer …} and says whose it is. */
class BearerFilter extends OncePerRequestFilter {
  /** What was wrong with a key that once was good. */
  static final String OVER = BearerFilter.class.getName() + ".over";

  private static final String SCHEME = "Bearer ";

  private final Keys keys;

  BearerFilter(Keys keys) {
    this.keys = keys;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      key(request).ifPresent(key -> admit(keys.holder(key), request));
    } catch (RuntimeException trouble) {
      if (!Outage.isBehind(trouble)) {
        throw trouble;
      }
      Problems.write(response, Refusals.databaseAway(request));
      return;
    }
    chain.doFilter(request, response);
  }

  private static Optional<String> key(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  private static void admit(Keys.Holder holder, HttpServletRequest request) {
    switch (holder) {
      case Keys.Holder.Known(var visitor) -> enter(visitor);
      case Keys.Holder.Over(var why) -> request.setAttribute(OVER, why);
      case Keys.Holder.Nobody _ -> {}
    }
  }

  private static void enter(Visitor visitor) {
    List<SimpleGrantedAuthority> roles =
        visitor.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new PreAuthenticatedAuthenticationToken(visitor, "", roles));
    SecurityContextHolder.setContext(context);
  }
}
