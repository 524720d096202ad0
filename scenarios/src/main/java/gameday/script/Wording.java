package gameday.script;

import gameday.process.Audience;
import gameday.process.Tier;
import gameday.scenario.EventPlan;
import gameday.scenario.SessionPlan;
import gameday.script.ScriptedQuestion.Line;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words one question from the phrasebook.
 *
 * @param event the event it is asked at
 * @param chance the question's draws
 * @param asker who asks
 * @param topic about what
 * @param at when
 * @param session the session it is about
 */
record Wording(
    EventPlan event,
    Chance chance,
    Asker asker,
    String topic,
    Duration at,
    Optional<SessionPlan> session) {
  private static final Phrasebook BOOK = Phrasebook.shipped();
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final double TYPOS = 0.1;
  private static final double QUIRKS = 0.12;
  private static final double SECOND_LINES = 0.2;
  private static final Duration SECOND_LINE_AFTER = Duration.ofSeconds(15);

  /** What the asker writes: one message, sometimes two. */
  List<Line> messages() {
    List<Line> messages = new ArrayList<>();
    messages.add(new Line(Duration.ZERO, said(filled(pick("phrase", asks())))));
    if (chance.happens("second-line", SECOND_LINES)) {
      Duration after =
          SECOND_LINE_AFTER.plus(Chance.millis(chance.exponential("second-line-after") * 20e9));
      messages.add(new Line(after, pick("second-line-text", BOOK.common("second"))));
    }
    return messages;
  }

  /** What an agent writes as the issue: who, what, where, on what, since when. */
  String issue() {
    return filled(pick("issue", BOOK.issues(audience(), topic)))
        + pick("device-words", List.of(" ({device}, {browser})", " on {device}", " – {browser}"))
            .replace("{device}", device())
            .replace("{browser}", browser())
        + ", since "
        + event.starts().plus(at).format(CLOCK);
  }

  /** What the tier that can answer says. */
  String answer(Tier truth, QuestionId id) {
    String opening = pick("opening", BOOK.openings(truth));
    String help = filled(pick("answer", BOOK.answers(audience(), topic)));
    // Phrases begin in lower case, to go on after a colon.
    String begun =
        opening.endsWith(".") ? Character.toUpperCase(help.charAt(0)) + help.substring(1) : help;
    return opening + " " + begun + " (ref " + id + ")";
  }

  /** What it says once whoever gave it has seen what was wrong with it. */
  String corrected(QuestionId id) {
    return pick("corrected", BOOK.common("corrected"))
        + " "
        + filled(pick("corrected-answer", BOOK.answers(audience(), topic)))
        + " (ref "
        + id
        + "-corrected)";
  }

  /** What an asker writes who comes back. */
  String again() {
    return pick("again", BOOK.common("again")) + " " + filled(pick("phrase", asks()));
  }

  /** What an agent writes as the issue of who has come back. */
  String issueAgain() {
    return "Back again: " + issue();
  }

  /** What who has come back is told. */
  String answerAgain(Tier truth, QuestionId id) {
    return answer(truth, new QuestionId(id + "-again"));
  }

  /** What the asker asks on. */
  String followUp() {
    return filled(pick("follow-up-text", BOOK.followUps(audience(), topic)));
  }

  /** What the agent says to that. */
  String followUpAnswer(QuestionId id) {
    return pick("follow-up-answer", BOOK.common("follow-up-answer")) + " (ref " + id + "-2)";
  }

  /** URL of the affected page. */
  String page() {
    String page = BOOK.page(audience(), topic);
    if (isAboutSession()) {
      return session
          .map(about -> event.url() + "/sessions/" + about.id())
          .orElse(event.url() + "/sessions");
    }
    return event.url() + "/" + page;
  }

  /** Whether the topic concerns a session rather than the event. */
  boolean isAboutSession() {
    return BOOK.page(audience(), topic).equals("session");
  }

  private List<String> asks() {
    return BOOK.questions(audience(), topic);
  }

  private Audience audience() {
    return asker.audience();
  }

  private String pick(String purpose, List<String> from) {
    return from.get(chance.below(purpose, from.size()));
  }

  private String device() {
    return pick("device", BOOK.common("device"));
  }

  private String browser() {
    return pick("browser", BOOK.common("browser"));
  }

  private String filled(String phrase) {
    return phrase
        .replace("{name}", asker.name())
        .replace("{event}", event.name())
        .replace("{session}", session.map(SessionPlan::title).orElse(event.name()))
        .replace("{topic}", topic.replace('-', ' '))
        .replace("{device}", device())
        .replace("{browser}", browser());
  }

  /** As people type: some with a slip of the finger, some with signs a machine must escape. */
  private String said(String text) {
    String typed = chance.happens("typo", TYPOS) ? slipped(text) : text;
    return chance.happens("quirk", QUIRKS)
        ? pick("quirk-text", BOOK.common("quirk")).replace("\\n", "\n").replace("{text}", typed)
        : typed;
  }

  private String slipped(String text) {
    int at = chance.below("typo-at", text.length() - 1);
    boolean letters =
        Character.isLetter(text.charAt(at)) && Character.isLetter(text.charAt(at + 1));
    return letters
        ? text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2)
        : text;
  }
}
