package gameday.scenario.yaml;

import gameday.scenario.AudiencePlan;
import gameday.scenario.AudiencePlan.Peak;
import gameday.scenario.AudiencePlan.TopicShare;
import gameday.scenario.CommonCause;
import gameday.scenario.EventPlan;
import gameday.scenario.FaultPlan;
import gameday.scenario.Invitee;
import gameday.scenario.Scenario;
import gameday.scenario.SessionPlan;
import gameday.scenario.StaffPlan;
import gameday.scenario.TeamPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * A scenario with every default filled in, as YAML that reads back to an equal scenario. Points in
 * time are offsets from the event's start.
 */
public final class EffectiveYaml {
  private EffectiveYaml() {}

  /** The text. */
  public static String write(Scenario scenario) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("name", scenario.name());
    root.put("title", scenario.title());
    if (!scenario.about().isEmpty()) {
      root.put("about", scenario.about());
    }
    root.put("speed", scenario.speed());
    root.put("seed", scenario.seed());
    root.put("event", event(scenario.event()));
    Map<String, Object> audiences = new LinkedHashMap<>();
    for (AudiencePlan plan : scenario.audiences()) {
      audiences.put(plan.audience().word() + "s", audience(plan));
    }
    root.put("audiences", audiences);
    Map<String, Object> chatbot = new LinkedHashMap<>();
    chatbot.put("answers", Spreads.write(scenario.chatbot().answers()));
    chatbot.put("resolves", Shares.write(scenario.chatbot().resolves()));
    root.put("chatbot", chatbot);
    root.put("staff", staff(scenario.staff()));
    root.put("process", process(scenario));
    root.put("help-chat", Map.of("provider", scenario.helpChat().word()));
    root.put("faults", all(scenario.faults(), EffectiveYaml::fault));
    root.put("objectives", scenario.objectives());
    if (!scenario.rules().isEmpty()) {
      root.put(RuleReading.KEY, all(scenario.rules(), RuleYaml::rule));
    }
    if (!scenario.only().isEmpty()) {
      root.put("only", scenario.only());
    }
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(100);
    options.setAllowUnicode(true);
    return new Yaml(options).dump(root);
  }

  private static Map<String, Object> event(EventPlan event) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", event.name());
    out.put("date", event.starts().toLocalDate().toString());
    out.put("starts", event.starts().toLocalTime().toString());
    out.put("ends", moment(event.length()));
    out.put("channel", event.channel());
    out.put("url", event.url());
    out.put("sessions", all(event.sessions(), EffectiveYaml::session));
    return out;
  }

  private static Map<String, Object> session(SessionPlan session) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", session.id());
    out.put("title", session.title());
    out.put("starts", moment(session.starts()));
    out.put("ends", moment(session.ends()));
    return out;
  }

  private static Map<String, Object> audience(AudiencePlan plan) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("people", plan.people());
    out.put("questions", plan.questions());
    if (plan.audience() == gameday.process.Audience.SPEAKER) {
      out.put("mod-chat", Shares.write(plan.modChatShare()));
    }
    out.put("escalates", Shares.write(plan.escalates()));
    out.put("patience", Spreads.write(plan.patience()));
    out.put("leaves-silently", Shares.write(plan.leavesSilently()));
    out.put("follows-up", Shares.write(plan.followsUp()));
    out.put("returns", Shares.write(plan.returns()));
    out.put("causes", all(plan.causes(), EffectiveYaml::cause));
    Map<String, Object> topics = new LinkedHashMap<>();
    for (TopicShare topic : plan.topics()) {
      topics.put(topic.topic(), Shares.write(topic.share()));
    }
    out.put("topics", topics);
    out.put("peaks", all(plan.peaks(), EffectiveYaml::peak));
    return out;
  }

  private static Map<String, Object> cause(CommonCause cause) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", cause.name());
    out.put("session", cause.session());
    out.put("topic", cause.topic());
    out.put("issue", cause.issue());
    out.put("says", cause.says());
    out.putAll(window(cause.from(), cause.to()));
    out.put("share", Shares.write(cause.share()));
    return out;
  }

  private static Map<String, Object> peak(Peak peak) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", Durations.write(peak.from()));
    out.put("to", Durations.write(peak.to()));
    out.put("factor", peak.factor());
    return out;
  }

  private static Map<String, Object> staff(StaffPlan staff) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("client-team", team("agents", staff.clientTeam()));
    Map<String, Object> csm = team("people", staff.csm());
    csm.put("solves", Shares.write(staff.csmSolves()));
    csm.put("corrects", Shares.write(staff.corrects()));
    out.put("csm", csm);
    out.put("tech-support", team("people", staff.techSupport()));
    out.put("mistakes", Shares.write(staff.mistakes()));
    out.put("mistake-kinds", staff.mistakeKinds().stream().map(Words::of).toList());
    return out;
  }

  private static Map<String, Object> team(String size, TeamPlan team) {
    Map<String, Object> out = new LinkedHashMap<>();
    if (team.roster().isEmpty()) {
      out.put(size, team.people());
      out.put("no-shows", team.noShows());
    } else {
      out.put(RosterReading.KEY, all(team.roster(), EffectiveYaml::invitee));
    }
    out.put("slots", team.slots());
    out.put("notice", Spreads.write(team.notice()));
    out.put("handling", Spreads.write(team.handling()));
    out.put("shifts", all(team.shifts(), shift -> window(shift.from(), shift.to())));
    return out;
  }

  private static Map<String, Object> invitee(Invitee invitee) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", invitee.name());
    out.put("email", invitee.email());
    invitee.helpChat().ifPresent(invitation -> out.put("help-chat", Words.of(invitation)));
    out.put("slack", Words.of(invitee.slack()));
    return out;
  }

  private static Map<String, Object> process(Scenario scenario) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("profile", scenario.process().profile().word());
    out.put("way", Words.of(scenario.process().way()));
    out.put("route", Words.of(scenario.process().route()));
    Map<String, Object> deadlines = new LinkedHashMap<>();
    deadlines.put("untaken", Durations.write(scenario.process().deadlines().untaken()));
    deadlines.put("remind", Durations.write(scenario.process().deadlines().remind()));
    deadlines.put("call-again", Durations.write(scenario.process().deadlines().callAgain()));
    out.put("deadlines", deadlines);
    out.put("group-within", Durations.write(scenario.process().groupWithin()));
    return out;
  }

  private static Map<String, Object> fault(FaultPlan fault) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("on", fault.on().word());
    out.put("kind", fault.kind().word());
    out.putAll(window(fault.from(), fault.until()));
    out.putAll(FaultYaml.settings(fault.kind()));
    return out;
  }

  private static Map<String, Object> window(Duration from, Duration to) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", moment(from));
    out.put("to", moment(to));
    return out;
  }

  private static String moment(Duration offset) {
    return offset.isNegative()
        ? Timeline.START + Durations.write(offset)
        : Timeline.START + "+" + Durations.write(offset);
  }

  private static <T> List<Object> all(List<T> of, Function<T, Object> writing) {
    return new ArrayList<>(of.stream().map(writing).toList());
  }
}
