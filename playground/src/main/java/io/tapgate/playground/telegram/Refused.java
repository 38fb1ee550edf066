package io.tapgate.playground.telegram;

/** Carries a refusal up from deep inside a call; {@link BotApi} turns it back into an answer. */
final class Refused extends Exception {
  private final transient Answer.Refusal refusal;

  Refused(Answer.Refusal refusal) {
    super(refusal.description(), null, false, false);
    this.refusal = refusal;
  }

  static Refused badRequest(String why) {
    return new Refused(Answer.Refusal.badRequest(why));
  }

  Answer.Refusal refusal() {
    return refusal;
  }
}
