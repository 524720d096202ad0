package gameday.people;

import gameday.history.Happening.Author;
import gameday.history.Happening.Author.Role;
import gameday.people.Escalation.Phase;
import gameday.process.EscalationMessage;
import gameday.process.SlackText;
import gameday.process.Tier;
import gameday.scenario.StaffMistake;
import gameday.script.ScriptedQuestion;
import gameday.script.ScriptedQuestion.Correction;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * CSMs and Tech Support in the event's Slack channel. A CSM reacts, works, and answers in the
 * thread or calls Tech Support there, which works and answers. The channel's messages are taken in
 * the order they came.
 */
final class ResponseTeam {
  private static final String CALL = "This one is beyond us, could you have a look, please?";
  private static final Pattern MENTION = Pattern.compile("<[@!#]");

  private final Setting setting;
  private final Team csms;
  private final Team techs;
  private final Map<String, Escalation> escalations = new LinkedHashMap<>();

  ResponseTeam(Setting setting, Team csms, Team techs) {
    this.setting = setting;
    this.csms = csms;
    this.techs = techs;
  }

  /** A message stands in the channel. */
  void posted(String ts, Author author, String text, List<Conversation> chats) {
    boolean forUs =
        author.role() == Role.PIPELINE
            || (author.role() == Role.CLIENT_TEAM && !isTalk(text, chats));
    if (!forUs || escalations.containsKey(ts)) {
      return;
    }
    Escalation escalation = new Escalation(ts);
    escalation.links(chats);
    escalations.put(ts, escalation);
    Duration notice =
        EscalationMessage.hasRealMention(text)
            ? notice(escalation)
            : setting.habits().unmentioned();
    csms.add(waits(escalation, csm -> csmTakes(escalation, csm)), notice);
  }

  /** An agent speaks of what stands in a thread already, and calls nobody. */
  private static boolean isTalk(String text, List<Conversation> chats) {
    return !EscalationMessage.hasRealMention(text)
        && !chats.isEmpty()
        && chats.stream().allMatch(chat -> chat.inThread);
  }

  private Duration notice(Escalation escalation) {
    return escalation
        .question()
        .map(question -> question.work().csmNotice())
        .orElse(setting.scenario().staff().csm().notice().mean());
  }

  private Task waits(Escalation escalation, Consumer<Person> taking) {
    Task task = new Task(Task.Rank.ORDINARY, setting.agenda().now(), taking);
    escalation.task = Optional.of(task);
    return task;
  }

  /** A message stands in a thread. */
  void replied(String threadTs, String ts, Author author, String text, List<Conversation> chats) {
    Escalation escalation = escalations.get(threadTs);
    if (escalation == null) {
      return;
    }
    escalation.links(chats);
    if (!author.isResponseTeam()) {
      escalation.linksAgain(chats, SlackText.unescape(text));
    }
    switch (author.role()) {
      case CSM -> {
        if (text.contains("<!subteam^")) {
          techSupportCalled(escalation);
        } else {
          answeredBySomebody(escalation, ts, author, text);
        }
      }
      case TECH_SUPPORT -> answeredBySomebody(escalation, ts, author, text);
      case PIPELINE, CLIENT_TEAM, OTHER -> {
        if (EscalationMessage.hasRealMention(text) && escalation.phase == Phase.WAITING_FOR_CSM) {
          escalation.task.ifPresent(csms::notice);
        }
      }
    }
  }

  private void answeredBySomebody(Escalation escalation, String ts, Author author, String text) {
    if (MENTION.matcher(text).find()) {
      return;
    }
    String answer = SlackText.unescape(text);
    answered(escalation, answer);
    escalation
        .question()
        .filter(question -> question.answer().equals(answer))
        .flatMap(ScriptedQuestion::correction)
        .ifPresent(correction -> corrects(escalation, ts, author, correction));
  }

  private void corrects(Escalation escalation, String ts, Author author, Correction correction) {
    escalation.toCorrect = true;
    setting
        .agenda()
        .after(
            correction.after(),
            () ->
                setting
                    .persistence()
                    .insist(
                        () -> escalation.toCorrect,
                        () ->
                            setting
                                .world()
                                .editsAnswer(author.name(), escalation.ts, ts, correction.answer()),
                        () -> escalation.toCorrect = false));
  }

  /** A message in a thread was edited. */
  void edited(String threadTs, Author author, String text) {
    Escalation escalation = escalations.get(threadTs);
    boolean answers = author.isResponseTeam() && !MENTION.matcher(text).find();
    if (escalation != null && answers) {
      escalation.toCorrect = false;
      escalation.answered(SlackText.unescape(text));
    }
  }

  private void csmTakes(Escalation escalation, Person csm) {
    begins(escalation, Phase.WITH_CSM, csm);
    insists(
        escalation,
        () -> setting.world().reactsWithEyes(csm.id, escalation.ts),
        () -> csmWorks(escalation, csm));
  }

  private void csmWorks(Escalation escalation, Person csm) {
    Optional<ScriptedQuestion> question = escalation.question();
    if (question.isEmpty()) {
      ends(escalation, Phase.PUT_ASIDE);
    } else {
      Duration work = question.get().work().csm();
      after(escalation, work, () -> csmDecides(escalation, csm, question.get()));
    }
  }

  private void csmDecides(Escalation escalation, Person csm, ScriptedQuestion question) {
    if (callsTechSupport(question)) {
      insists(
          escalation,
          () -> setting.world().csmCallsTechSupport(csm.id, escalation.ts, CALL),
          () -> techSupportCalled(escalation));
    } else if (setting.mistakes().happens(StaffMistake.CSM_ANSWERS_AT_TOP_LEVEL, question.id())) {
      insists(
          escalation,
          () -> setting.world().writesAtTopLevel(csm.id, question.answer()),
          () ->
              after(
                  escalation,
                  setting.habits().look(),
                  () -> answers(escalation, csm, question.answer())));
    } else {
      answers(escalation, csm, question.answer());
    }
  }

  private boolean callsTechSupport(ScriptedQuestion question) {
    return question.truth() == Tier.TECH_SUPPORT
        || setting.mistakes().happens(StaffMistake.CALLS_TECH_SUPPORT_WITHOUT_NEED, question.id());
  }

  private void techSupportCalled(Escalation escalation) {
    boolean first = escalation.phase == Phase.WAITING_FOR_CSM || escalation.phase == Phase.WITH_CSM;
    if (first && escalation.question().isPresent()) {
      ends(escalation, Phase.WAITING_FOR_TECH_SUPPORT);
      techs.add(
          waits(escalation, tech -> techTakes(escalation, tech)),
          escalation.question().get().work().techNotice());
    }
  }

  private void techTakes(Escalation escalation, Person tech) {
    ScriptedQuestion question = escalation.question().orElseThrow();
    begins(escalation, Phase.WITH_TECH_SUPPORT, tech);
    after(escalation, question.work().tech(), () -> answers(escalation, tech, question.answer()));
  }

  private void answers(Escalation escalation, Person person, String answer) {
    insists(
        escalation,
        () -> setting.world().answersInThread(person.id, escalation.ts, answer),
        () -> answered(escalation, answer));
  }

  private void answered(Escalation escalation, String answer) {
    if (escalation.phase != Phase.ANSWERED) {
      escalation.answered(answer);
      ends(escalation, Phase.ANSWERED);
    }
  }

  private void begins(Escalation escalation, Phase phase, Person person) {
    escalation.turn++;
    escalation.phase = phase;
    escalation.task = Optional.empty();
    escalation.person = Optional.of(person);
  }

  private void ends(Escalation escalation, Phase next) {
    Phase was = escalation.phase;
    Optional<Person> freed = escalation.person;
    Optional<Task> dropped = escalation.task;
    escalation.turn++;
    escalation.phase = next;
    escalation.person = Optional.empty();
    escalation.task = Optional.empty();
    boolean withCsms = was == Phase.WAITING_FOR_CSM || was == Phase.WITH_CSM;
    Team team = withCsms ? csms : techs;
    dropped.ifPresent(team::remove);
    freed.ifPresent(team::release);
  }

  private void after(Escalation escalation, Duration delay, Runnable action) {
    int turn = escalation.turn;
    setting
        .agenda()
        .after(
            delay,
            () -> {
              if (escalation.turn == turn) {
                action.run();
              }
            });
  }

  private void insists(Escalation escalation, BooleanSupplier attempt, Runnable next) {
    int turn = escalation.turn;
    setting.persistence().insist(() -> escalation.turn == turn, attempt, next);
  }

  Collection<Escalation> escalations() {
    return escalations.values();
  }
}
