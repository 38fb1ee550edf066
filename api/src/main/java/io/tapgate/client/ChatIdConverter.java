package io.tapgate.client;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

@Component
@ConfigurationPropertiesBinding
class ChatIdConverter implements Converter<String, ChatId> {
  @Override
  public ChatId convert(String text) {
    if (!text.strip().matches("-?[0-9]{1,18}")) {
      throw new IllegalArgumentException("write numbers of chats with commas between them");
    }
    return new ChatId(Long.parseLong(text.strip()));
  }
}
