package gameday.story;

import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.process.EscalationWay;
import gameday.process.PipelinePart;
import gameday.script.QuestionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A happening as an arrow: from whom to whom, what, and the text if there was one.
 *
 * @param to the same as {@code from} if nothing was sent
 */
record Drawn(Lane from, Lane to, Row.Kind kind, String words, String text) {
  private static Drawn step(Lane from, Lane to, String words, String text) {
    return new Drawn(from, to, Row.Kind.STEP, words, text);
  }

  private static Drawn fault(Lane lane, String words, String text) {
    return new Drawn(lane, lane, Row.Kind.FAULT, words, text);
  }

  /** How a happening is drawn in the picture of {@code about}, or of no question. */
  static Drawn of(Happening what, Optional<QuestionId> about) {
    return switch (what) {
      case Happening.OfQuestion e -> ofQuestion(e, about);
      case Happening.PipelineNoted e ->
          step(
              Lane.PIPELINE,
              Lane.CHAT,
              "notes privately" + place(e.conversation(), e.question(), about),
              e.text());
      case Happening.PipelineReplied e ->
          step(
              Lane.PIPELINE,
              Lane.USER,
              "replies" + place(e.conversation(), e.question(), about),
              e.text());
      case Happening.SlackPosted e ->
          step(
              Lane.of(e.author()),
              Lane.SLACK,
              name(e.author())
                  + e.threadTs()
                      .map(ts -> "writes in the thread " + ts)
                      .orElse("posts in #" + e.channel()),
              e.text());
      case Happening.SlackEdited e ->
          step(Lane.of(e.author()), Lane.SLACK, name(e.author()) + "edits " + e.ts(), e.text());
      case Happening.SlackReacted e ->
          step(
              Lane.of(e.author()),
              Lane.SLACK,
              name(e.author()) + "reacts with :" + e.name() + ":",
              "");
      case Happening.ModChatRefused e -> {
        String verb = e.writing() ? "may not write" : "may not read";
        yield step(Lane.CHAT, Lane.USER, e.email() + " " + verb + " in " + e.session(), "");
      }
      case Happening.ModChatGranted e ->
          step(Lane.CHAT, Lane.USER, e.email() + " is let into " + e.session(), "");
      case Happening.WebhookDelivered e ->
          step(
              Lane.of(e.from()),
              Lane.PIPELINE,
              "delivers %s, attempt %d: %s after %d ms"
                  .formatted(
                      e.delivery(), e.attempt() + 1, answer(e.status()), e.nanos() / 1_000_000),
              "");
      case Happening.PipelineCalled e ->
          step(
              Lane.PIPELINE,
              Lane.of(e.on()),
              "calls %s: %s %s".formatted(e.call(), answer(e.status()), e.outcome()),
              "");
      case Happening.IntruderTried e ->
          step(
              Lane.OTHERS,
              Lane.PIPELINE,
              "intruder, %s in the name of %s: %s".formatted(e.trick(), e.on(), answer(e.status())),
              e.mark());
      case Happening.RunStarted e -> step(Lane.OTHERS, Lane.OTHERS, "the run starts", "");
      case Happening.RunEnded e -> step(Lane.OTHERS, Lane.OTHERS, "the run ends", e.detail());
      case Happening.FaultBegan e -> fault(Lane.of(e.on()), "fault begins: " + e.kind(), "");
      case Happening.FaultEnded e -> fault(Lane.of(e.on()), "fault ends: " + e.kind(), "");
      case Happening.WebhookMeddled e ->
          fault(
              Lane.of(e.from()),
              "fault on %s, attempt %d: %s".formatted(e.delivery(), e.attempt() + 1, e.fault()),
              "");
      case Happening.PipelineReady e -> step(Lane.PIPELINE, Lane.PIPELINE, "is ready", "");
      case Happening.PipelineLacks e ->
          step(Lane.PIPELINE, Lane.PIPELINE, "doesn't know " + parts(e.parts()), "");
      case Happening.PipelineGone e ->
          fault(
              Lane.PIPELINE,
              (e.expected() ? "is ended" : "dies") + ", exit code " + e.exitCode(),
              "");
      case Happening.HarnessTrouble e -> fault(Lane.OTHERS, "gameday had trouble", e.what());
    };
  }

  private static Drawn ofQuestion(Happening.OfQuestion what, Optional<QuestionId> about) {
    String of =
        about.filter(what.question()::equals).isPresent() ? "" : ", " + what.question().value();
    return switch (what) {
      case Happening.Asked e -> step(Lane.USER, Lane.CHAT, "asks" + of, e.text());
      case Happening.UserWrote e -> step(Lane.USER, Lane.CHAT, "writes" + of, e.text());
      case Happening.AgentRequested e ->
          step(Lane.USER, Lane.CHAT, "asks for a live agent" + of, "");
      case Happening.GaveUp e ->
          step(
              Lane.USER,
              Lane.USER,
              (e.silently() ? "leaves silently" : "leaves, saying so") + of,
              "");
      case Happening.ChatbotReplied e ->
          step(
              Lane.CHAT,
              Lane.USER,
              (e.resolves() ? "chatbot answers" : "chatbot replies") + of,
              e.text());
      case Happening.AgentTook e -> step(Lane.AGENT, Lane.CHAT, e.agent() + " takes it" + of, "");
      case Happening.AgentReplied e ->
          step(
              Lane.AGENT,
              Lane.USER,
              e.agent() + (e.answers() ? " answers" : " replies") + of,
              e.text());
      case Happening.AgentNoted e ->
          step(Lane.AGENT, Lane.CHAT, e.agent() + " notes privately" + of, e.text());
      case Happening.Escalated e ->
          step(
              Lane.AGENT,
              e.way() == EscalationWay.NOTE ? Lane.PIPELINE : Lane.AGENT,
              e.agent()
                  + (e.way() == EscalationWay.NOTE ? " escalates by a note" : " escalates by hand")
                  + of,
              e.issue());
      case Happening.Closed e -> step(Lane.CHAT, Lane.CHAT, "closed by " + e.by() + of, "");
    };
  }

  /** Whose conversation it is, where it isn't the one that the picture is about. */
  private static String place(
      String conversation, Optional<QuestionId> question, Optional<QuestionId> about) {
    boolean own = about.isPresent() && question.equals(about);
    return own
        ? ""
        : " in " + conversation + question.map(id -> ", of " + id.value()).orElse(", of nobody");
  }

  private static String name(Author author) {
    return author.role() == Author.Role.PIPELINE ? "" : author.name() + " ";
  }

  private static String answer(int status) {
    return status == 0 ? "no answer" : String.valueOf(status);
  }

  private static String parts(List<PipelinePart> parts) {
    return parts.stream().map(PipelinePart::word).collect(Collectors.joining(", "));
  }
}
