package io.tapgate.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VaultTest {
  private static final String PURPOSE = "the password of router 3";
  private final Vault vault = vault("ab");

  @Test
  void what_is_locked_opens_for_its_purpose() {
    assertThat(vault.open(PURPOSE, vault.lock(PURPOSE, "пароль"))).isEqualTo("пароль");
  }

  @Test
  void it_opens_for_no_other_purpose() {
    byte[] locked = vault.lock(PURPOSE, "secret");
    assertThatThrownBy(() -> vault.open("the password of router 4", locked))
        .isInstanceOf(Vault.Unopened.class)
        .hasMessageContaining("router 4");
  }

  @Test
  void it_opens_with_no_other_key() {
    byte[] locked = vault.lock(PURPOSE, "secret");
    assertThatThrownBy(() -> vault("cd").open(PURPOSE, locked)).isInstanceOf(Vault.Unopened.class);
  }

  @Test
  void one_bit_changed_and_it_does_not_open() {
    byte[] locked = vault.lock(PURPOSE, "secret");
    for (int i = 0; i < locked.length; i++) {
      byte[] changed = locked.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> vault.open(PURPOSE, changed)).isInstanceOf(Vault.Unopened.class);
    }
    assertThatThrownBy(() -> vault.open(PURPOSE, Arrays.copyOf(locked, 7)))
        .isInstanceOf(Vault.Unopened.class);
  }

  @Test
  void the_same_secret_never_looks_the_same_and_never_shows() {
    byte[] locked = vault.lock(PURPOSE, "secret");
    assertThat(locked).isNotEqualTo(vault.lock(PURPOSE, "secret"));
    assertThat(new String(locked, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
  }

  @Test
  void a_signature_is_of_one_text_and_one_key() {
    byte[] signature = vault.sign("the head is 7");
    assertThat(vault.isSigned("the head is 7", signature)).isTrue();
    assertThat(vault.isSigned("the head is 6", signature)).isFalse();
    assertThat(vault("cd").isSigned("the head is 7", signature)).isFalse();
  }

  static Vault vault(String key) {
    return new Vault(new VaultSettings(key.repeat(32), "unused"));
  }
}
