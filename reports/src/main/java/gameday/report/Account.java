package gameday.report;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.process.PipelinePart;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One entry of the history, told: who, what, and the text if there was one. Raw text; whoever
 * prints it makes it visible and escapes it.
 *
 * @param at event time
 * @param who the person, part or service that acted
 * @param what what they did, without a full stop
 * @param text what they wrote; empty if nothing
 */
record Account(long sequence, Duration at, String who, String what, String text) {
  private record Told(String who, String what, String text) {
    Told(String who, String what) {
      this(who, what, "");
    }
  }

  static Account of(Entry entry, double speed) {
    Told told = tell(entry.what());
    Duration at = Times.eventTime(entry.atNanos(), speed);
    return new Account(entry.sequence(), at, told.who, told.what, told.text);
  }

  private static Told tell(Happening what) {
    return switch (what) {
      case Happening.RunStarted e ->
          new Told("gameday", "started " + e.scenario() + " with seed " + e.seed());
      case Happening.RunEnded e -> new Told("gameday", "ended: " + word(e.reason()), e.detail());
      case Happening.FaultBegan e -> new Told(e.on(), "fault began: " + e.kind());
      case Happening.FaultEnded e -> new Told(e.on(), "fault ended: " + e.kind());
      case Happening.PipelineReady e -> new Told("pipeline", "ready", e.how());
      case Happening.PipelineLacks e -> new Told("pipeline", "said what it lacks", parts(e));
      case Happening.PipelineGone e ->
          new Told("pipeline", (e.expected() ? "ended" : "died") + ", exit code " + e.exitCode());
      case Happening.HarnessTrouble e -> new Told("gameday", "had trouble", e.what());
      case Happening.SlackPosted e ->
          new Told(
              author(e.author()),
              "posted in #" + e.channel() + e.threadTs().map(ts -> ", thread " + ts).orElse(""),
              e.text());
      case Happening.SlackEdited e ->
          new Told(author(e.author()), "edited " + e.ts() + " in #" + e.channel(), e.text());
      case Happening.SlackReacted e ->
          new Told(author(e.author()), "reacted with :" + e.name() + ": to " + e.ts());
      case Happening.ModChatRefused e ->
          new Told(
              e.email(),
              (e.writing() ? "was kept from writing" : "was kept from reading")
                  + " in the Mod chat of "
                  + e.session());
      case Happening.ModChatGranted e ->
          new Told(e.email(), "was let into the Mod chat of " + e.session());
      case Happening.PipelineNoted e ->
          new Told("pipeline", "noted in " + e.chat().word() + " " + e.conversation(), e.text());
      case Happening.PipelineReplied e ->
          new Told("pipeline", "replied in " + e.chat().word() + " " + e.conversation(), e.text());
      case Happening.WebhookDelivered e -> delivered(e);
      case Happening.WebhookMeddled e ->
          new Told("gameday", "played " + e.fault() + " on " + e.from() + "'s " + e.delivery());
      case Happening.IntruderTried e -> tried(e);
      case Happening.PipelineCalled e ->
          new Told(
              "pipeline",
              "called %s: %s, %s %s".formatted(e.on(), e.call(), answer(e.status()), e.outcome()));
      case Happening.OfQuestion e -> tellOfQuestion(e);
    };
  }

  private static Told tellOfQuestion(Happening.OfQuestion what) {
    String of = what.question().value();
    return switch (what) {
      case Happening.Asked e -> new Told("asker of " + of, "asked in " + e.chat().word(), e.text());
      case Happening.UserWrote e -> new Told("asker of " + of, "wrote", e.text());
      case Happening.AgentRequested e -> new Told("asker of " + of, "asked for a live agent");
      case Happening.GaveUp e ->
          new Told("asker of " + of, e.silently() ? "left silently" : "left, saying so");
      case Happening.ChatbotReplied e ->
          new Told("chatbot", (e.resolves() ? "answered " : "replied to ") + of, e.text());
      case Happening.AgentTook e -> new Told(e.agent(), "took " + of);
      case Happening.AgentReplied e ->
          new Told(e.agent(), (e.answers() ? "answered " : "replied to ") + of, e.text());
      case Happening.AgentNoted e -> new Told(e.agent(), "noted on " + of, e.text());
      case Happening.Escalated e ->
          new Told(e.agent(), "escalated " + of + " " + way(e), e.issue());
      case Happening.Closed e -> new Told(e.by(), "closed " + of);
    };
  }

  private static String parts(Happening.PipelineLacks lacks) {
    return lacks.parts().stream().map(PipelinePart::word).collect(Collectors.joining(", "));
  }

  private static Told delivered(Happening.WebhookDelivered e) {
    String took = Times.words(Duration.ofNanos(e.nanos()));
    return new Told(
        e.from(),
        "delivered %s, attempt %d: %s after %s"
            .formatted(e.delivery(), e.attempt() + 1, answer(e.status()), took));
  }

  private static Told tried(Happening.IntruderTried e) {
    String what = "sent something " + e.trick() + " in the name of " + e.on();
    return new Told("intruder", what + ": " + answer(e.status()), e.mark());
  }

  private static String answer(int status) {
    return status == 0 ? "no answer" : "answered " + status;
  }

  private static String way(Happening.Escalated escalated) {
    return switch (escalated.way()) {
      case NOTE -> "by a note";
      case BY_HAND -> "by hand";
    };
  }

  private static String author(Author author) {
    return author.role() == Author.Role.PIPELINE ? "pipeline" : author.name();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
