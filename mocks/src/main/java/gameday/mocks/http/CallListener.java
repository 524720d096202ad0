package gameday.mocks.http;

import org.slf4j.LoggerFactory;

/** Is told how each call of the pipeline ended. Called on many threads at once. */
public interface CallListener {
  /** Lets calls pass, and logs what broke. */
  CallListener NONE =
      new CallListener() {
        @Override
        public void called(String service, String label, int status, String outcome) {}

        @Override
        public void broke(String service, String call, RuntimeException why) {
          LoggerFactory.getLogger(CallListener.class).error("{} broke: {}", service, call, why);
        }
      };

  /**
   * @param service the service's name
   * @param label what was called, such as {@code chat.postMessage}
   * @param status HTTP status; for an answer that was lost the one that was lost, 0 if there was
   *     none
   * @param outcome {@code ok}, an error word, or the word of the fault that was played, such as
   *     {@code lost-answers}; {@code rate-limits 2s} if the caller was told to stay away for 2 s
   */
  void called(String service, String label, int status, String outcome);

  /**
   * A mock broke while answering, whoever called: a bug of the mock, not of the pipeline. The
   * caller got status 500 without details.
   */
  void broke(String service, String call, RuntimeException why);
}
