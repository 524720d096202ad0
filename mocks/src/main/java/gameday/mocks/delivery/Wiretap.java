package gameday.mocks.delivery;

import java.util.Map;

/** Hears each webhook as it is sent. Called on many threads at once; must be quick. */
public interface Wiretap {
  /** Hears nothing. */
  Wiretap NONE = (webhook, headers) -> {};

  /** {@code webhook} goes to the pipeline with these headers, signature and all. */
  void heard(Webhook webhook, Map<String, String> headers);
}
