package gameday.process;

/** Which published version of the process an event follows; they differ in whom they mention. */
public enum Profile {
  /** The greeting mentions {@code @here}: whoever of the response team is active. */
  CURRENT,
  /** An older version: the greeting mentions one named Client Success Manager. */
  NAMED_CSM;

  /** The word for it in a scenario: {@code current} or {@code named-csm}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
