package gameday.pipeline;

import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.Mention;
import gameday.process.SlackText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pipeline's words. Slack cuts a text after 40,000 characters without saying so; fields are
 * shortened so that even fully escaped the message stays below, and say that they were.
 */
final class Wording {
  private static final int ISSUE_LIMIT = 3_000;
  private static final int LINE_LIMIT = 1_000;
  private static final int EMAILS_LIMIT = 50;

  /** An address is no longer, by its standard. */
  private static final int EMAIL_LIMIT = 254;

  /** So long a message names those who joined; Slack would take a quarter more. */
  private static final int ADDED_LIMIT = 30_000;

  private static final int QUOTE_LIMIT = 60;
  private static final String SHORTENED = " … (shortened)";
  private static final Pattern MENTION = Pattern.compile("<[@!#]");
  private static final Pattern LINK =
      Pattern.compile("<((?:https?://|mailto:)[^>|]*)(?:\\|([^>]*))?>");

  private Wording() {}

  static String escalation(Mention mention, EscalationTemplate template) {
    return EscalationMessage.forSlack(
        mention,
        new EscalationTemplate(
            shortened(template.issue(), ISSUE_LIMIT),
            shortened(template.page(), LINE_LIMIT),
            bounded(template.emails()),
            template.screenshot().map(file -> shortened(file, LINE_LIMIT))));
  }

  /** Addresses, as many as a message takes; what is too long to be one is left out. */
  static List<String> bounded(List<String> emails) {
    return emails.stream()
        .filter(email -> email.length() <= EMAIL_LIMIT)
        .limit(EMAILS_LIMIT)
        .toList();
  }

  /** What is kept of a text that may become an issue: no more of it is ever shown. */
  static String kept(String text) {
    return text.length() > ISSUE_LIMIT ? text.substring(0, ISSUE_LIMIT + 1) : text;
  }

  /** Names those first in {@code joiners}, and takes as many off as fit. Mentions nobody. */
  static String alsoAffected(Queue<Issue.Joiner> joiners) {
    StringBuilder names = new StringBuilder("Also affected: ");
    StringBuilder screenshots = new StringBuilder();
    boolean first = true;
    while (!joiners.isEmpty()) {
      Issue.Joiner joiner = joiners.element();
      String who =
          joiner.emails().isEmpty()
              ? "somebody whose address isn't known"
              : escaped(String.join(", ", joiner.emails()), EMAILS_LIMIT * EMAIL_LIMIT);
      String picture =
          joiner.screenshot().isBlank()
              ? ""
              : "\n*Screenshot:* " + escaped(joiner.screenshot(), LINE_LIMIT);
      int length = names.length() + screenshots.length() + who.length() + picture.length();
      if (!first && length > ADDED_LIMIT) {
        break;
      }
      names.append(first ? "" : ", ").append(who);
      screenshots.append(picture);
      first = false;
      joiners.remove();
    }
    return names.append(screenshots).toString();
  }

  /** Stands in for a file that the chat doesn't give. */
  static String fileLink(Attachment file) {
    return "Screenshot: " + escaped(file.name(), LINE_LIMIT) + " " + escaped(file.url(), 3_000);
  }

  static String moreFiles() {
    return "There are more screenshots; they are in the chat.";
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

  static String correctionNote(String threadTs, String answer) {
    return "Corrected answer from Slack (thread " + threadTs + "):\n" + answer;
  }

  static String correction(String answer) {
    return "Please read this instead of our earlier answer:\n" + answer;
  }

  static String withdrawalNote(String threadTs, String answer) {
    return "The answer from Slack (thread "
        + threadTs
        + ") was withdrawn: \""
        + quoted(answer)
        + "\"";
  }

  static String withdrawal(String answer) {
    return "We have to take back our earlier answer: \"" + quoted(answer) + "\"";
  }

  static String notLetIn(String email, String reason) {
    return shortened(email, EMAIL_LIMIT) + " was not let into this Mod chat (" + reason + ").";
  }

  static String howToLetIn() {
    return "Nobody was let in. Write one e-mail address: /let-in ada@example.org";
  }

  private static String quoted(String answer) {
    String line = answer.strip().replaceAll("\\s+", " ");
    return line.length() > QUOTE_LIMIT ? cut(line, QUOTE_LIMIT) + "…" : line;
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
                  return Matcher.quoteReplacement(same ? address : label + " (" + address + ")");
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
    return cut(text, limit) + SHORTENED;
  }

  private static String cut(String text, int limit) {
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end);
  }
}
