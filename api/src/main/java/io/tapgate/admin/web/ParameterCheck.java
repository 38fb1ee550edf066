package io.tapgate.admin.web;

import io.tapgate.doors.ParameterRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Configuration;
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
      request.getParameterMap().forEach((name, values) -> check(name, values.length, known));
    }
    return true;
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
