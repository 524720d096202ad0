package gameday.trial;

import gameday.process.EscalationProcess;
import gameday.process.HelpChatProduct;
import gameday.scenario.FaultPlan;
import gameday.scenario.Scenario;
import gameday.scenario.StaffPlan;
import java.util.List;

/** What trials change of a scenario, and shrinking makes simpler. */
record Parts(
    HelpChatProduct helpChat, EscalationProcess process, StaffPlan staff, List<FaultPlan> faults) {
  static Parts of(Scenario scenario) {
    return new Parts(scenario.helpChat(), scenario.process(), scenario.staff(), scenario.faults());
  }

  Parts with(HelpChatProduct product, EscalationProcess settled) {
    return new Parts(product, settled, staff, faults);
  }

  Parts with(StaffPlan others) {
    return new Parts(helpChat, process, others, faults);
  }

  Parts with(List<FaultPlan> others) {
    return new Parts(helpChat, process, staff, others);
  }

  /** {@code scenario} with these parts, under {@code seed}. */
  Scenario in(Scenario scenario, long seed) {
    return scenario.with(helpChat, process, staff, faults).withSeed(seed);
  }
}
