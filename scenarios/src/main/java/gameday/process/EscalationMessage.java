package gameday.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The escalation template as text: what an agent writes in a {@code /escalate} note, and what
 * stands in Slack.
 *
 * <pre>
 * Hi &lt;!here&gt;, we need your help.
 * *Issue:* The microphone of the first speaker is not found
 * *Page or session URL:* https://horizon.example/sessions/keynote
 * *Affected users:* ada@example.org, bob@example.org
 * *Screenshot:* none
 * </pre>
 *
 * A note has the same four lines under {@code /escalate}, without the greeting. Reading is lenient
 * about case, asterisks, order and the usual other names of a field, because people and other
 * pipelines write it too. A value goes on over further lines until the next field; we indent those
 * lines, so that a line of a user's text that looks like a field stays text.
 */
public final class EscalationMessage {
  /** What a private note must start with to be an escalation. */
  public static final String NOTE_COMMAND = "/escalate";

  private static final String INDENT = "    ";

  private enum Field {
    ISSUE("issue|what is the issue|problem"),
    PAGE("page or session url|affected page or session url|page|url|session url|session"),
    EMAILS("affected users|affected users' e-?mails?|affected e-?mails?|users|e-?mails?"),
    SCREENSHOT("screenshot|screenshot, if possible");

    private final Pattern start;

    /** The letters that its names begin with: a quick look saves most searches. */
    private final String initials;

    Field(String names) {
      initials =
          Arrays.stream(names.split("\\|"))
              .map(name -> name.substring(0, 1))
              .collect(Collectors.joining());
      start =
          Pattern.compile(
              "^ {0,3}\\*?(?:" + names + ")\\s*:\\*?[ \\t]*(.*)$", Pattern.CASE_INSENSITIVE);
    }
  }

  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final Pattern LINK = Pattern.compile("<((?:https?|mailto):[^>|]*)(\\|[^>]*)?>");
  private static final Pattern PERSON = Pattern.compile("<@[UW][A-Z0-9]+(\\|[^>]*)?>");

  // Bounded, since it may have to look through much of a user's text.
  private static final Pattern EMAIL =
      Pattern.compile("(?<![^\\s,;<>|:()])[^\\s,;<>|:()@]{1,64}@[^\\s,;<>|()@]{1,255}");

  private EscalationMessage() {}

  /** The message for Slack; every field is escaped. */
  public static String forSlack(Mention mention, EscalationTemplate template) {
    return "Hi "
        + mention.markup()
        + ", we need your help.\n"
        + lines(template, true).collect(Collectors.joining("\n"));
  }

  /** The private note that asks the pipeline to escalate. */
  public static String forNote(EscalationTemplate template) {
    return NOTE_COMMAND + "\n" + lines(template, false).collect(Collectors.joining("\n"));
  }

  private static Stream<String> lines(EscalationTemplate template, boolean slack) {
    String star = slack ? "*" : "";
    return Stream.of(
        star + "Issue:" + star + " " + shown(template.issue(), slack),
        star + "Page or session URL:" + star + " " + shown(template.page(), slack),
        star + "Affected users:" + star + " " + shown(String.join(", ", template.emails()), slack),
        star + "Screenshot:" + star + " " + shown(template.screenshot().orElse("none"), slack));
  }

  private static String shown(String value, boolean slack) {
    String indented = value.strip().replaceAll("\\R", "\n" + INDENT);
    return slack ? SlackText.escape(indented) : indented;
  }

  /** Whether a private note asks for an escalation. */
  public static boolean isEscalationNote(String note) {
    String head = note.stripLeading();
    return head.regionMatches(true, 0, NOTE_COMMAND, 0, NOTE_COMMAND.length())
        && (head.length() == NOTE_COMMAND.length()
            || Character.isWhitespace(head.charAt(NOTE_COMMAND.length())));
  }

  /** Whether {@code slackText} really notifies people: {@code <!here>} or a person, not "@here". */
  public static boolean hasRealMention(String slackText) {
    return slackText.contains("<!here>")
        || slackText.contains("<!here|")
        || PERSON.matcher(slackText).find();
  }

  /**
   * The fields found in a note's text; those missing are empty. Empty if no field is found at all.
   */
  public static Optional<EscalationTemplate> readNote(String note) {
    return read(note, false);
  }

  /**
   * The fields found in a Slack message, unescaped; those missing are empty. Empty if no field is
   * found at all, that is if the message is no escalation.
   */
  public static Optional<EscalationTemplate> readSlack(String slackText) {
    return read(slackText, true);
  }

  private static Optional<EscalationTemplate> read(String text, boolean slack) {
    Map<Field, StringBuilder> found = new EnumMap<>(Field.class);
    StringBuilder current = null;
    for (String line : LINE_END.split(text, -1)) {
      Started started = started(line);
      if (started != null && !found.containsKey(started.field)) {
        current = new StringBuilder(started.rest);
        found.put(started.field, current);
      } else if (current != null) {
        current.append('\n').append(line.startsWith(INDENT) ? line.substring(4) : line);
      }
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String screenshot = value(found, Field.SCREENSHOT, slack);
    return Optional.of(
        new EscalationTemplate(
            value(found, Field.ISSUE, slack),
            value(found, Field.PAGE, slack),
            emails(value(found, Field.EMAILS, slack)),
            Optional.of(screenshot).filter(EscalationMessage::isThere)));
  }

  private record Started(Field field, String rest) {}

  private static Started started(String line) {
    char initial = line.indexOf(':') < 0 ? ' ' : initial(line);
    for (Field field : Field.values()) {
      if (field.initials.indexOf(initial) >= 0) {
        Matcher matcher = field.start.matcher(line);
        if (matcher.matches()) {
          return new Started(field, matcher.group(1));
        }
      }
    }
    return null;
  }

  /** The letter that a field's name would begin with here, in lower case. */
  private static char initial(String line) {
    int at = 0;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '*')) {
      at++;
    }
    return at < line.length() ? Character.toLowerCase(line.charAt(at)) : ' ';
  }

  private static String value(Map<Field, StringBuilder> found, Field field, boolean slack) {
    String raw = found.getOrDefault(field, new StringBuilder()).toString().strip();
    // Slack turns links into <https://…>; what is shown is what lies between the brackets.
    return slack ? SlackText.unescape(LINK.matcher(raw).replaceAll("$1")) : raw;
  }

  /** The e-mail addresses in a text, in lower case and in order. */
  public static List<String> emails(String value) {
    List<String> emails = new ArrayList<>();
    Matcher matcher = EMAIL.matcher(value);
    while (matcher.find()) {
      emails.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    return emails;
  }

  private static boolean isThere(String value) {
    return !value.isBlank() && !value.equalsIgnoreCase("none") && !value.equals("-");
  }
}
