package gameday.history.jsonl;

import static gameday.jsonl.StraightLines.name;
import static gameday.jsonl.StraightLines.require;

import com.fasterxml.jackson.core.SerializableString;
import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.jsonl.StraightLines;
import gameday.jsonl.StraightLines.Crooked;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import gameday.script.QuestionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the kinds of which a history has many, straight from the bytes; of the others, and of what
 * {@link EntryLines} has not written, it says that they are crooked.
 */
final class StraightEntries {
  private static final SerializableString SEQ = name("seq");
  private static final SerializableString AT = name("at");
  private static final SerializableString KIND = name("kind");
  private static final SerializableString QUESTION = name("question");
  private static final SerializableString QUESTIONS = name("questions");
  private static final SerializableString CHAT = name("chat");
  private static final SerializableString CONVERSATION = name("conversation");
  private static final SerializableString TEXT = name("text");
  private static final SerializableString AGENT = name("agent");
  private static final SerializableString RESOLVES = name("resolves");
  private static final SerializableString ANSWERS = name("answers");
  private static final SerializableString SILENTLY = name("silently");
  private static final SerializableString WAY = name("way");
  private static final SerializableString ISSUE = name("issue");
  private static final SerializableString BY = name("by");
  private static final SerializableString CHANNEL = name("channel");
  private static final SerializableString TS = name("ts");
  private static final SerializableString THREAD_TS = name("threadTs");
  private static final SerializableString AUTHOR = name("author");
  private static final SerializableString ROLE = name("role");
  private static final SerializableString NAME = name("name");
  private static final SerializableString FROM = name("from");
  private static final SerializableString DELIVERY = name("delivery");
  private static final SerializableString ATTEMPT = name("attempt");
  private static final SerializableString STATUS = name("status");
  private static final SerializableString NANOS = name("nanos");
  private static final SerializableString ON = name("on");
  private static final SerializableString CALL = name("call");
  private static final SerializableString OUTCOME = name("outcome");

  private final StraightLines lines;

  StraightEntries(byte[] bytes, int end) {
    lines = new StraightLines(bytes, end);
  }

  /** The entry in the line from the one place to before the other. */
  Entry read(int from, int to) throws Crooked {
    lines.begin(from);
    long sequence = lines.whole(SEQ);
    long at = lines.whole(AT);
    Happening what = happening(lines.text(KIND));
    lines.end(to);
    return new Entry(sequence, at, what);
  }

  private Happening happening(String kind) throws Crooked {
    return switch (kind) {
      case "webhook-delivered" ->
          new Happening.WebhookDelivered(
              lines.text(FROM),
              lines.text(DELIVERY),
              lines.integer(ATTEMPT),
              lines.integer(STATUS),
              lines.whole(NANOS),
              lines.text(CONVERSATION));
      case "pipeline-called" ->
          new Happening.PipelineCalled(
              lines.text(ON), lines.text(CALL), lines.integer(STATUS), lines.text(OUTCOME));
      case "slack-posted" ->
          new Happening.SlackPosted(
              lines.text(CHANNEL),
              lines.text(TS),
              lines.optionalText(THREAD_TS),
              author(),
              lines.text(TEXT),
              questions());
      case "slack-edited" ->
          new Happening.SlackEdited(
              lines.text(CHANNEL),
              lines.text(TS),
              lines.optionalText(THREAD_TS),
              author(),
              lines.text(TEXT),
              questions());
      case "slack-reacted" ->
          new Happening.SlackReacted(
              lines.text(CHANNEL), lines.text(TS), author(), lines.text(NAME));
      case "pipeline-noted" ->
          new Happening.PipelineNoted(
              chat(), lines.text(CONVERSATION), maybeQuestion(), lines.text(TEXT));
      case "pipeline-replied" ->
          new Happening.PipelineReplied(
              chat(), lines.text(CONVERSATION), maybeQuestion(), lines.text(TEXT));
      default -> ofQuestion(kind);
    };
  }

  private Happening ofQuestion(String kind) throws Crooked {
    return switch (kind) {
      case "asked" ->
          new Happening.Asked(question(), chat(), lines.text(CONVERSATION), lines.text(TEXT));
      case "user-wrote" -> new Happening.UserWrote(question(), lines.text(TEXT));
      case "agent-requested" -> new Happening.AgentRequested(question());
      case "gave-up" -> new Happening.GaveUp(question(), lines.flag(SILENTLY));
      case "chatbot-replied" ->
          new Happening.ChatbotReplied(question(), lines.text(TEXT), lines.flag(RESOLVES));
      case "agent-took" -> new Happening.AgentTook(question(), lines.text(AGENT));
      case "agent-replied" ->
          new Happening.AgentReplied(
              question(), lines.text(AGENT), lines.text(TEXT), lines.flag(ANSWERS));
      case "agent-noted" ->
          new Happening.AgentNoted(question(), lines.text(AGENT), lines.text(TEXT));
      case "escalated" ->
          new Happening.Escalated(question(), lines.text(AGENT), way(), lines.text(ISSUE));
      case "closed" -> new Happening.Closed(question(), lines.text(BY));
      default -> throw new Crooked();
    };
  }

  private QuestionId question() throws Crooked {
    return new QuestionId(lines.text(QUESTION));
  }

  private Optional<QuestionId> maybeQuestion() throws Crooked {
    return lines.optionalText(QUESTION).map(QuestionId::new);
  }

  private List<QuestionId> questions() throws Crooked {
    List<String> texts = lines.texts(QUESTIONS);
    List<QuestionId> questions = new ArrayList<>(texts.size());
    for (String text : texts) {
      questions.add(new QuestionId(text));
    }
    return questions;
  }

  private Chat chat() throws Crooked {
    String word = lines.text(CHAT);
    require(word.equals("help-chat") || word.equals("mod-chat"));
    return word.equals("mod-chat") ? Chat.MOD : Chat.HELP;
  }

  private EscalationWay way() throws Crooked {
    return switch (lines.text(WAY)) {
      case "note" -> EscalationWay.NOTE;
      case "by-hand" -> EscalationWay.BY_HAND;
      default -> throw new Crooked();
    };
  }

  private Author author() throws Crooked {
    lines.open(AUTHOR);
    Author.Role role =
        switch (lines.text(ROLE)) {
          case "pipeline" -> Author.Role.PIPELINE;
          case "client-team" -> Author.Role.CLIENT_TEAM;
          case "csm" -> Author.Role.CSM;
          case "tech-support" -> Author.Role.TECH_SUPPORT;
          case "other" -> Author.Role.OTHER;
          default -> throw new Crooked();
        };
    Author author = new Author(role, lines.text(NAME));
    lines.close();
    return author;
  }
}
