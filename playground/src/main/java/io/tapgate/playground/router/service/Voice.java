package io.tapgate.playground.router.service;

import io.tapgate.playground.router.wire.Sentence;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Says replies: each sentence whole and in one write, whoever speaks. */
final class Voice {
  private final OutputStream out;
  private final BooleanSupplier mute;
  private final ReentrantLock turn = new ReentrantLock();

  /** Says nothing, and loses what it should have said, while it is mute. */
  Voice(OutputStream out, BooleanSupplier mute) {
    this.out = out;
    this.mute = mute;
  }

  /** The reply word, then the tag, then whatever it carries: a router's own order. */
  void say(String word, Optional<String> tag, Map<String, String> attributes) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(word);
    tag.ifPresent(name -> words.add(".tag=" + name));
    attributes.forEach((name, value) -> words.add("=" + name + "=" + value));
    write(new Sentence(words));
  }

  void done(Optional<String> tag) throws IOException {
    say("!done", tag, Map.of());
  }

  /** The last thing said before the connection is closed: a bare text, no attribute. */
  void fatal(String why, Optional<String> tag) throws IOException {
    List<String> words = new ArrayList<>(List.of("!fatal"));
    tag.ifPresent(name -> words.add(".tag=" + name));
    words.add(why);
    write(new Sentence(words));
  }

  private void write(Sentence sentence) throws IOException {
    turn.lock();
    try {
      if (!mute.getAsBoolean()) {
        out.write(sentence.bytes());
        out.flush();
      }
    } finally {
      turn.unlock();
    }
  }
}
