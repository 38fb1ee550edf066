package io.tapgate.router;

/** A router's password as it is kept: see {@link RouterPasswords}. */
public final class LockedPassword {
  private final byte[] bytes;

  public LockedPassword(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public byte[] bytes() {
    return bytes.clone();
  }
}
