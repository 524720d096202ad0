package gameday.evidence;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.OfQuestion;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.PipelineReplied;
import gameday.history.Happening.SlackEdited;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.history.Happening.WebhookDelivered;
import gameday.history.History;
import gameday.process.EscalationMessage;
import gameday.scenario.Scenario;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one pass over a history that fills {@link Evidence}. */
final class Indexing {
  final Map<QuestionId, CaseFile> cases = new LinkedHashMap<>();
  final Map<String, List<QuestionId>> byEmail = new LinkedHashMap<>();
  final Map<Class<?>, List<Entry>> byKind = new HashMap<>();
  final Map<String, List<Entry>> deliveries = new HashMap<>();
  final List<Issue> issues = new ArrayList<>();
  final Map<String, Issue> threads = new HashMap<>();
  final List<PipelineWrite> writes = new ArrayList<>();
  final Map<QuestionId, List<PipelineWrite>> writesByQuestion = new HashMap<>();
  private final Map<String, QuestionId> conversations = new HashMap<>();
  private final Scenario scenario;
  private final EventClock clock;

  Indexing(Scenario scenario, Script script, History history, EventClock clock) {
    this.scenario = scenario;
    this.clock = clock;
    for (ScriptedQuestion question : script.questions()) {
      cases.put(question.id(), new CaseFile(question));
      byEmail
          .computeIfAbsent(question.asker().email(), email -> new ArrayList<>())
          .add(question.id());
    }
    history.entries().forEach(this::read);
  }

  private void read(Entry entry) {
    Happening what = entry.what();
    byKind.computeIfAbsent(what.getClass(), kind -> new ArrayList<>()).add(entry);
    if (what instanceof Asked asked) {
      conversations.put(asked.chat() + " " + asked.conversation(), asked.question());
    }
    if (what instanceof OfQuestion of) {
      file(of.question()).ifPresent(file -> file.add(entry));
    } else if (what instanceof HarnessTrouble trouble) {
      trouble.question().flatMap(this::file).ifPresent(file -> file.add(entry));
    } else if (what instanceof WebhookDelivered told) {
      deliveries.computeIfAbsent(told.conversation(), about -> new ArrayList<>()).add(entry);
    } else if (what instanceof PipelineNoted note) {
      write(
          new PipelineWrite(
              entry, note.chat(), note.conversation(), note.question(), note.text(), false));
    } else if (what instanceof PipelineReplied reply) {
      write(
          new PipelineWrite(
              entry, reply.chat(), reply.conversation(), reply.question(), reply.text(), true));
    } else if (what instanceof SlackPosted posted) {
      post(new Moment<>(entry, Forgery.isIn(posted.text()) ? Forgery.ofNobody(posted) : posted));
    } else if (what instanceof SlackEdited edited) {
      edit(new Moment<>(entry, edited));
    } else if (what instanceof SlackReacted reacted) {
      Optional.ofNullable(threads.get(reacted.channel() + " " + reacted.ts()))
          .ifPresent(issue -> issue.react(new Moment<>(entry, reacted)));
    }
  }

  private Optional<CaseFile> file(QuestionId question) {
    return Optional.ofNullable(cases.get(question));
  }

  private void write(PipelineWrite write) {
    Optional<QuestionId> owner =
        write
            .question()
            .or(
                () ->
                    Optional.ofNullable(
                        conversations.get(write.chat() + " " + write.conversation())));
    PipelineWrite known =
        new PipelineWrite(
            write.entry(), write.chat(), write.conversation(), owner, write.text(), write.toUser());
    writes.add(known);
    owner.ifPresent(
        question -> {
          writesByQuestion.computeIfAbsent(question, q -> new ArrayList<>()).add(known);
          file(question).ifPresent(file -> file.add(write.entry()));
        });
  }

  private void post(Moment<SlackPosted> post) {
    SlackPosted what = post.what();
    Set<QuestionId> about = new LinkedHashSet<>(what.questions());
    if (what.threadTs().isPresent()) {
      Issue issue = threads.get(what.channel() + " " + what.threadTs().orElseThrow());
      if (issue != null) {
        issue.add(post);
        if (what.author().role() == Role.PIPELINE) {
          join(issue, post);
        }
        about.addAll(issue.ids());
      }
    } else if (opensIssue(what)) {
      open(post);
    }
    about.forEach(question -> file(question).ifPresent(file -> file.add(post.entry())));
  }

  private void edit(Moment<SlackEdited> edit) {
    SlackEdited what = edit.what();
    Set<QuestionId> about = new LinkedHashSet<>(what.questions());
    Issue issue = threads.get(what.channel() + " " + what.threadTs().orElse(what.ts()));
    if (issue != null) {
      issue.edit(edit);
      about.addAll(issue.ids());
    }
    about.forEach(question -> file(question).ifPresent(file -> file.add(edit.entry())));
  }

  /**
   * An escalation is a top-level message of the pipeline or the Client team that has at least one
   * field of the template, or that is the first the channel hears of a question.
   */
  private boolean opensIssue(SlackPosted post) {
    Role role = post.author().role();
    if ((role != Role.PIPELINE && role != Role.CLIENT_TEAM) || FollowUpKind.of(post).isPresent()) {
      return false;
    }
    // Reading the template takes longer, and is seldom needed.
    return opensFirst(post) || EscalationMessage.readSlack(post.text()).isPresent();
  }

  private boolean opensFirst(SlackPosted post) {
    for (QuestionId question : post.questions()) {
      CaseFile file = cases.get(question);
      if (file != null && file.issues().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void open(Moment<SlackPosted> post) {
    boolean here = post.what().channel().equals(scenario.event().channel());
    Issue issue = new Issue(post, here);
    if (here && isRepetition(post)) {
      issue.repeat();
    }
    issues.add(issue);
    threads.put(post.what().channel() + " " + post.what().ts(), issue);
    join(issue, post);
  }

  private void join(Issue issue, Moment<SlackPosted> post) {
    for (QuestionId question : post.what().questions()) {
      if (!issue.ids().contains(question)) {
        issue.join(question, post);
        file(question).ifPresent(file -> file.add(issue));
      }
    }
  }

  /**
   * Whether everything a message is about stood in the channel already, and there were no more
   * escalations than messages: one asker's two questions may both be ascribed to both messages.
   */
  private boolean isRepetition(Moment<SlackPosted> post) {
    Set<Issue> before = new LinkedHashSet<>();
    long escalations = 0;
    for (QuestionId question : post.what().questions()) {
      CaseFile file = cases.get(question);
      List<Issue> known =
          file == null
              ? List.of()
              : file.issues().stream()
                  .filter(issue -> issue.isInEventChannel() && !issue.isRepeated())
                  .toList();
      if (known.isEmpty()) {
        return false;
      }
      before.addAll(known);
      escalations += threads(file.turns(), post);
    }
    return !before.isEmpty() && before.size() >= Math.max(1, escalations);
  }

  /** How many threads a question's turns are worth; or have, for no reason, before the last. */
  private long threads(List<CaseFile> turns, Moment<SlackPosted> post) {
    return turns.stream()
        .filter(
            turn -> isNeeded(turn, post) || (turn != turns.getLast() && !turn.issues().isEmpty()))
        .count();
  }

  private boolean isNeeded(CaseFile turn, Moment<SlackPosted> post) {
    return turn.escalated().isPresent()
        || untakenDueNanos(turn).filter(at -> at <= post.atNanos()).isPresent();
  }

  Optional<Long> untakenDueNanos(CaseFile file) {
    return file.waiting()
        .map(entry -> entry.atNanos() + clock.wallNanos(scenario.process().deadlines().untaken()));
  }
}
