package gameday.pipeline;

import gameday.contract.EventFile;
import gameday.process.EscalationProcess;
import gameday.process.Mention;
import gameday.process.Tier;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the event has settled, as the pipeline needs it.
 *
 * @param process profile, way, route and deadlines
 * @param mention whom an escalation's greeting mentions
 * @param eventPage the event's home page; stands in where no page is known
 * @param responseTeam Slack ids of Client Success Managers and Tech Support
 * @param agents the Client team's agents in the chats, by their Slack ids
 */
public record Playbook(
    EscalationProcess process,
    Mention mention,
    String eventPage,
    Set<String> responseTeam,
    Map<String, String> agents) {
  public Playbook {
    responseTeam = Set.copyOf(responseTeam);
    agents = Map.copyOf(agents);
  }

  /** The playbook an event file describes. */
  public static Playbook of(EventFile file) {
    Set<String> responseTeam =
        file.staff().stream()
            .filter(member -> member.role() == Tier.CSM || member.role() == Tier.TECH_SUPPORT)
            .flatMap(member -> member.slackId().stream())
            .collect(Collectors.toSet());
    Map<String, String> agents =
        file.staff().stream()
            .filter(member -> member.slackId().isPresent() && member.helpChatId().isPresent())
            .collect(
                Collectors.toMap(
                    member -> member.slackId().orElseThrow(),
                    member -> member.helpChatId().orElseThrow(),
                    (first, second) -> first));
    return new Playbook(file.process(), file.mention(), file.event().url(), responseTeam, agents);
  }
}
