package io.tapgate.address;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

@Component
@ConfigurationPropertiesBinding
class NetworkConverter implements Converter<String, Network> {
  @Override
  public Network convert(String text) {
    try {
      return Network.parse(text.strip());
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          wrong.getMessage() + "; write addresses or networks such as 203.0.113.0/24");
    }
  }
}
