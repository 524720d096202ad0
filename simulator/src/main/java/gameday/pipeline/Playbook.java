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
 * @param process profile, way, route, deadlines and grouping
 * @param mention whom an escalation's greeting mentions
 * @param eventPage the event's home page; stands in where no page is known
 * @param responseTeam Slack ids of Client Success Managers and Tech Support
 * @param agents the Client team's agents in the chats, by their Slack ids; blank where they have no
 *     account in the Help chat
 * @param sessionPages the pages of the event's sessions; never the home page
 */
public record Playbook(
    EscalationProcess process,
    Mention mention,
    String eventPage,
    Set<String> responseTeam,
    Map<String, String> agents,
    Set<String> sessionPages) {
  /** Takes addresses of the same page for one, and the home page for no session's. */
  public Playbook {
    responseTeam = Set.copyOf(responseTeam);
    agents = Map.copyOf(agents);
    String home = page(eventPage);
    sessionPages =
        sessionPages.stream()
            .map(Playbook::page)
            .filter(page -> !page.isBlank() && !page.equals(home))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** An event whose sessions have no pages of their own. */
  public Playbook(
      EscalationProcess process,
      Mention mention,
      String eventPage,
      Set<String> responseTeam,
      Map<String, String> agents) {
    this(process, mention, eventPage, responseTeam, agents, Set.of());
  }

  /** A page's address without what doesn't name the page: query, fragment, a slash at the end. */
  static String page(String url) {
    return url.strip().replaceFirst("[?#].*", "").replaceFirst("/+$", "");
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
            .filter(member -> member.role() == Tier.CLIENT_TEAM && member.slackId().isPresent())
            .collect(
                Collectors.toMap(
                    member -> member.slackId().orElseThrow(),
                    member -> member.helpChatId().orElse(""),
                    (first, second) -> first));
    Set<String> sessionPages =
        file.sessions().stream().map(EventFile.Session::url).collect(Collectors.toSet());
    return new Playbook(
        file.process(), file.mention(), file.event().url(), responseTeam, agents, sessionPages);
  }
}
