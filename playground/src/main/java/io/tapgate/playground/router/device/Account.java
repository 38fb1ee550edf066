package io.tapgate.playground.router.device;

import java.util.OptionalLong;

/**
 * A VPN account on the router.
 *
 * @param chatId the Telegram chat its hooks name; empty: they name none
 */
public record Account(String name, OptionalLong chatId) {
  public static Account of(String name, long chatId) {
    return new Account(name, OptionalLong.of(chatId));
  }

  /** An account whose hooks carry no chat. */
  public static Account of(String name) {
    return new Account(name, OptionalLong.empty());
  }
}
