package io.tapgate.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** In the admin API every door says which scope it needs; a key of less is refused by name. */
@Configuration(proxyBeanMethods = false)
class ScopeCheck implements HandlerInterceptor, WebMvcConfigurer {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/v1/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod door)) {
      return true;
    }
    Needs needs = door.getMethodAnnotation(Needs.class);
    if (needs != null && shown().covers(needs.value())) {
      return true;
    }
    Problems.write(response, tooLittle(needs));
    return false;
  }

  /** The first check, by path, let nobody else come so far. */
  private static Scope shown() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && who.getPrincipal() instanceof Visitor.Admin admin) {
      return admin.scope();
    }
    throw new IllegalStateException("somebody without a key of the admin API came this far");
  }

  private static ProblemDetail tooLittle(@Nullable Needs needs) {
    String needed = needs == null ? "nobody" : needs.value().toString();
    return Problems.of(
        403,
        "scope",
        "This key may not do that.",
        "It takes a key with the scope " + needed + ". Nothing was changed.");
  }
}
