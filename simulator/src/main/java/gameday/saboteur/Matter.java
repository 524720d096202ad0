package gameday.saboteur;

import gameday.pipeline.Effect;

/** What an effect is about, by the word that its key begins with. */
enum Matter {
  ESCALATION("post:"),
  REMINDER("remind:"),
  SECOND_CALL("call-again:"),
  ANSWER("answer:"),
  CORRECTION("corrected:");

  private final String beginning;

  Matter(String beginning) {
    this.beginning = beginning;
  }

  boolean isOf(Effect effect) {
    return effect.key().startsWith(beginning);
  }
}
