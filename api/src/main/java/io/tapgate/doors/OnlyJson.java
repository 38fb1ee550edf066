package io.tapgate.doors;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Our doors answer in JSON, whatever a caller says that it accepts. It would be looked at when the
 * answer is written: by then a report is on record, and "not acceptable" would be untrue of it. The
 * actuator's doors, which have more than one tongue, go on looking at it first.
 */
@Configuration(proxyBeanMethods = false)
class OnlyJson implements WebMvcConfigurer {
  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
    negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON);
  }
}
