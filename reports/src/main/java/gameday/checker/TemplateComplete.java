package gameday.checker;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.evidence.Moment;
import gameday.history.Entry;
import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.Escalated;
import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.Profile;
import gameday.process.SlackText;
import gameday.verdict.Blame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Owns what an escalation says: a greeting that really mentions whom the profile names (the letters
 * {@code @here} wake nobody), an issue, a page, the asker's e-mail address, a screenshot if the
 * note had one, and everything a user typed escaped, once. A field that the agent's own note lacks
 * is the agent's. A greeting that mentions Tech Support is {@code tech-support-through-csm}'s; the
 * text of repeated posts is not judged again.
 */
final class TemplateComplete implements Rule {
  private static final Pattern FIELD =
      Pattern.compile("(?m)^ {0,3}\\*?(?i:issue|page|affected|screenshot|url|users)[^:\\n]*:");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern LINK = Pattern.compile("<(?:https?://|mailto:)[^>\\n]*>");
  private static final Pattern ESCAPED = Pattern.compile("&(?:amp|lt|gt);");

  private static final String NO_EMAILS = "has no affected users' e-mails";
  private static final String LOST_SCREENSHOT = "has lost the screenshot of the note";

  /** What only the chat can tell: who asks, and what an agent's note holds. */
  private static final Set<String> UNKNOWABLE = Set.of(NO_EMAILS, LOST_SCREENSHOT);

  @Override
  public String id() {
    return "template-complete";
  }

  @Override
  public String sentence() {
    return "An escalation has a greeting with a real mention, the issue, the URL and the affected"
        + " users' e-mails; users' text is escaped.";
  }

  @Override
  public String safety() {
    return "A missing greeting, real mention, issue, page, e-mail address or screenshot; a "
        + "user's text that is not escaped, or escaped twice.";
  }

  @Override
  public String liveness() {
    return "";
  }

  @Override
  public String example() {
    return "A user writes <!channel>, the pipeline passes it on as it is, and everybody's phone "
        + "rings.";
  }

  @Override
  public String needs() {
    return Exercise.ESCALATION;
  }

  @Override
  public boolean isExercised(Evidence evidence) {
    return Exercise.escalations(evidence);
  }

  @Override
  public Findings judge(Evidence evidence) {
    Findings findings = new Findings(id());
    for (Issue issue : evidence.issues()) {
      if (!issue.isRepeated()) {
        findings.judged();
        judge(evidence, issue, findings);
      }
    }
    return findings;
  }

  private static void judge(Evidence evidence, Issue issue, Findings findings) {
    String text = issue.root().what().text();
    Matcher field = FIELD.matcher(text);
    int body = field.find() ? field.start() : text.length();
    List<CaseFile> files =
        issue.root().what().questions().stream()
            .flatMap(q -> evidence.caseOf(q).stream())
            .map(file -> file.turnOf(issue))
            .toList();
    Optional<EscalationTemplate> noted =
        files.stream()
            .flatMap(
                file ->
                    NoQuestionLost.note(file).filter(n -> isOf(n, file, issue, evidence)).stream())
            .findFirst()
            .flatMap(note -> EscalationMessage.readNote(note.what().text()));
    List<String> faults = new ArrayList<>();
    List<String> agents = new ArrayList<>();
    greeting(evidence, text.substring(0, body)).ifPresent(faults::add);
    fields(text, files, noted, faults, agents);
    boolean isAboutNobody =
        files.isEmpty() && evidence.faults().hasWithheld(issue.root().atNanos());
    if (isAboutNobody || files.stream().anyMatch(file -> isHidden(evidence, file, issue))) {
      faults.removeAll(UNKNOWABLE);
    }
    escaping(text.substring(body), files, faults);
    boolean pipelines = issue.root().what().author().role() == Role.PIPELINE;
    breach(issue, files, faults, pipelines ? Blame.PIPELINE : Blame.STAFF, findings);
    breach(issue, files, agents, Blame.STAFF, findings);
  }

  /** Whether a fault kept from the pipeline what was said before it escalated. */
  private static boolean isHidden(Evidence evidence, CaseFile file, Issue issue) {
    return file.first(Asked.class)
        .filter(
            asked ->
                evidence.faults().touches(asked.atNanos(), issue.root().atNanos(), file.hearing()))
        .isPresent();
  }

  /**
   * Whether an escalation was written by this note. By the time a question nobody took is due, it
   * is written without one, and may come into Slack long after that.
   */
  private static boolean isOf(
      Moment<AgentNoted> note, CaseFile file, Issue issue, Evidence evidence) {
    long jitter = evidence.tolerance().recordingNanos();
    return note.atNanos() <= issue.root().atNanos() + jitter
        && evidence.untakenDueNanos(file).filter(due -> due <= note.atNanos()).isEmpty();
  }

  private static void breach(
      Issue issue, List<CaseFile> files, List<String> faults, Blame blame, Findings findings) {
    if (faults.isEmpty()) {
      return;
    }
    List<Entry> witnesses = new ArrayList<>();
    files.stream()
        .flatMap(file -> NoQuestionLost.note(file).stream())
        .map(Moment<AgentNoted>::entry)
        .findFirst()
        .ifPresent(witnesses::add);
    witnesses.add(issue.root().entry());
    findings.breach(
        blame,
        issue.root().what().questions().stream().findFirst(),
        "the escalation " + String.join("; it ", faults),
        witnesses);
  }

  private static Optional<String> greeting(Evidence evidence, String greeting) {
    if (greeting.contains("<!subteam^")) {
      return Optional.empty();
    }
    boolean here = greeting.contains("<!here>") || greeting.contains("<!here|");
    boolean named = EscalationMessage.hasRealMention(greeting) && !here;
    boolean right = evidence.scenario().process().profile() == Profile.CURRENT ? here : named;
    if (right) {
      return Optional.empty();
    }
    String wanted =
        evidence.scenario().process().profile() == Profile.CURRENT ? "<!here>" : "a named CSM";
    return Optional.of(
        "mentions nobody as it should (%s): '%s'".formatted(wanted, greeting.strip()));
  }

  private static void fields(
      String text,
      List<CaseFile> files,
      Optional<EscalationTemplate> noted,
      List<String> faults,
      List<String> agents) {
    EscalationTemplate said =
        EscalationMessage.readSlack(text)
            .orElse(new EscalationTemplate("", "", List.of(), Optional.empty()));
    if (said.issue().isBlank()) {
      (noted.filter(n -> n.issue().isBlank()).isPresent() ? agents : faults).add("has no issue");
    }
    if (said.page().isBlank()) {
      (noted.filter(n -> n.page().isBlank()).isPresent() ? agents : faults)
          .add("has no page or session URL");
    }
    List<String> askers = files.stream().map(file -> file.question().asker().email()).toList();
    if (said.emails().isEmpty()) {
      (noted.filter(n -> n.emails().isEmpty()).isPresent() ? agents : faults).add(NO_EMAILS);
    } else if (!askers.isEmpty() && said.emails().stream().noneMatch(askers::contains)) {
      boolean asNoted = noted.filter(n -> n.emails().equals(said.emails())).isPresent();
      (asNoted ? agents : faults).add("names %s instead of %s".formatted(said.emails(), askers));
    }
    if (said.screenshot().isEmpty() && noted.flatMap(EscalationTemplate::screenshot).isPresent()) {
      faults.add(LOST_SCREENSHOT);
    }
  }

  private static void escaping(String body, List<CaseFile> files, List<String> faults) {
    int raw = raw(body);
    if (raw >= 0) {
      int end = Math.min(body.length(), raw + 20);
      faults.add("has unescaped text: '" + body.substring(raw, end).strip() + "'");
      return;
    }
    String unescaped = SlackText.unescape(body);
    for (CaseFile file : files) {
      String typed = file.escalated().map(Moment::what).map(Escalated::issue).orElse("");
      if (unescaped.contains(typed.strip())) {
        continue;
      }
      String shown = squeezed(unescaped);
      String issue = squeezed(typed);
      // What holds nothing to escape is the same escaped.
      if (!shown.contains(issue) && shown.contains(SlackText.escape(issue))) {
        faults.add("escapes the user's text twice");
        return;
      }
    }
  }

  /** Where something stands that should have been escaped; -1 if nowhere. */
  private static int raw(String body) {
    for (int at = 0; at < body.length(); at++) {
      char sign = body.charAt(at);
      if (sign == '<' || sign == '&') {
        Matcher good = (sign == '<' ? LINK : ESCAPED).matcher(body);
        if (!good.region(at, body.length()).lookingAt()) {
          return at;
        }
      }
    }
    return -1;
  }

  private static String squeezed(String text) {
    return BLANKS.matcher(text.strip()).replaceAll(" ");
  }
}
