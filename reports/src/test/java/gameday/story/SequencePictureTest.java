package gameday.story;

import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.noted;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.evidence.Evidence;
import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.IntruderTried;
import gameday.history.Happening.PipelineGone;
import gameday.history.Happening.RunStarted;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.UserWrote;
import gameday.history.Happening.WebhookDelivered;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.rehearsed.Specimens;
import gameday.script.QuestionId;
import gameday.verdict.Blame;
import gameday.verdict.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequencePictureTest {
  private static Evidence evidence(Day day) {
    return new Evidence(Horizon.scenario(), Horizon.script(), day.history());
  }

  private static SequencePicture of(Day day, int question) {
    return SequencePicture.of(evidence(day), q(question), List.of());
  }

  private static List<String> told(SequencePicture picture) {
    return picture.rows().stream()
        .map(row -> row.from() + ">" + row.to() + " " + row.words())
        .toList();
  }

  @Test
  void drawsAnEscalatedQuestionFromTheUserToTheCsmAndBack() {
    SequencePicture picture = of(honest(), 3);

    assertEquals(
        List.of(
            "USER>CHAT asks",
            "USER>CHAT asks for a live agent",
            "AGENT>CHAT client-team-1 takes it",
            "AGENT>CHAT client-team-1 notes privately",
            "AGENT>PIPELINE client-team-1 escalates by a note",
            "PIPELINE>SLACK posts in #horizon-help",
            "CSM>SLACK csm-1 reacts with :eyes:",
            "CSM>SLACK csm-1 writes in the thread 3.0",
            "PIPELINE>CHAT notes privately",
            "AGENT>USER client-team-1 answers",
            "CHAT>CHAT closed by client-team-1"),
        told(picture));
  }

  @Test
  void usesOnlyTheLanesItNeedsFromLeftToRight() {
    assertEquals(List.of(Lane.USER, Lane.CHAT), of(honest(), 1).lanes());
    assertEquals(
        List.of(
            Lane.USER,
            Lane.CHAT,
            Lane.AGENT,
            Lane.PIPELINE,
            Lane.SLACK,
            Lane.CSM,
            Lane.TECH_SUPPORT),
        of(honest(), 4).lanes());
    assertEquals("Mod chat", of(honest(), 4).words(Lane.CHAT));
    assertEquals("Help chat", of(honest(), 3).words(Lane.CHAT));
  }

  @Test
  void countsFromTheMomentItWasAskedInEventTimeAtAnySpeed() {
    for (double speed : new double[] {1, 60}) {
      Day day =
          honest()
              .atSpeed(speed)
              .changing(
                  RunStarted.class,
                  started -> true,
                  started -> new RunStarted(started.scenario(), 1, speed, "wall"));

      Row posted = of(day, 3).rows().get(5);

      assertEquals(Duration.ofMillis(130_500), posted.since());
      assertEquals(Duration.ofMillis(160_500), posted.at());
      assertEquals("09:02:40", posted.clock());
    }
  }

  @Test
  void marksWitnessesAndAddsThoseOfOtherQuestions() {
    Evidence evidence = evidence(honest().at(261, noted(2, 3)));
    Entry stray =
        evidence.history().entries().stream()
            .filter(entry -> entry.what().equals(noted(2, 3)))
            .findFirst()
            .orElseThrow();

    SequencePicture picture = SequencePicture.of(evidence, q(3), List.of(stray));

    List<Row> proof = picture.rows().stream().filter(Row::witness).toList();
    assertEquals(1, proof.size());
    assertEquals(Optional.of(stray.sequence()), proof.getFirst().sequence());
    assertEquals("notes privately in c2, of q-2", proof.getFirst().words());
  }

  @Test
  void marksDeadlinesThatCameDue() {
    List<String> due =
        of(honest(), 5).rows().stream()
            .filter(row -> row.kind() == Row.Kind.DEADLINE)
            .map(row -> row.clock() + " " + row.words())
            .toList();

    // Asked for an agent at 60 s, posted at 661 s, unseen until 1300 s.
    assertEquals(
        List.of(
            "09:11:00 due in Slack: untaken for 10 min",
            "09:16:01 reminder due: unseen for 5 min",
            "09:21:01 second call due: unseen for 10 min"),
        due);
  }

  @Test
  void marksNoDeadlineThatSomebodyForestalled() {
    for (int question : List.of(1, 2, 3, 4)) {
      assertTrue(
          of(honest(), question).rows().stream().noneMatch(row -> row.kind() == Row.Kind.DEADLINE));
    }
  }

  @Test
  void marksADeadlineThatWasMissed() {
    Day day = honest().without(what -> what.equals(root(5)));

    SequencePicture picture = of(day, 5);

    assertTrue(
        picture.rows().stream().anyMatch(r -> r.words().equals("due in Slack: untaken for 10 min")),
        picture::toString);
  }

  @Test
  void showsFaultsThatWereOnMeanwhileAndNoOthers() {
    Day day =
        honest()
            .at(5, new FaultBegan("slack", "outage"))
            .at(15, new FaultEnded("slack", "outage"))
            .at(100.5, new FaultBegan("slack", "slow"))
            .at(161, new FaultEnded("slack", "slow"))
            .at(162, new PipelineGone(false, 137))
            .at(500, new FaultBegan("help-chat", "outage"));

    List<String> faults =
        of(day, 3).rows().stream()
            .filter(row -> row.kind() == Row.Kind.FAULT)
            .map(row -> row.from() + " " + row.words())
            .toList();

    assertEquals(
        List.of(
            "SLACK fault begins: slow", "SLACK fault ends: slow", "PIPELINE dies, exit code 137"),
        faults);
  }

  @Test
  void showsWebhooksAboutItThatFailed() {
    Day day =
        honest()
            .at(36, new WebhookDelivered("help-chat", "d9", 0, 503, 5_000_000, "c3"))
            .at(37, new WebhookDelivered("help-chat", "d9", 1, 200, 5_000_000, "c3"))
            .at(38, new WebhookDelivered("help-chat", "d8", 0, 503, 5_000_000, "c2"));

    List<String> told = told(of(day, 3));

    assertTrue(
        told.contains("CHAT>PIPELINE delivers d9, attempt 1: 503 after 5 ms"), told::toString);
    assertEquals(1, told.stream().filter(line -> line.contains("delivers")).count());
  }

  /** The thread of question 3, which the pipeline lets others join. */
  private static Day shared(int others) {
    Day day = honest();
    for (int i = 0; i < others; i++) {
      QuestionId joining = new QuestionId("q-9" + i);
      day =
          day.at(
              170 + i * 0.01,
              new SlackPosted(
                  CHANNEL,
                  "3.9" + i,
                  Optional.of("3.0"),
                  BOT,
                  "Also affected: somebody",
                  List.of(joining)));
    }
    return day;
  }

  @Test
  void tellsTheOthersOfASharedThreadInOneNote() {
    SequencePicture picture = of(shared(23), 3);

    List<Row> notes = picture.rows().stream().filter(row -> row.kind() == Row.Kind.NOTE).toList();
    assertEquals(
        List.of("and 23 more in this thread; 23 messages about them are left out"),
        notes.stream().map(Row::words).toList());
    assertEquals(of(honest(), 3).rows().size() + 1, picture.rows().size());
  }

  @Test
  void leavesOutTheMiddleOfALongStoryButNoWitness() {
    Day day = honest();
    for (int i = 0; i < 500; i++) {
      day = day.at(101 + i * 0.1, new UserWrote(q(3), "and?"));
    }
    Evidence evidence = evidence(day);
    Entry proof =
        evidence.history().entries().stream()
            .filter(entry -> entry.what() instanceof UserWrote)
            .skip(250)
            .findFirst()
            .orElseThrow();

    SequencePicture picture = SequencePicture.of(evidence, q(3), List.of(proof));

    assertEquals(SequencePicture.MOST_ROWS + 3, picture.rows().size());
    assertEquals(
        List.of(proof.sequence()),
        picture.rows().stream().filter(Row::witness).map(r -> r.sequence().orElseThrow()).toList());
    long shown = picture.rows().stream().filter(row -> row.sequence().isPresent()).count();
    long left =
        picture.rows().stream()
            .filter(row -> row.kind() == Row.Kind.NOTE)
            .mapToLong(row -> Long.parseLong(row.words().replaceAll("\\D", "")))
            .sum();
    assertEquals(11 + 500, shown + left);
  }

  @Test
  void drawsTheWitnessesOfAViolationWithoutAQuestion() {
    Evidence evidence = evidence(honest());
    List<Entry> witnesses =
        evidence.history().entries().stream()
            .filter(entry -> entry.what() instanceof IntruderTried)
            .toList();

    SequencePicture picture =
        SequencePicture.of(evidence, violation(Optional.empty(), witnesses)).orElseThrow();

    assertEquals(Optional.empty(), picture.question());
    assertEquals(List.of(Lane.PIPELINE, Lane.OTHERS), picture.lanes());
    assertEquals(
        List.of(Duration.ZERO, Duration.ofSeconds(1)),
        picture.rows().stream().map(Row::since).toList());
  }

  @Test
  void drawsNothingWhereTheProofIsAnAbsenceOfNoQuestion() {
    assertEquals(
        Optional.empty(),
        SequencePicture.of(evidence(honest()), violation(Optional.empty(), List.of())));
  }

  @Test
  void drawsTheWitnessesOfAQuestionThatTheScriptDoesNotHave() {
    Evidence evidence = evidence(honest());
    Optional<QuestionId> unknown = Optional.of(new QuestionId("q-77"));
    List<Entry> witnesses = evidence.history().entries().subList(2, 4);

    assertEquals(
        2, SequencePicture.of(evidence, violation(unknown, witnesses)).orElseThrow().rows().size());
  }

  @Test
  void drawsAQuestionThatWasNeverAsked() {
    Day day =
        honest()
            .without(what -> what instanceof Happening.OfQuestion of && of.question().equals(q(1)));

    SequencePicture picture = of(day, 1);

    assertTrue(picture.rows().isEmpty());
    assertTrue(picture.lanes().isEmpty());
  }

  @Test
  void drawsEveryKindOfHappening() {
    List<Entry> entries = new ArrayList<>();
    Specimens.ALL.forEach(what -> entries.add(new Entry(entries.size(), entries.size(), what)));

    List<Row> rows =
        SequencePicture.of(evidence(honest()), violation(Optional.empty(), entries))
            .orElseThrow()
            .rows();

    assertEquals(Specimens.ALL.size(), rows.size());
    assertTrue(rows.stream().noneMatch(row -> row.words().isBlank()));
    assertEquals(
        rows.size(), rows.stream().map(row -> row.words()).distinct().count(), rows::toString);
  }

  @Test
  void firstViolationsOfEachRuleAreDrawn() {
    Evidence evidence = evidence(honest());
    Entry asked = evidence.history().entries().get(2);
    List<Violation> four =
        IntStream.range(0, 4).mapToObj(i -> violation(Optional.of(q(3)), List.of(asked))).toList();

    Pictures pictures =
        Pictures.of(
            evidence,
            List.of(
                new gameday.verdict.RuleVerdict(
                    "r", "", gameday.verdict.Outcome.FAIL, 4, 1, four)));

    assertTrue(pictures.of("r", 2).isPresent());
    assertFalse(pictures.of("r", 3).isPresent());
    assertFalse(pictures.of("other", 0).isPresent());
  }

  private static Violation violation(Optional<QuestionId> question, List<Entry> witnesses) {
    return new Violation(
        "r", question, Blame.PIPELINE, gameday.verdict.Kind.SAFETY, "went wrong", witnesses);
  }

  @Test
  void nearestIdsBeginWithTheNumberWrittenOtherwise() {
    List<QuestionId> known =
        IntStream.rangeClosed(1, 60).mapToObj(i -> new QuestionId("q-%05d".formatted(i))).toList();

    assertEquals(new QuestionId("q-00042"), NearestIds.to("42", known).getFirst());
    assertEquals(new QuestionId("q-00060"), NearestIds.to("q-99999", known).getFirst());
    assertEquals(3, NearestIds.to("nonsense", known).size());
  }

  @Test
  void anAgentWhoTookItLateIsDrawnAfterTheDeadline() {
    Day late = honest().moving(AgentTook.class, took -> took.question().equals(q(2)), 700);

    List<String> words = of(late, 2).rows().stream().map(Row::words).toList();

    assertFalse(words.contains("due in Slack: untaken for 10 min"), "it was over by then");
  }
}
