package gameday.scenario;

import gameday.process.EscalationProcess;
import gameday.process.HelpChatProduct;
import java.util.List;

/**
 * One thing to rehearse.
 *
 * @param name the catalogue or file name, lower case with hyphens
 * @param title one line for people
 * @param about what it rehearses and what good looks like
 * @param speed how many seconds of event time one second of a live rehearsal takes by default
 * @param seed the default seed of the script
 * @param event the event and its sessions
 * @param audiences who asks, what and when; at least one
 * @param chatbot the Help chat's first answer
 * @param staff the Client team, CSMs and Tech Support
 * @param process what the event has settled about the escalation process
 * @param helpChat which product the Help chat is
 * @param faults what goes wrong, and when
 * @param objectives what must hold, one objective a line (grammar in the room {@code gates})
 * @param rules what must hold beside the rules of the process
 * @param only ids of the drawn script's questions to keep, such as {@code q-00042}; empty for all
 */
public record Scenario(
    String name,
    String title,
    String about,
    double speed,
    long seed,
    EventPlan event,
    List<AudiencePlan> audiences,
    ChatbotPlan chatbot,
    StaffPlan staff,
    EscalationProcess process,
    HelpChatProduct helpChat,
    List<FaultPlan> faults,
    List<String> objectives,
    List<RulePlan> rules,
    List<String> only) {
  public Scenario {
    audiences = List.copyOf(audiences);
    faults = List.copyOf(faults);
    objectives = List.copyOf(objectives);
    rules = List.copyOf(rules);
    only = List.copyOf(only);
  }

  /** A scenario without rules of its own that plays every question. */
  public Scenario(
      String name,
      String title,
      String about,
      double speed,
      long seed,
      EventPlan event,
      List<AudiencePlan> audiences,
      ChatbotPlan chatbot,
      StaffPlan staff,
      EscalationProcess process,
      HelpChatProduct helpChat,
      List<FaultPlan> faults,
      List<String> objectives) {
    this(
        name,
        title,
        about,
        speed,
        seed,
        event,
        audiences,
        chatbot,
        staff,
        process,
        helpChat,
        faults,
        objectives,
        List.of(),
        List.of());
  }

  /** The same event on another product, by another process, with other people and faults. */
  public Scenario with(
      HelpChatProduct product,
      EscalationProcess settled,
      StaffPlan people,
      List<FaultPlan> goingWrong) {
    return new Scenario(
        name,
        title,
        about,
        speed,
        seed,
        event,
        audiences,
        chatbot,
        people,
        settled,
        product,
        goingWrong,
        objectives,
        rules,
        only);
  }

  /** The same drawn from another seed. */
  public Scenario withSeed(long other) {
    return new Scenario(
        name,
        title,
        about,
        speed,
        other,
        event,
        audiences,
        chatbot,
        staff,
        process,
        helpChat,
        faults,
        objectives,
        rules,
        only);
  }

  /** The same with these rules of its own. */
  public Scenario withRules(List<RulePlan> own) {
    return new Scenario(
        name,
        title,
        about,
        speed,
        seed,
        event,
        audiences,
        chatbot,
        staff,
        process,
        helpChat,
        faults,
        objectives,
        own,
        only);
  }

  /** The same with only these of its drawn questions. */
  public Scenario keeping(List<String> questions) {
    return new Scenario(
        name,
        title,
        about,
        speed,
        seed,
        event,
        audiences,
        chatbot,
        staff,
        process,
        helpChat,
        faults,
        objectives,
        rules,
        questions);
  }
}
