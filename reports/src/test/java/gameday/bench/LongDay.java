package gameday.bench;

import gameday.history.Happening;
import gameday.history.Happening.IntruderTried;
import gameday.history.Happening.OfQuestion;
import gameday.history.Happening.PipelineCalled;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.PipelineReady;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunStarted;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.WebhookDelivered;
import gameday.history.jsonl.HistoryWriter;
import gameday.rehearsed.Copies;
import gameday.rehearsed.Day;
import gameday.rehearsed.Day.Timed;
import gameday.rehearsed.Horizon;
import gameday.script.jsonl.ScriptFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongFunction;

/**
 * A run of any number of questions, written to disk as it is made: the honest day of {@link
 * Horizon} over and over, each with names of its own and a moment later than the one before, with
 * the webhooks and calls that a live rehearsal has beside.
 */
final class LongDay {
  private static final int QUESTIONS = 5;

  /** Six days in a second, which is thirty questions. */
  private static final long STEP_NANOS = 166_666_667L;

  private static final String COPY = "\u0001";
  private static final String TIME = "\u0002";
  private static final String NUMBER = "\u0003";
  private static final String MARKS = "(?<=[\u0001-\u0003])|(?=[\u0001-\u0003])";

  private final long copies;
  private final Writer out;
  private final LongFunction<String> time;
  private long lines;

  private LongDay(long copies, Writer out, LongFunction<String> time) {
    this.copies = copies;
    this.out = out;
    this.time = time;
  }

  /** Writes script and history of at least that many questions. */
  static void write(long questions, Path script, Path history) throws IOException {
    long copies = (questions + QUESTIONS - 1) / QUESTIONS;
    try (BufferedWriter out = Files.newBufferedWriter(script)) {
      new LongDay(copies, out, nanos -> Duration.ofNanos(nanos).toString()).writeScript();
    }
    try (BufferedWriter out = Files.newBufferedWriter(history)) {
      new LongDay(copies, out, Long::toString).writeHistory();
    }
  }

  /** A line of the day, cut where something goes that differs from copy to copy. */
  private static final class Track {
    private final long offsetNanos;
    private final String[] pieces;
    private long copy;

    Track(long offsetNanos, String line) {
      this.offsetNanos = offsetNanos;
      this.pieces = line.split(MARKS);
    }

    long atNanos() {
      return offsetNanos + copy * STEP_NANOS;
    }
  }

  private void writeScript() throws IOException {
    StringWriter written = new StringWriter();
    ScriptFile.write(Horizon.script(), written);
    String[] text = written.toString().split("\n");
    out.write(text[0] + "\n");
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      Duration at = Horizon.script().questions().get(i).at();
      String line = text[i + 1].replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"" + TIME + "\"");
      tracks.add(new Track(at.toNanos(), new Copies(true).line(line, COPY)));
    }
    write(tracks);
  }

  private void writeHistory() throws IOException {
    out.write(line(new RunStarted("horizon", 1, 1, "wall")).split("\n")[0] + "\n");
    write(new RunStarted("horizon", 1, 1, "wall"), 0);
    write(new PipelineReady("http"), 0);
    write(new IntruderTried("help-chat", "unsigned", 401, "forged-0000000a"), 1);
    List<Track> tracks = new ArrayList<>();
    for (Timed timed : withMachines(Horizon.honest()).happenings()) {
      long nanos = Math.round(timed.second() * 1e9);
      tracks.add(new Track(nanos, new Copies(true).line(template(timed.what()), COPY)));
    }
    write(tracks);
    write(new RunEnded(RunEnded.Reason.DRAINED, ""), 4_000_000_000_000L + copies * STEP_NANOS);
  }

  private static Day withMachines(Day honest) {
    Day day = Day.empty();
    for (Timed timed : honest.happenings()) {
      Happening what = timed.what();
      boolean ofRun =
          what instanceof RunStarted
              || what instanceof RunEnded
              || what instanceof PipelineReady
              || what instanceof IntruderTried;
      if (!ofRun) {
        day = day.at(timed.second(), what);
      }
      if (what instanceof OfQuestion of) {
        String question = of.question().value();
        day = day.at(timed.second() + 0.02, heard("help-chat", "c" + question.substring(2)));
      } else if (what instanceof SlackPosted post) {
        day = day.at(timed.second() + 0.02, heard("slack", "C0123:" + post.ts()));
      }
      boolean pipelines =
          what instanceof PipelineNoted
              || (what instanceof SlackPosted post && post.author().equals(Horizon.BOT));
      if (pipelines) {
        day = day.at(timed.second(), new PipelineCalled("slack", "chat.postMessage", 200, "ok"));
      }
    }
    return day;
  }

  private static WebhookDelivered heard(String from, String conversation) {
    return new WebhookDelivered(
        from, "1f6c2a90-4c1b-4e7e-9a55-d2b7c8e0f3a1", 0, 200, 21_345_678, conversation);
  }

  private static String line(Happening what) throws IOException {
    StringWriter written = new StringWriter();
    try (HistoryWriter writer = HistoryWriter.to(written)) {
      writer.append(0, what);
    }
    return written.toString();
  }

  private static String template(Happening what) throws IOException {
    return line(what)
        .split("\n")[1]
        .replaceFirst("\"seq\":0,\"at\":0", "\"seq\":" + NUMBER + ",\"at\":" + TIME);
  }

  private void write(Happening what, long atNanos) throws IOException {
    write(new Track(atNanos, template(what)));
  }

  private void write(List<Track> tracks) throws IOException {
    PriorityQueue<Track> next = new PriorityQueue<>(Comparator.comparingLong(Track::atNanos));
    next.addAll(tracks);
    while (!next.isEmpty()) {
      Track track = next.remove();
      write(track);
      track.copy++;
      if (track.copy < copies) {
        next.add(track);
      }
    }
  }

  private void write(Track track) throws IOException {
    for (String piece : track.pieces) {
      switch (piece) {
        case COPY -> out.write(Long.toString(track.copy));
        case TIME -> out.write(time.apply(track.atNanos()));
        case NUMBER -> out.write(Long.toString(lines));
        default -> out.write(piece);
      }
    }
    out.write('\n');
    lines++;
  }
}
