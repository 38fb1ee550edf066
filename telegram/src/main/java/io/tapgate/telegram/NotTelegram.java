package io.tapgate.telegram;

import java.io.IOException;

/** Somebody else answered in Telegram's place. Its text is safe to show. */
public final class NotTelegram extends IOException {
  public NotTelegram(int status) {
    super(
        status == 407
            ? "status 407: the proxy wants another user or password in TELEGRAM_PROXY"
            : "status " + status + ", no word of Telegram's: is TELEGRAM_API_URL right?");
  }
}
