package gameday.pipeline;

import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.Mention;
import gameday.process.SlackText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pipeline's words. Slack cuts a text after 40,000 characters without saying so; fields are
 * shortened so that even fully escaped the message stays below, and say that they were.
 */
final class Wording {
  private static final int ISSUE_LIMIT = 3_000;
  private static final int LINE_LIMIT = 1_000;
  private static final int EMAILS_LIMIT = 50;
  private static final String SHORTENED = " … (shortened)";
  private static final Pattern MENTION = Pattern.compile("<[@!#]");
  private static final Pattern LINK =
      Pattern.compile("<((?:https?://|mailto:)[^>|]*)(?:\\|([^>]*))?>");

  private Wording() {}

  static String escalation(Mention mention, EscalationTemplate template) {
    List<String> emails = template.emails();
    return EscalationMessage.forSlack(
        mention,
        new EscalationTemplate(
            shortened(template.issue(), ISSUE_LIMIT),
            shortened(template.page(), LINE_LIMIT),
            emails.size() > EMAILS_LIMIT ? emails.subList(0, EMAILS_LIMIT) : emails,
            template.screenshot().map(file -> shortened(file, LINE_LIMIT))));
  }

  /** A further note of the Client team, for the thread; mentions nobody again. */
  static String followUp(EscalationTemplate template) {
    List<String> lines = new ArrayList<>();
    lines.add("Follow-up from the Client team: " + escaped(template.issue(), ISSUE_LIMIT));
    lines.add("*Page or session URL:* " + escaped(template.page(), LINE_LIMIT));
    template
        .screenshot()
        .ifPresent(file -> lines.add("*Screenshot:* " + escaped(file, LINE_LIMIT)));
    return String.join("\n", lines);
  }

  static String reminder(Mention mention) {
    return "Reminder: " + mention.markup() + ", nobody has replied to this issue yet.";
  }

  static String secondCall(Mention mention) {
    return "Calling again: " + mention.markup() + ", this issue still waits for a reply.";
  }

  static String answerNote(String threadTs, String answer) {
    return "Answer from Slack (thread " + threadTs + "):\n" + answer;
  }

  static String notPosted(String reason) {
    return "This escalation could not be posted to Slack ("
        + reason
        + "). Please post it in the event's channel by hand.";
  }

  /** Whether a thread reply calls on somebody, and so is talk among staff. */
  static boolean mentionsAnybody(String slackText) {
    return MENTION.matcher(slackText).find();
  }

  /** What {@code slackText} shows to a reader, links as plain addresses. */
  static String plain(String slackText) {
    String withoutLinks =
        LINK.matcher(slackText)
            .replaceAll(
                link -> {
                  String address = link.group(1).replaceFirst("^mailto:", "");
                  String label = Optional.ofNullable(link.group(2)).orElse(address);
                  // Slack labels what people typed as "example.org" with exactly that.
                  boolean same = address.endsWith(label) || label.isBlank();
                  return java.util.regex.Matcher.quoteReplacement(
                      same ? address : label + " (" + address + ")");
                });
    return SlackText.unescape(withoutLinks);
  }

  private static String escaped(String text, int limit) {
    return SlackText.escape(shortened(text.strip(), limit).replace("\n", "\n    "));
  }

  private static String shortened(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + SHORTENED;
  }
}
