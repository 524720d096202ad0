package gameday.pipeline.server;

import gameday.mocks.chat.ChatListener;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What visitors and the pipeline did in one chat. */
final class Heard implements ChatListener {
  /** A note, and where it stands. */
  record Note(String conversation, String text) implements Comparable<Note> {
    @Override
    public int compareTo(Note other) {
      return ORDER.compare(this, other);
    }
  }

  private static final Comparator<Note> ORDER =
      Comparator.comparing(Note::conversation).thenComparing(Note::text);

  final List<String> opened = new CopyOnWriteArrayList<>();
  final List<String> notes = new CopyOnWriteArrayList<>();
  final List<Note> noted = new CopyOnWriteArrayList<>();
  final List<String> replies = new CopyOnWriteArrayList<>();

  @Override
  public void opened(String conversation, String visitorKey, String email, String text) {
    opened.add(conversation);
  }

  @Override
  public void visitorWrote(String conversation, String text) {}

  @Override
  public void pipelineReplied(String conversation, String text) {
    replies.add(text);
  }

  @Override
  public void pipelineNoted(String conversation, String text) {
    notes.add(text);
    noted.add(new Note(conversation, text));
  }
}
