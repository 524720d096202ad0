package gameday.history.jsonl;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Author;
import gameday.history.Happening.ChatbotReplied;
import gameday.history.Happening.Closed;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.IntruderTried;
import gameday.history.Happening.ModChatGranted;
import gameday.history.Happening.ModChatRefused;
import gameday.history.Happening.PipelineCalled;
import gameday.history.Happening.PipelineGone;
import gameday.history.Happening.PipelineLacks;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.PipelineReady;
import gameday.history.Happening.PipelineReplied;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunStarted;
import gameday.history.Happening.SlackEdited;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.history.Happening.UserWrote;
import gameday.history.Happening.WebhookDelivered;
import gameday.history.Happening.WebhookMeddled;
import gameday.jsonl.JsonLine;
import gameday.script.QuestionId;
import java.util.List;
import java.util.Optional;

/** An entry as a line: sequence, time, kind, then the happening's own fields. */
final class EntryLines {
  private EntryLines() {}

  static String write(Entry entry) {
    ObjectNode line =
        JsonLine.object()
            .put("seq", entry.sequence())
            .put("at", entry.atNanos())
            .put("kind", Words.kind(entry.what().getClass()));
    fill(line, entry.what());
    return JsonLine.write(line);
  }

  static Entry read(JsonLine line) {
    long sequence = line.whole("seq");
    long at = line.whole("at");
    Happening what = HappeningKinds.read(line);
    line.end();
    return new Entry(sequence, at, what);
  }

  private static void fill(ObjectNode to, Happening what) {
    switch (what) {
      case Happening.OfQuestion of -> ofQuestion(to.put("question", of.question().value()), of);
      case RunStarted it ->
          to.put("scenario", it.scenario())
              .put("seed", it.seed())
              .put("speed", it.speed())
              .put("clock", it.clock());
      case RunEnded it -> to.put("reason", Words.of(it.reason())).put("detail", it.detail());
      case FaultBegan it -> to.put("on", it.on()).put("fault", it.kind());
      case FaultEnded it -> to.put("on", it.on()).put("fault", it.kind());
      case PipelineReady it -> to.put("how", it.how());
      case PipelineLacks it -> {
        ArrayNode parts = to.putArray("parts");
        it.parts().forEach(part -> parts.add(part.word()));
      }
      case PipelineGone it -> to.put("expected", it.expected()).put("exitCode", it.exitCode());
      case HarnessTrouble it -> question(to, it.question()).put("what", it.what());
      case PipelineNoted it ->
          question(
                  to.put("chat", it.chat().word()).put("conversation", it.conversation()),
                  it.question())
              .put("text", it.text());
      case PipelineReplied it ->
          question(
                  to.put("chat", it.chat().word()).put("conversation", it.conversation()),
                  it.question())
              .put("text", it.text());
      case SlackPosted it ->
          message(to, it.channel(), it.ts(), it.threadTs(), it.author())
              .put("text", it.text())
              .set("questions", questions(it.questions()));
      case SlackEdited it ->
          message(to, it.channel(), it.ts(), it.threadTs(), it.author())
              .put("text", it.text())
              .set("questions", questions(it.questions()));
      case SlackReacted it ->
          author(to.put("channel", it.channel()).put("ts", it.ts()), it.author())
              .put("name", it.name());
      case ModChatRefused it ->
          to.put("session", it.session()).put("email", it.email()).put("writing", it.writing());
      case ModChatGranted it -> to.put("session", it.session()).put("email", it.email());
      case WebhookDelivered it ->
          to.put("from", it.from())
              .put("delivery", it.delivery())
              .put("attempt", it.attempt())
              .put("status", it.status())
              .put("nanos", it.nanos())
              .put("conversation", it.conversation());
      case WebhookMeddled it ->
          to.put("from", it.from())
              .put("delivery", it.delivery())
              .put("attempt", it.attempt())
              .put("fault", it.fault())
              .put("conversation", it.conversation());
      case IntruderTried it ->
          to.put("on", it.on())
              .put("trick", it.trick())
              .put("status", it.status())
              .put("mark", it.mark());
      case PipelineCalled it ->
          to.put("on", it.on())
              .put("call", it.call())
              .put("status", it.status())
              .put("outcome", it.outcome());
    }
  }

  private static void ofQuestion(ObjectNode to, Happening.OfQuestion what) {
    switch (what) {
      case Asked it ->
          to.put("chat", it.chat().word())
              .put("conversation", it.conversation())
              .put("text", it.text());
      case UserWrote it -> to.put("text", it.text());
      case AgentRequested it -> {}
      case GaveUp it -> to.put("silently", it.silently());
      case ChatbotReplied it -> to.put("text", it.text()).put("resolves", it.resolves());
      case AgentTook it -> to.put("agent", it.agent());
      case AgentReplied it ->
          to.put("agent", it.agent()).put("text", it.text()).put("answers", it.answers());
      case AgentNoted it -> to.put("agent", it.agent()).put("text", it.text());
      case Escalated it ->
          to.put("agent", it.agent()).put("way", Words.of(it.way())).put("issue", it.issue());
      case Closed it -> to.put("by", it.by());
    }
  }

  private static ObjectNode message(
      ObjectNode to, String channel, String ts, Optional<String> threadTs, Author author) {
    to.put("channel", channel).put("ts", ts);
    threadTs.ifPresent(parent -> to.put("threadTs", parent));
    return author(to, author);
  }

  private static ArrayNode questions(List<QuestionId> about) {
    ArrayNode questions = JsonLine.object().putArray("questions");
    about.forEach(question -> questions.add(question.value()));
    return questions;
  }

  private static ObjectNode author(ObjectNode to, Author author) {
    to.putObject("author").put("role", Words.of(author.role())).put("name", author.name());
    return to;
  }

  private static ObjectNode question(ObjectNode to, Optional<QuestionId> question) {
    question.ifPresent(id -> to.put("question", id.value()));
    return to;
  }
}
