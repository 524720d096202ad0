package gameday.mining;

import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Author;
import gameday.history.Happening.SlackEdited;
import gameday.history.Happening.SlackPosted;
import gameday.process.Chat;
import gameday.script.Asker;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everybody and everything that a run's events are about, found in one pass before anything is
 * written. Messages are not kept: their ids are their entries' sequences.
 */
final class Cast {
  /** A person: staff under their id of the roster, askers numbered, so that no id says who. */
  record Person(String id, String role, Optional<Asker> asker, Optional<String> email) {}

  /** A question, with its script if it has one. */
  record Question(QuestionId id, Optional<ScriptedQuestion> script) {}

  final Map<QuestionId, Question> questions = new LinkedHashMap<>();
  final Map<String, Person> staff = new LinkedHashMap<>();
  final Map<String, Person> others = new LinkedHashMap<>();
  final Map<String, Chat> conversations = new LinkedHashMap<>();
  final Map<QuestionId, String> conversationOf = new HashMap<>();
  final Map<String, QuestionId> questionIn = new HashMap<>();
  final Map<String, Issue> issues = new LinkedHashMap<>();
  final Map<Long, List<Entry>> edits = new HashMap<>();
  private final Map<String, Long> messages = new HashMap<>();

  Cast(Evidence evidence) {
    Stream.concat(evidence.script().questions().stream(), evidence.unplayed().stream())
        .forEach(
            question -> {
              questions.put(question.id(), new Question(question.id(), Optional.of(question)));
              Asker asker = question.asker();
              person(asker.email(), "asker", Optional.of(asker));
            });
    evidence.issues().forEach(issue -> issues.put(place(issue.root().what()), issue));
    evidence.issues().forEach(issue -> issue.ids().forEach(this::meet));
    evidence.history().entries().forEach(this::read);
  }

  private void person(String email, String role, Optional<Asker> asker) {
    if (!others.containsKey(email)) {
      String id = ObjectType.PERSON.id("user-" + (others.size() + 1));
      others.put(email, new Person(id, role, asker, Optional.of(email)));
    }
  }

  private void employ(String name, String role) {
    staff.computeIfAbsent(
        name,
        one ->
            new Person(
                ObjectType.PERSON.id("staff:" + name), role, Optional.empty(), Optional.empty()));
  }

  private void author(Author author) {
    if (author.role() != Author.Role.PIPELINE) {
      employ(author.name(), LoggedEvent.word(author.role()));
    }
  }

  private void meet(QuestionId id) {
    questions.computeIfAbsent(id, unknown -> new Question(id, Optional.empty()));
  }

  private void read(Entry entry) {
    switch (entry.what()) {
      case Asked e -> {
        meet(e.question());
        converse(e.chat(), e.conversation(), Optional.of(e.question()));
      }
      case Happening.AgentTook e -> agent(e.question(), e.agent());
      case Happening.AgentReplied e -> agent(e.question(), e.agent());
      case Happening.AgentNoted e -> agent(e.question(), e.agent());
      case Happening.Escalated e -> agent(e.question(), e.agent());
      case Happening.OfQuestion e -> meet(e.question());
      case Happening.HarnessTrouble e -> e.question().ifPresent(this::meet);
      case Happening.PipelineNoted e -> converse(e.chat(), e.conversation(), e.question());
      case Happening.PipelineReplied e -> converse(e.chat(), e.conversation(), e.question());
      case SlackPosted e -> {
        author(e.author());
        e.questions().forEach(this::meet);
        messages.putIfAbsent(place(e), entry.sequence());
      }
      case SlackEdited e -> {
        author(e.author());
        e.questions().forEach(this::meet);
        message(e.channel(), e.ts())
            .ifPresent(at -> edits.computeIfAbsent(at, none -> new ArrayList<>()).add(entry));
      }
      case Happening.SlackReacted e -> author(e.author());
      case Happening.ModChatRefused e -> person(e.email(), "other", Optional.empty());
      case Happening.ModChatGranted e -> person(e.email(), "other", Optional.empty());
      case Happening.RunStarted e -> {}
      case Happening.RunEnded e -> {}
      case Happening.FaultBegan e -> {}
      case Happening.FaultEnded e -> {}
      case Happening.PipelineReady e -> {}
      case Happening.PipelineLacks e -> {}
      case Happening.PipelineGone e -> {}
      case Happening.PipelineCalled e -> {}
      case Happening.WebhookDelivered e -> {}
      case Happening.WebhookMeddled e -> {}
      case Happening.IntruderTried e -> {}
    }
  }

  private void agent(QuestionId question, String name) {
    meet(question);
    employ(name, "client-team");
  }

  private void converse(Chat chat, String conversation, Optional<QuestionId> question) {
    String id = conversation(chat.word(), conversation);
    conversations.put(id, chat);
    question.ifPresent(
        whose -> {
          meet(whose);
          conversationOf.putIfAbsent(whose, id);
          questionIn.putIfAbsent(id, whose);
        });
  }

  static String conversation(String chat, String own) {
    return ObjectType.CONVERSATION.id(chat + ":" + own);
  }

  private static String place(SlackPosted post) {
    return place(post.channel(), post.ts());
  }

  static String place(String channel, String ts) {
    return channel + ":" + ts;
  }

  /** The sequence of the entry that wrote a message in Slack; empty if none did. */
  Optional<Long> message(String channel, String ts) {
    return Optional.ofNullable(messages.get(place(channel, ts)));
  }

  /** Whom a question is by, if the script knows. */
  Optional<Person> asker(QuestionId question) {
    return Optional.ofNullable(questions.get(question))
        .flatMap(Question::script)
        .map(script -> others.get(script.asker().email()));
  }
}
