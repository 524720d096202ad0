package gameday.mocks.slack.app;

/** Why an interaction failed, by the word Slack shows. */
enum Trouble {
  TIMED_OUT("operation_timeout"),
  FAILED("dispatch_failed");

  private final String word;

  Trouble(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
