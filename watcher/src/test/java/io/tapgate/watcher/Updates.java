package io.tapgate.watcher;

/** Updates as Telegram writes them. */
final class Updates {
  private Updates() {}

  static String tap(int number, long person, String data) {
    return tap(number, person, data, "en");
  }

  static String tap(int number, long person, String data, String language) {
    return """
    {"update_id":%1$d,"callback_query":{"id":"press-%1$d","chat_instance":"77","data":"%3$s",
      "from":{"id":%2$d,"is_bot":false,"first_name":"Ann","language_code":"%4$s"},
      "message":{"message_id":55,"date":1790000000,"text":"Is it you?",
        "from":{"id":9,"is_bot":true,"first_name":"gate"},
        "chat":{"id":%2$d,"type":"private","first_name":"Ann"}}}}\
    """
        .formatted(number, person, data, language);
  }

  static String text(int number, long person, String text) {
    return """
    {"update_id":%d,"message":{"message_id":56,"date":1790000000,"text":"%s",
      "from":{"id":%3$d,"is_bot":false,"first_name":"Ann","language_code":"en"},
      "chat":{"id":%3$d,"type":"private","first_name":"Ann"}}}\
    """
        .formatted(number, text, person);
  }

  static String membership(int number, long person, String status) {
    return """
    {"update_id":%1$d,"my_chat_member":{"date":1790000000,
      "from":{"id":%2$d,"is_bot":false,"first_name":"Ann","language_code":"en"},
      "chat":{"id":%2$d,"type":"private","first_name":"Ann"},
      "old_chat_member":{"status":"member","user":{"id":9,"is_bot":true,"first_name":"gate"}},
      "new_chat_member":{"status":"%3$s","until_date":0,
        "user":{"id":9,"is_bot":true,"first_name":"gate"}}}}\
    """
        .formatted(number, person, status);
  }

  /** A message without what every message has. */
  static String broken(int number) {
    return "{\"update_id\":" + number + ",\"message\":{\"message_id\":\"none\",\"chat\":7}}";
  }
}
