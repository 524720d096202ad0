package gameday.checker;

import gameday.evidence.Evidence;
import gameday.evidence.Moment;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.SlackPosted;
import gameday.verdict.Blame;
import java.util.List;

/**
 * Owns every message of the pipeline, and every escalation of an agent, outside the event's own
 * channel. Such a message has reached Slack, so nothing is lost; no other rule judges its thread.
 */
final class RightChannel implements Rule {
  @Override
  public String id() {
    return "right-channel";
  }

  @Override
  public String sentence() {
    return "Escalations stand in the event's own channel and nobody else's.";
  }

  @Override
  public String safety() {
    return "A message of the pipeline, or an agent's escalation, outside the event's own "
        + "channel.";
  }

  @Override
  public String liveness() {
    return "";
  }

  @Override
  public String example() {
    return "The pipeline posts q-00042 in #general instead of #event-horizon.";
  }

  @Override
  public String needs() {
    return Exercise.ESCALATION;
  }

  @Override
  public boolean isExercised(Evidence evidence) {
    return Exercise.escalations(evidence);
  }

  @Override
  public Findings judge(Evidence evidence) {
    Findings findings = new Findings(id());
    String channel = evidence.scenario().event().channel();
    for (Moment<SlackPosted> post : evidence.posts()) {
      SlackPosted what = post.what();
      boolean pipelines = what.author().role() == Role.PIPELINE;
      boolean agents =
          what.author().role() == Role.CLIENT_TEAM
              && (!what.questions().isEmpty()
                  || evidence.thread(what).isPresent()
                  || evidence.openedBy(what).isPresent());
      if (!pipelines && !agents) {
        continue;
      }
      findings.judged();
      if (!what.channel().equals(channel)) {
        findings.breach(
            pipelines ? Blame.PIPELINE : Blame.STAFF,
            what.questions().stream().findFirst(),
            "%s posted in #%s instead of #%s at %s"
                .formatted(
                    what.author().name(),
                    what.channel(),
                    channel,
                    evidence.clock().time(post.atNanos())),
            List.of(post.entry()));
      }
    }
    return findings;
  }
}
