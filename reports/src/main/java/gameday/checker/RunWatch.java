package gameday.checker;

import gameday.evidence.RunFacts;
import gameday.history.Entry;
import java.util.ArrayList;
import java.util.List;

/** The rules of the run as a whole, watching its entries go by. */
public final class RunWatch {
  private final RunFacts facts;
  private final List<RunRule> rules = new ArrayList<>();
  private final List<Watch> watches = new ArrayList<>();
  private final List<OwnOfRun> own = new ArrayList<>();

  /** Begins to watch. */
  public RunWatch(RunFacts facts) {
    this.facts = facts;
    for (Rule rule : RuleBook.rules(facts.scenario())) {
      if (rule instanceof RunRule ofRun) {
        rules.add(ofRun);
        watches.add(ofRun.watch(facts));
      } else if (rule instanceof OwnRule ofScenario && ofScenario.isOfRun()) {
        own.add(new OwnOfRun(ofScenario));
      }
    }
  }

  /** The next entry; every one, in order, once. */
  public void see(Entry entry) {
    for (Watch watch : watches) {
      watch.see(entry);
    }
    for (OwnOfRun rule : own) {
      rule.see(entry);
    }
  }

  /**
   * Whether it would have seen the same had it known these facts from the start: if there were no
   * faults, and the pipeline never went, nothing depends on what is known at the end only.
   */
  public boolean holdsFor(RunFacts known) {
    return facts.clock().equals(known.clock())
        && facts.faults().isEmpty()
        && known.faults().isEmpty()
        && known.gone().isEmpty();
  }

  /** Whether a rule is one of those that are watched here, and judged in no slice. */
  static boolean isOfRun(Rule rule) {
    return rule instanceof RunRule || rule instanceof OwnRule own && own.isOfRun();
  }

  /** Tells what was seen, once the facts are known. */
  void tell(Rule rule, RunFacts known, RuleTally tally) {
    own.stream().filter(each -> each.is(rule)).forEach(each -> each.tell(known, tally));
    int place = rules.indexOf(rule);
    if (place >= 0) {
      Watch watch = watches.get(place);
      tally.add(watch.findings(), found -> 0);
      if (watch.isExercised()) {
        tally.exercised();
      }
    }
  }
}
