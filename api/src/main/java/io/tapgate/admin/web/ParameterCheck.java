package io.tapgate.admin.web;

import io.tapgate.doors.ParameterRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A parameter that the document does not name is refused: whoever misspells a filter must not take
 * the whole list for what it leaves.
 */
@Configuration(proxyBeanMethods = false)
class ParameterCheck implements HandlerInterceptor, WebMvcConfigurer {
  private final Described described;

  ParameterCheck(Described described) {
    this.described = described;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/v1/**").order(1);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (path != null && request.getQueryString() != null) {
      List<String> known = described.parameters(verb(request), path.toString());
      parameters(request).forEach((name, values) -> check(name, values.length, known));
    }
    return true;
  }

  /** The first to read them: what is not spelled as a query is, no door after this one sees. */
  private static Map<String, String[]> parameters(HttpServletRequest request) {
    try {
      return request.getParameterMap();
    } catch (IllegalStateException | RequestRejectedException _) {
      throw new ParameterRefused(
          misspelled(request.getQueryString()),
          "cannot be read; write it in UTF-8, with %25 for a percent sign");
    }
  }

  private static String misspelled(String query) {
    return Arrays.stream(query.split("&"))
        .filter(ParameterCheck::isMisspelled)
        .map(parameter -> parameter.replaceFirst("=.*", ""))
        .findFirst()
        .orElse("query");
  }

  private static boolean isMisspelled(String parameter) {
    try {
      URLDecoder.decode(parameter, StandardCharsets.UTF_8);
      return false;
    } catch (IllegalArgumentException _) {
      return true;
    }
  }

  private static String verb(HttpServletRequest request) {
    return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
  }

  private static void check(String name, int times, List<String> known) {
    if (times > 1) {
      throw new ParameterRefused(name, "is given more than once; write it once");
    }
    if (!known.contains(name)) {
      throw new ParameterRefused(
          name,
          known.isEmpty()
              ? "is no parameter here; there is none"
              : "is no parameter here; there are " + String.join(", ", known));
    }
  }
}
