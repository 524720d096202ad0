package gameday.report;

import gameday.measures.Part;
import gameday.measures.QuestionTimes;
import gameday.scenario.Scenario;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import gameday.story.Leg;
import gameday.story.SequencePicture;
import gameday.story.Story;
import gameday.verdict.Blame;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A question's story, or a list of what was violated, as text for a terminal. */
public final class StoryText {
  /** How many violations of one rule a list names. */
  private static final int LISTED = 5;

  private static final int TOLD = 300;

  private final TextStyle style;
  private final boolean whole;
  private final StringBuilder out = new StringBuilder();

  private StoryText(TextStyle style, boolean whole) {
    this.style = style;
    this.whole = whole;
  }

  /**
   * The whole story, ending with a line break.
   *
   * @param whole whether texts are told in full length
   */
  public static String of(Story story, Scenario scenario, TextStyle style, boolean whole) {
    StoryText text = new StoryText(style, whole);
    text.question(story, scenario);
    text.head("The process sees");
    text.lines(
        "  ", story.expected().stream().map(Leg::words).collect(Collectors.joining(" → ")) + ".");
    text.head("What happened (* proves a finding; #n is the sequence in history.jsonl)");
    text.out.append(TextPicture.of(story.picture(), style, whole));
    text.cases(story.cases());
    text.times(story.times());
    return text.out.toString();
  }

  /** One violation that names no question: its sentence and its witnesses. */
  public static String of(
      Violation violation, Optional<SequencePicture> picture, TextStyle style, boolean whole) {
    StoryText text = new StoryText(style, whole);
    text.lines("", violation.rule() + ": " + finding(violation));
    if (picture.isPresent()) {
      text.head("Its witnesses (#n is the sequence in history.jsonl)");
      text.out.append(TextPicture.of(picture.get(), style, whole));
    } else {
      text.lines("", "The proof is an absence: no entry of the history.");
    }
    return text.out.toString();
  }

  /**
   * What was violated, with the command that tells each story.
   *
   * @param explain the command, without what to explain
   */
  public static String of(List<RuleVerdict> rules, String explain, TextStyle style) {
    StoryText text = new StoryText(style, false);
    List<RuleVerdict> violated = rules.stream().filter(r -> !r.violations().isEmpty()).toList();
    if (violated.isEmpty()) {
      text.lines("", "No rule was violated. Any question's story: " + explain + " QUESTION");
    }
    for (RuleVerdict rule : violated) {
      int number = rule.violations().size();
      text.lines("", rule.rule() + ": " + Headline.count(number, "violation"));
      for (Violation violation : rule.violations().stream().limit(LISTED).toList()) {
        text.lines("  ", told(violation));
        String what = violation.question().map(QuestionId::value).orElse("--rule " + rule.rule());
        text.lines("    ", explain + " " + what);
      }
      if (number > LISTED) {
        text.lines("  ", "… and %,d more, in violations.csv".formatted(number - LISTED));
      }
    }
    return text.out.toString();
  }

  private static String told(Violation violation) {
    String question = violation.question().map(id -> id.value() + ": ").orElse("");
    return question + finding(violation);
  }

  private static String finding(Violation violation) {
    String proof =
        violation.witnesses().stream()
            .limit(Facts.WITNESSES_TOLD)
            .map(entry -> "#" + entry.sequence())
            .collect(Collectors.joining(", "));
    String whose = violation.blame() == Blame.PIPELINE ? "pipeline’s" : violation.blame().word();
    return "%s (%s)"
        .formatted(
            Visible.line(violation.sentence(), TOLD),
            proof.isEmpty() ? whose + "; the proof is an absence" : whose + "; " + proof);
  }

  private void question(Story story, Scenario scenario) {
    ScriptedQuestion question = story.question();
    String chat = story.picture().words(gameday.story.Lane.CHAT);
    lines(
        "",
        "%s: %s in the %s, about %s"
            .formatted(
                Visible.line(question.id().value(), 60),
                question.asker().audience().word(),
                chat,
                Visible.line(question.topic(), 60)));
    fact("asker", "%s <%s>".formatted(question.asker().name(), question.asker().email()));
    fact("meant for", Times.clock(scenario.event().starts(), question.at()));
    fact("page", question.page());
    question.session().ifPresent(session -> fact("session", session));
    fact("asks", question.messages().getFirst().text());
    fact("known to", question.truth().word());
    fact("answer", question.answer());
    for (Story.SlackThread thread : story.threads()) {
      String others = thread.others() == 0 ? "" : ", with %,d others".formatted(thread.others());
      fact("thread", "#" + thread.channel() + " " + thread.ts() + others);
    }
  }

  private void fact(String name, String value) {
    String told = whole ? Visible.text(value) : Visible.brief(value, TOLD);
    List<String> lines = Wrapped.lines(style.shown(told), style.width() - 12);
    for (int i = 0; i < lines.size(); i++) {
      out.append("  %-10s".formatted(i == 0 ? name : ""))
          .append(lines.get(i).stripTrailing())
          .append('\n');
    }
  }

  private void cases(List<Story.Case> cases) {
    head("Rules it was a case of");
    for (Story.Case one : cases) {
      boolean held = one.findings().isEmpty();
      lines("  ", (held ? "✓ " : "✗ ") + one.rule());
      one.findings().forEach(finding -> lines("      ", finding(finding)));
    }
    if (cases.isEmpty()) {
      lines("  ", "None.");
    }
  }

  private void times(Optional<QuestionTimes> measured) {
    if (measured.isEmpty()) {
      return;
    }
    QuestionTimes times = measured.get();
    head("Response times, from the intended moment: " + Tally.words(times.end()));
    List<String> parts = new ArrayList<>();
    times.firstResponse().ifPresent(time -> parts.add("first response " + Times.words(time)));
    times.firstHumanResponse().ifPresent(t -> parts.add("first human response " + Times.words(t)));
    times.resolution().ifPresent(time -> parts.add("resolution " + Times.words(time)));
    if (parts.isEmpty()) {
      parts.add("nobody wrote back");
    }
    lines("  ", String.join(", ", parts) + ".");
    List<String> spent = new ArrayList<>();
    for (Part part : Part.values()) {
      Duration time = times.parts().getOrDefault(part, Duration.ZERO);
      if (time.isPositive()) {
        spent.add(part.words() + " " + Times.words(time));
      }
    }
    if (!spent.isEmpty()) {
      lines("  ", "Where it went: " + String.join(", ", spent) + ".");
    }
  }

  private void head(String words) {
    out.append('\n');
    for (String line : Wrapped.lines(style.shown(words), style.width())) {
      out.append(style.bold(line)).append('\n');
    }
  }

  private void lines(String indent, String text) {
    for (String line : Wrapped.lines(style.shown(text), style.width() - indent.length())) {
      out.append((indent + line).stripTrailing()).append('\n');
    }
  }
}
