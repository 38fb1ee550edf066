package io.tapgate.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Locks secrets and signs texts. What is locked belongs to one purpose, such as the password of
 * router 3: moved to another row, it does not open.
 *
 * <p>AES-256-GCM and HMAC-SHA-256, each with a key of its own drawn from TAPGATE_KEY (HKDF). A
 * locked secret is one byte of format, the nonce, and the cipher's text with its tag.
 */
@Component
public final class Vault {
  private static final byte FORMAT = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKey locking;
  private final SecretKey signing;

  Vault(VaultSettings settings) {
    byte[] master = MasterKey.of(settings);
    this.locking = derived(master, "tapgate locks", "AES");
    this.signing = derived(master, "tapgate signs", "HmacSHA256");
  }

  public byte[] lock(String purpose, String secret) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] text =
          cipher(Cipher.ENCRYPT_MODE, nonce, purpose)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(1 + NONCE + text.length).put(FORMAT).put(nonce).put(text).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Throws {@link Unopened} if it was locked with another key, for another purpose, or changed. */
  public String open(String purpose, byte[] locked) {
    if (locked.length < 1 + NONCE || locked[0] != FORMAT) {
      throw new Unopened(purpose);
    }
    ByteBuffer from = ByteBuffer.wrap(locked, 1, locked.length - 1);
    byte[] nonce = new byte[NONCE];
    from.get(nonce);
    byte[] text = new byte[from.remaining()];
    from.get(text);
    try {
      return new String(
          cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(text), StandardCharsets.UTF_8);
    } catch (AEADBadTagException _) {
      throw new Unopened(purpose);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public byte[] sign(String text) {
    try {
      Mac mac = Mac.getInstance(signing.getAlgorithm());
      mac.init(signing);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public boolean isSigned(String text, byte[] signature) {
    return MessageDigest.isEqual(sign(text), signature);
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, locking, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey derived(byte[] master, String use, String algorithm) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(master)
                  .thenExpand(use.getBytes(StandardCharsets.UTF_8), 32));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** It does not open with this key, or not for this purpose. */
  public static final class Unopened extends RuntimeException {
    Unopened(String purpose) {
      super(purpose + " does not open with this TAPGATE_KEY");
    }
  }
}
