package gameday.mocks.helpchat.intercom;

/** Why a call was refused, in Intercom's words. */
final class Problem extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  Problem(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Problem notFound(String what) {
    return new Problem(404, "not_found", what + " Not Found");
  }

  static Problem invalid(String message) {
    return new Problem(400, "parameter_invalid", message);
  }

  static Problem missing(String parameter) {
    return new Problem(400, "parameter_not_found", parameter + " not specified");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
