package io.tapgate.chat.web;

import io.tapgate.chat.Languages;
import io.tapgate.chat.Messages;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is wrong with a knock of the watcher's, or with us, the person who tapped gets to read
 * something: in the language that came with the knock, since the database may be what is wrong.
 */
@RestControllerAdvice
class WordedRefusals extends RequestBodyAdviceAdapter implements ResponseBodyAdvice<Object> {
  private static final Set<Class<?>> DOORS = Set.of(TapDoor.class, WatcherDoor.class);
  private static final String LANGUAGE = WordedRefusals.class.getName() + ".language";

  private final Languages languages;

  WordedRefusals(Languages languages) {
    this.languages = languages;
  }

  @Override
  public boolean supports(
      MethodParameter body, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return DOORS.contains(body.getContainingClass());
  }

  @Override
  public Object afterBodyRead(
      Object body,
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter) {
    if (body instanceof JsonNode words) {
      String language = words.path("language").asString("");
      request().setAttribute(LANGUAGE, language, RequestAttributes.SCOPE_REQUEST);
    }
    return body;
  }

  @Override
  public boolean supports(
      MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter answer,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body instanceof ProblemDetail problem && isOurs() && !isWorded(problem)) {
      problem.setProperty("toast", toast(problem));
    }
    return body;
  }

  private String toast(ProblemDetail problem) {
    Messages words = words();
    return problem.getStatus() < 500 ? words.text("toast.unknown") : words.text("toast.later");
  }

  private static boolean isWorded(ProblemDetail problem) {
    Map<String, Object> more = problem.getProperties();
    return more != null && more.containsKey("toast");
  }

  private static boolean isOurs() {
    Object handler = remembered(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
    return handler instanceof HandlerMethod door && DOORS.contains(door.getBeanType());
  }

  private Messages words() {
    return languages.spoken(
        Optional.ofNullable(remembered(LANGUAGE))
            .map(Object::toString)
            .filter(tag -> tag.matches("[A-Za-z0-9-]{1,35}")));
  }

  private static @Nullable Object remembered(String name) {
    return request().getAttribute(name, RequestAttributes.SCOPE_REQUEST);
  }

  private static RequestAttributes request() {
    return RequestContextHolder.currentRequestAttributes();
  }
}
