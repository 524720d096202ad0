package gameday.history.jsonl;

import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.history.Happening.RunEnded;
import gameday.jsonl.JsonLine;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import gameday.process.PipelinePart;
import gameday.script.QuestionId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** How each kind of happening is read, by the kind's name. */
final class HappeningKinds {
  private static final Map<String, Function<JsonLine, Happening>> KINDS = new TreeMap<>();

  static {
    runs();
    questions();
    pipeline();
    slack();
    machines();
  }

  private HappeningKinds() {}

  static Happening read(JsonLine line) {
    String kind = line.text("kind");
    Function<JsonLine, Happening> reading = KINDS.get(kind);
    if (reading == null) {
      throw line.fault("unknown kind '" + kind + "', expected one of " + KINDS.keySet());
    }
    return reading.apply(line);
  }

  private static void add(Class<? extends Happening> kind, Function<JsonLine, Happening> reading) {
    KINDS.put(Words.kind(kind), reading);
  }

  private static void runs() {
    add(
        Happening.RunStarted.class,
        line ->
            new Happening.RunStarted(
                line.text("scenario"),
                line.whole("seed"),
                line.number("speed"),
                line.text("clock")));
    add(
        RunEnded.class,
        line ->
            new RunEnded(
                line.choice("reason", RunEnded.Reason.values(), Words::of), line.text("detail")));
    add(
        Happening.FaultBegan.class,
        line -> new Happening.FaultBegan(line.text("on"), line.text("fault")));
    add(
        Happening.FaultEnded.class,
        line -> new Happening.FaultEnded(line.text("on"), line.text("fault")));
    add(Happening.PipelineReady.class, line -> new Happening.PipelineReady(line.text("how")));
    add(
        Happening.PipelineLacks.class,
        line -> new Happening.PipelineLacks(line.texts("parts").stream().map(part(line)).toList()));
    add(
        Happening.PipelineGone.class,
        line -> new Happening.PipelineGone(line.flag("expected"), line.integer("exitCode")));
    add(
        Happening.HarnessTrouble.class,
        line -> new Happening.HarnessTrouble(maybeQuestion(line), line.text("what")));
  }

  private static void questions() {
    add(
        Happening.Asked.class,
        line ->
            new Happening.Asked(
                question(line), chat(line), line.text("conversation"), line.text("text")));
    add(
        Happening.UserWrote.class,
        line -> new Happening.UserWrote(question(line), line.text("text")));
    add(Happening.AgentRequested.class, line -> new Happening.AgentRequested(question(line)));
    add(
        Happening.GaveUp.class,
        line -> new Happening.GaveUp(question(line), line.flag("silently")));
    add(
        Happening.ChatbotReplied.class,
        line ->
            new Happening.ChatbotReplied(question(line), line.text("text"), line.flag("resolves")));
    add(
        Happening.AgentTook.class,
        line -> new Happening.AgentTook(question(line), line.text("agent")));
    add(
        Happening.AgentReplied.class,
        line ->
            new Happening.AgentReplied(
                question(line), line.text("agent"), line.text("text"), line.flag("answers")));
    add(
        Happening.AgentNoted.class,
        line -> new Happening.AgentNoted(question(line), line.text("agent"), line.text("text")));
    add(
        Happening.Escalated.class,
        line ->
            new Happening.Escalated(
                question(line),
                line.text("agent"),
                line.choice("way", EscalationWay.values(), Words::of),
                line.text("issue")));
    add(Happening.Closed.class, line -> new Happening.Closed(question(line), line.text("by")));
  }

  private static void pipeline() {
    add(
        Happening.PipelineNoted.class,
        line ->
            new Happening.PipelineNoted(
                chat(line), line.text("conversation"), maybeQuestion(line), line.text("text")));
    add(
        Happening.PipelineReplied.class,
        line ->
            new Happening.PipelineReplied(
                chat(line), line.text("conversation"), maybeQuestion(line), line.text("text")));
  }

  private static void slack() {
    add(
        Happening.SlackPosted.class,
        line ->
            new Happening.SlackPosted(
                line.text("channel"),
                line.text("ts"),
                line.optionalText("threadTs"),
                author(line),
                line.text("text"),
                line.texts("questions").stream().map(QuestionId::new).toList()));
    add(
        Happening.SlackEdited.class,
        line ->
            new Happening.SlackEdited(
                line.text("channel"),
                line.text("ts"),
                line.optionalText("threadTs"),
                author(line),
                line.text("text"),
                line.texts("questions").stream().map(QuestionId::new).toList()));
    add(
        Happening.SlackReacted.class,
        line ->
            new Happening.SlackReacted(
                line.text("channel"), line.text("ts"), author(line), line.text("name")));
  }

  private static void machines() {
    add(
        Happening.ModChatRefused.class,
        line ->
            new Happening.ModChatRefused(
                line.text("session"), line.text("email"), line.flag("writing")));
    add(
        Happening.ModChatGranted.class,
        line -> new Happening.ModChatGranted(line.text("session"), line.text("email")));
    add(
        Happening.WebhookDelivered.class,
        line ->
            new Happening.WebhookDelivered(
                line.text("from"),
                line.text("delivery"),
                line.integer("attempt"),
                line.integer("status"),
                line.whole("nanos"),
                line.text("conversation")));
    add(
        Happening.WebhookMeddled.class,
        line ->
            new Happening.WebhookMeddled(
                line.text("from"),
                line.text("delivery"),
                line.integer("attempt"),
                line.text("fault"),
                line.text("conversation")));
    add(
        Happening.IntruderTried.class,
        line ->
            new Happening.IntruderTried(
                line.text("on"), line.text("trick"), line.integer("status"), line.text("mark")));
    add(
        Happening.PipelineCalled.class,
        line ->
            new Happening.PipelineCalled(
                line.text("on"), line.text("call"), line.integer("status"), line.text("outcome")));
  }

  private static Function<String, PipelinePart> part(JsonLine line) {
    return word ->
        PipelinePart.of(word).orElseThrow(() -> line.fault("unknown part '" + word + "'"));
  }

  private static QuestionId question(JsonLine line) {
    return new QuestionId(line.text("question"));
  }

  private static Optional<QuestionId> maybeQuestion(JsonLine line) {
    return line.optionalText("question").map(QuestionId::new);
  }

  private static Chat chat(JsonLine line) {
    return line.choice("chat", Chat.values(), Chat::word);
  }

  private static Author author(JsonLine line) {
    JsonLine author = line.inner("author");
    Author read =
        new Author(author.choice("role", Author.Role.values(), Words::of), author.text("name"));
    author.end();
    return read;
  }
}
