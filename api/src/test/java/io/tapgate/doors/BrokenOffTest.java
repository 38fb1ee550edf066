package io.tapgate.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Over a real socket: part of an answer is never taken for the whole. The doorway is opened by
 * hand: one that Spring's tests keep would send the house of the others to rest.
 */
class BrokenOffTest {
  private static final ConfigurableApplicationContext DOORWAY =
      new SpringApplicationBuilder(Doorway.class).run("--server.port=0");

  @AfterAll
  static void close() {
    DOORWAY.close();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  @Import({Refusals.class, Failing.class})
  static class Doorway {}

  @RestController
  static class Failing {
    @GetMapping("/failing")
    void fails(@RequestParam boolean onTheWay, HttpServletResponse response) throws IOException {
      response.getOutputStream().print("the first part");
      if (onTheWay) {
        response.flushBuffer();
      }
      throw new QueryTimeoutException("the database is away");
    }
  }

  @Test
  void an_answer_that_fails_on_its_way_breaks_off() {
    assertThatThrownBy(() -> answer(true))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void one_that_fails_before_is_told_why() throws Exception {
    HttpResponse<String> answer = answer(false);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).startsWith("{").contains("database-away");
  }

  private HttpResponse<String> answer(boolean onTheWay) throws Exception {
    String port = DOORWAY.getEnvironment().getRequiredProperty("local.server.port");
    URI door = URI.create("http://127.0.0.1:" + port + "/failing?onTheWay=" + onTheWay);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(door).timeout(Duration.ofSeconds(20)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
