package gameday.mining;

/** Whether a log holds what people wrote and who they are. */
public enum Texts {
  KEPT,
  /** Texts, names and e-mail addresses are left out; ids hold none either way. */
  LEFT_OUT;

  boolean keeps(Attribute attribute) {
    return this == KEPT || !attribute.isPersonal();
  }
}
