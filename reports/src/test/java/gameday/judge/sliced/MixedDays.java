package gameday.judge.sliced;

import gameday.checker.PlantedDays;
import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.Author;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.ModChatGranted;
import gameday.history.Happening.ModChatRefused;
import gameday.history.Happening.PipelineLacks;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.PipelineReplied;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunStarted;
import gameday.history.Happening.SlackEdited;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.WebhookMeddled;
import gameday.history.History;
import gameday.process.Chat;
import gameday.process.PipelinePart;
import gameday.rehearsed.Copies;
import gameday.rehearsed.Day;
import gameday.rehearsed.Day.Timed;
import gameday.rehearsed.Horizon;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Many days in one history, at different times of it, with planted faults, and with more done to
 * them at random: entries lost, told twice, and written to strangers near and far.
 */
final class MixedDays {
  private static final int DAYS = 12;

  private final Random random;
  private final List<ScriptedQuestion> questions = new ArrayList<>();
  private final List<Timed> happenings = new ArrayList<>();

  private MixedDays(long seed) {
    random = new Random(seed);
  }

  /** A script and what happened. */
  record Mix(Script script, History history) {}

  static Mix of(long seed) {
    MixedDays mixed = new MixedDays(seed);
    List<Day> planted = PlantedDays.all();
    for (int copy = 0; copy < DAYS; copy++) {
      boolean honest = mixed.random.nextBoolean();
      Day day = honest ? Horizon.honest() : planted.get(mixed.random.nextInt(planted.size()));
      mixed.add(day, copy);
    }
    mixed.spoil();
    return mixed.mix();
  }

  private void add(Day day, int copy) {
    double later = random.nextInt(3) == 0 ? random.nextInt(100) : random.nextInt(10_000);
    // Some days share their words and people, others have their own.
    Copies copies = new Copies(random.nextInt(4) > 0);
    for (ScriptedQuestion question : Horizon.scriptWithSequels().questions()) {
      questions.add(copies.of(question, copy, Duration.ofSeconds((long) later)));
    }
    for (Timed timed : day.happenings()) {
      boolean ofRun = timed.what() instanceof RunStarted || timed.what() instanceof RunEnded;
      if (!ofRun) {
        happenings.add(new Timed(timed.second() + later, copies.of(timed.what(), copy)));
      }
    }
  }

  private void spoil() {
    int spoilt = random.nextInt(12);
    for (int i = 0; i < spoilt; i++) {
      int place = random.nextInt(happenings.size());
      Timed timed = happenings.get(place);
      switch (random.nextInt(8)) {
        case 0 -> happenings.remove(place);
        case 1 -> happenings.add(new Timed(timed.second() + random.nextInt(900), timed.what()));
        case 2, 3 -> stray(timed.second());
        case 4 -> happenings.set(place, new Timed(timed.second() - 400, timed.what()));
        default -> trouble(timed.second());
      }
    }
    happenings.replaceAll(timed -> random.nextInt(25) == 0 ? spoilt(timed) : timed);
  }

  /** What somebody wrote in one place, written in another as well. */
  private void stray(double second) {
    List<Timed> notes =
        happenings.stream().filter(timed -> timed.what() instanceof PipelineNoted).toList();
    PipelineNoted from = (PipelineNoted) notes.get(random.nextInt(notes.size())).what();
    PipelineNoted to = (PipelineNoted) notes.get(random.nextInt(notes.size())).what();
    Optional<gameday.script.QuestionId> owner =
        random.nextBoolean() ? to.question() : Optional.empty();
    happenings.add(
        new Timed(
            second,
            random.nextBoolean()
                ? new PipelineNoted(to.chat(), to.conversation(), owner, from.text())
                : new PipelineReplied(Chat.HELP, to.conversation(), owner, from.text())));
  }

  private void trouble(double second) {
    ScriptedQuestion about = questions.get(random.nextInt(questions.size()));
    switch (random.nextInt(10)) {
      case 0 -> {
        happenings.add(new Timed(second, new FaultBegan("slack", "outage")));
        happenings.add(new Timed(second + random.nextInt(500), new FaultEnded("slack", "outage")));
      }
      case 1 -> happenings.add(new Timed(second, new FaultBegan("help-chat", "errors")));
      case 2 ->
          happenings.add(
              new Timed(
                  second,
                  new WebhookMeddled("help-chat", "d2-1", 0, "lost-webhooks", "c3-" + DAYS / 2)));
      case 3 ->
          happenings.add(new Timed(second, new HarnessTrouble(Optional.of(about.id()), "fell")));
      case 4 ->
          happenings.add(
              new Timed(second, new ModChatRefused("keynote", about.asker().email(), true)));
      case 5 -> happenings.add(new Timed(second, new HarnessTrouble(Optional.empty(), "fell")));
      case 6, 7 -> edit(second);
      case 8 -> letIn(second, about);
      default ->
          happenings.add(
              new Timed(
                  second,
                  new PipelineLacks(
                      List.of(
                          random.nextInt(3) == 0 ? PipelinePart.MOD_CHAT : PipelinePart.FILES))));
    }
  }

  /** Somebody's message in a thread becomes what somebody else's is. */
  private void edit(double second) {
    List<SlackPosted> replies =
        happenings.stream()
            .map(Timed::what)
            .filter(what -> what instanceof SlackPosted post && post.threadTs().isPresent())
            .map(SlackPosted.class::cast)
            .toList();
    SlackPosted edited = replies.get(random.nextInt(replies.size()));
    SlackPosted other = replies.get(random.nextInt(replies.size()));
    happenings.add(
        new Timed(
            second,
            new SlackEdited(
                edited.channel(),
                edited.ts(),
                edited.threadTs(),
                edited.author(),
                other.text(),
                edited.questions())));
  }

  private void letIn(double second, ScriptedQuestion by) {
    String friend = "friend" + random.nextInt(2) + "@example.org";
    if (random.nextInt(3) > 0) {
      double asked = second + random.nextInt(200) - 150;
      happenings.add(new Timed(asked, new AgentNoted(by.id(), "agent-1", "/let-in " + friend)));
    }
    happenings.add(new Timed(second, new ModChatGranted("keynote", friend)));
  }

  private Timed spoilt(Timed timed) {
    if (!(timed.what() instanceof SlackPosted post)) {
      return timed;
    }
    Author by =
        switch (random.nextInt(3)) {
          case 0 -> new Author(Author.Role.CLIENT_TEAM, "client-team-1");
          case 1 -> Horizon.BOT;
          default -> post.author();
        };
    ScriptedQuestion other = questions.get(random.nextInt(questions.size()));
    Happening changed =
        new SlackPosted(
            random.nextInt(4) == 0 ? "general" : post.channel(),
            post.ts(),
            random.nextInt(4) == 0 ? Optional.empty() : post.threadTs(),
            by,
            post.text(),
            random.nextInt(4) == 0 ? List.of(other.id()) : post.questions());
    return new Timed(timed.second(), changed);
  }

  /** One beginning and, but for runs that were cut off or given up, one end of its own. */
  private void frame() {
    double first = happenings.getFirst().second();
    double last = happenings.getLast().second();
    happenings.addFirst(new Timed(first, new RunStarted("horizon", 1, 1, "wall")));
    Optional<RunEnded.Reason> end =
        switch (random.nextInt(6)) {
          case 0 -> Optional.empty();
          case 1 -> Optional.of(RunEnded.Reason.INTERRUPTED);
          case 2 -> Optional.of(RunEnded.Reason.STILL_OPEN);
          default -> Optional.of(RunEnded.Reason.DRAINED);
        };
    end.ifPresent(reason -> happenings.addLast(new Timed(last, new RunEnded(reason, ""))));
  }

  private Mix mix() {
    questions.sort(Comparator.comparing(ScriptedQuestion::at));
    happenings.sort(Comparator.comparingDouble(Timed::second));
    frame();
    List<Entry> entries = new ArrayList<>();
    for (Timed timed : happenings) {
      entries.add(new Entry(entries.size(), Math.round(timed.second() * 1e9), timed.what()));
    }
    return new Mix(new Script("horizon", 1, Duration.ofHours(4), questions), new History(entries));
  }
}
