package gameday.mocks.sdk;

import java.net.URI;
import java.util.Optional;

/**
 * An app made with Bolt, unmodified, which talks to Slack at another base URL. Whatever the
 * language, it does this:
 *
 * <ul>
 *   <li>to a message with {@code help} it replies in the thread, with a button {@code take};
 *   <li>a mention it answers in the thread, and so it says who reacted to a message;
 *   <li>a message {@code fail once} it fails to take, and says in the thread how it got it again;
 *   <li>{@code /status} it answers at once, with what followed the command;
 *   <li>when {@code take} is pressed, it replaces the message;
 *   <li>the shortcut {@code ask} opens a view, in which {@code ?} won't do; what else is written
 *       there it tells the person.
 * </ul>
 */
interface BoltApp extends AutoCloseable {
  /** Where it takes what Slack sends; empty if it has opened a socket instead. */
  Optional<URI> url();

  @Override
  void close();
}
