package gameday.rehearsed;

import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.q;

import gameday.history.Happening;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import gameday.process.PipelinePart;
import java.util.List;
import java.util.Optional;

/** One happening of each kind, with everything in it that it may have. */
public final class Specimens {
  public static final List<Happening> ALL =
      List.of(
          new Happening.RunStarted("horizon", 1, 1, "wall"),
          new Happening.PipelineReady("http"),
          new Happening.PipelineLacks(List.of(PipelinePart.EDITS)),
          new Happening.FaultBegan("slack", "outage"),
          new Happening.FaultEnded("slack", "outage"),
          new Happening.HarnessTrouble(Optional.of(q(3)), "no answer"),
          new Happening.Asked(q(3), Chat.HELP, "c3", "How?"),
          new Happening.UserWrote(q(3), "Hello?"),
          new Happening.AgentRequested(q(3)),
          new Happening.GaveUp(q(3), true),
          new Happening.ChatbotReplied(q(3), "So.", true),
          new Happening.AgentTook(q(3), "client-team-1"),
          new Happening.AgentReplied(q(3), "client-team-1", "Thus.", true),
          new Happening.AgentNoted(q(3), "client-team-1", "/escalate"),
          new Happening.Escalated(q(3), "client-team-1", EscalationWay.NOTE, "No login"),
          new Happening.Closed(q(3), "client-team-1"),
          new Happening.PipelineNoted(Chat.HELP, "c3", Optional.of(q(3)), "Answer: so"),
          new Happening.PipelineReplied(Chat.HELP, "c3", Optional.of(q(3)), "So."),
          new Happening.SlackPosted(
              CHANNEL, "3.1", Optional.of("3.0"), CSM, "Reload", List.of(q(3))),
          new Happening.SlackEdited(
              CHANNEL, "3.1", Optional.of("3.0"), CSM, "Reload twice", List.of(q(3))),
          new Happening.SlackReacted(CHANNEL, "3.1", CSM, "eyes"),
          new Happening.ModChatRefused("keynote", "eve@example.org", true),
          new Happening.ModChatGranted("keynote", "ada@example.org"),
          new Happening.WebhookDelivered("help-chat", "d1", 0, 200, 20_000_000, "c3"),
          new Happening.WebhookMeddled("help-chat", "d1", 0, "lost-webhooks", "c3"),
          new Happening.IntruderTried("slack", "unsigned", 401, "forged-1"),
          new Happening.PipelineCalled("slack", "chat.postMessage", 429, "rate-limits 2s"),
          new Happening.PipelineGone(false, 137),
          new Happening.RunEnded(Happening.RunEnded.Reason.DRAINED, "all over"));

  private Specimens() {}
}
