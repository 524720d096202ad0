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

  /** Begins to watch. */
  public RunWatch(RunFacts facts) {
    this.facts = facts;
    for (Rule rule : RuleBook.rules()) {
      if (rule instanceof RunRule ofRun) {
        rules.add(ofRun);
        watches.add(ofRun.watch(facts));
      }
    }
  }

  /** The next entry; every one, in order, once. */
  public void see(Entry entry) {
    for (Watch watch : watches) {
      watch.see(entry);
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

  void tell(Rule rule, RuleTally tally) {
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
