package gameday.trial;

import gameday.process.AnswerRoute;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.scenario.FaultPlan;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import java.util.ArrayList;
import java.util.List;

/** Draws trials of one scenario. A seed's trial is the same whatever other seeds are drawn. */
public final class TrialDraw {
  private final Scenario scenario;
  private final boolean varies;

  /**
   * Draws trials.
   *
   * @param scenario what is rehearsed; its own faults stay, and others come on top
   * @param varies whether each seed also draws the help chat's product, how agents escalate and how
   *     answers come back
   */
  public TrialDraw(Scenario scenario, boolean varies) {
    this.scenario = scenario;
    this.varies = varies;
  }

  /**
   * The trial of {@code seed}.
   *
   * @throws gameday.script.UnknownQuestionsException if the scenario is to keep questions that
   *     aren't drawn
   */
  public Trial draw(long seed) {
    Script script = ScriptDraw.draw(scenario, seed);
    List<FaultPlan> faults = new ArrayList<>(scenario.faults());
    faults.addAll(FaultDraw.draw(script, scenario.faults()));
    Parts parts = Parts.of(scenario).with(faults);
    return new Trial((varies ? varied(parts, seed) : parts).in(scenario, seed), script);
  }

  private static Parts varied(Parts parts, long seed) {
    Dice dice = Dice.of(seed, "process");
    HelpChatProduct product = HelpChatProduct.values()[dice.below(HelpChatProduct.values().length)];
    EscalationWay way = EscalationWay.values()[dice.below(EscalationWay.values().length)];
    AnswerRoute route = AnswerRoute.values()[dice.below(AnswerRoute.values().length)];
    return parts.with(product, settled(parts.process(), product, way, route));
  }

  /** Where there are no private notes, agents post by hand and answers go straight back. */
  static EscalationProcess settled(
      EscalationProcess process, HelpChatProduct product, EscalationWay way, AnswerRoute route) {
    boolean notes = product.hasPrivateNotes();
    return new EscalationProcess(
        process.profile(),
        notes ? way : EscalationWay.BY_HAND,
        notes ? route : AnswerRoute.STRAIGHT,
        process.deadlines(),
        process.groupWithin());
  }
}
