package gameday.script;

/** A question of a script, such as {@code q-00042}. Unique in its script, in order of time. */
public record QuestionId(String value) implements Comparable<QuestionId> {
  @Override
  public int compareTo(QuestionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
