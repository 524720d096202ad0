package gameday.scenario.yaml;

/** A value is not of its kind; the message goes on after the key, as in "must be …, was …". */
final class BadValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadValueException(String message) {
    super(message, null, false, false);
  }
}
