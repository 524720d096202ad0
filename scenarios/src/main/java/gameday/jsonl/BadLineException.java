package gameday.jsonl;

/** A line is not what its format asks for; the message says where, what, expected and found. */
public final class BadLineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault that names its place. */
  public BadLineException(String message) {
    super(message);
  }
}
