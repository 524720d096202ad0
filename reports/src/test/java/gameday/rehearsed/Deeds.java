package gameday.rehearsed;

import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.q;

import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.SlackPosted;
import gameday.process.Chat;
import gameday.script.QuestionId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Single happenings in few words, and ways to pick them out of a day. */
public final class Deeds {
  public static final Author AGENT = new Author(Author.Role.CLIENT_TEAM, "client-team-1");
  public static final Author STRANGER = new Author(Author.Role.OTHER, "visitor");

  /** One nanosecond, in seconds. */
  public static final double NANO = 1e-9;

  private Deeds() {}

  /** A note of the pipeline in the Help chat conversation of a question. */
  public static PipelineNoted note(int number, String text) {
    return new PipelineNoted(Chat.HELP, "c" + number, Optional.of(q(number)), text);
  }

  /** A message at the top of a channel. */
  public static SlackPosted top(
      String channel, String ts, Author author, String text, Integer... about) {
    List<QuestionId> questions = Arrays.stream(about).map(Horizon::q).toList();
    return new SlackPosted(channel, ts, Optional.empty(), author, text, questions);
  }

  /** The same message of the event's channel, under another ts, by another author. */
  public static SlackPosted as(SlackPosted post, String ts, Author author) {
    return new SlackPosted(
        post.channel(), ts, post.threadTs(), author, post.text(), post.questions());
  }

  /** A message in a thread of the event's channel. */
  public static SlackPosted in(String thread, Author author, String text, Integer... about) {
    List<QuestionId> questions = Arrays.stream(about).map(Horizon::q).toList();
    String ts = thread + Math.abs((author + text).hashCode());
    return new SlackPosted(CHANNEL, ts, Optional.of(thread), author, text, questions);
  }

  public static UnaryOperator<SlackPosted> saying(UnaryOperator<String> how) {
    return p ->
        new SlackPosted(
            p.channel(), p.ts(), p.threadTs(), p.author(), how.apply(p.text()), p.questions());
  }

  public static Predicate<Happening> isPost(String beginning) {
    return h -> h instanceof SlackPosted p && p.text().startsWith(beginning);
  }

  public static <T extends Happening> Predicate<Happening> is(Class<T> kind) {
    return kind::isInstance;
  }

  public static <T extends Happening> Predicate<Happening> is(Class<T> kind, Predicate<T> which) {
    return h -> kind.isInstance(h) && which.test(kind.cast(h));
  }
}
