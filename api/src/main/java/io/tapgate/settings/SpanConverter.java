package io.tapgate.settings;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

@Component
@ConfigurationPropertiesBinding
class SpanConverter implements Converter<String, Span> {
  @Override
  public Span convert(String text) {
    return Span.parse(text);
  }
}
