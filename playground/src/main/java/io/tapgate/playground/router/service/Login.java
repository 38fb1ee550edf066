package io.tapgate.playground.router.service;

import io.tapgate.playground.router.console.Command;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The one account that may speak to the API. */
public record Login(String username, String password) {

  boolean admits(Command login) {
    return login.argument("name").equals(username)
        && MessageDigest.isEqual(bytes(login.argument("password")), bytes(password));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return username;
  }
}
