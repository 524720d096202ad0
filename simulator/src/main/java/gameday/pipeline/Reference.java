package gameday.pipeline;

import gameday.process.EscalationMessage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agent points at in a note {@code /escalate same as X}.
 *
 * @param named X: a permalink of Slack, a message's ts, or a conversation's number
 * @param rest what the agent wrote below that line
 */
record Reference(String named, String rest) {
  private static final Pattern SAME_AS =
      Pattern.compile(
          "same\\s+as\\s+<?([^\\s<>|]{1,500})(?:\\|[^>]*)?>?[\\s.,;!?]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern TS = Pattern.compile("\\d{1,12}\\.\\d{6}");
  private static final Pattern PERMALINK = Pattern.compile("https?://[^?]*/p(\\d{7,18})(?:\\?.*)?");
  private static final Pattern THREAD =
      Pattern.compile("[?&]thread_ts=(\\d{1,12}\\.\\d{6})(?:&|$)");
  private static final int FRACTION = 6;

  /** The reference in an escalation note, if it is one. */
  static Optional<Reference> in(String note) {
    String words = note.strip().substring(EscalationMessage.NOTE_COMMAND.length()).strip();
    int end = words.indexOf('\n');
    String line = end < 0 ? words : words.substring(0, end).strip();
    Matcher sameAs = SAME_AS.matcher(line);
    return sameAs.matches()
        ? Optional.of(
            new Reference(
                sameAs.group(1).replaceFirst("[,;.!?]+$", ""),
                end < 0 ? "" : words.substring(end).strip()))
        : Optional.empty();
  }

  /** The ts of the thread it names, if it names one. */
  Optional<String> thread() {
    if (TS.matcher(named).matches()) {
      return Optional.of(named);
    }
    Matcher link = PERMALINK.matcher(named);
    if (!link.matches()) {
      return Optional.empty();
    }
    Matcher parent = THREAD.matcher(named);
    String digits = link.group(1);
    int point = digits.length() - FRACTION;
    return Optional.of(
        parent.find()
            ? parent.group(1)
            : digits.substring(0, point) + "." + digits.substring(point));
  }

  /** The number of the conversation it names, if it is one. */
  String conversation() {
    return named.startsWith("#") ? named.substring(1) : named;
  }
}
