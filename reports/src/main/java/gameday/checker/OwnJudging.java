package gameday.checker;

import gameday.evidence.Evidence;
import gameday.history.Entry;
import gameday.scenario.RuleForm;
import gameday.scenario.RulePlan;
import gameday.scenario.RulePlan.Whose;
import gameday.verdict.Blame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Judges cases by one form, each in one pass over its entries. What two threads of the harness may
 * have written down in the wrong order is not held against anybody.
 */
final class OwnJudging {
  private static final int SHOWN = 3;

  private final Evidence evidence;
  private final Findings findings;
  private final Blame blame;
  private final Consumer<OwnCase> judging;

  OwnJudging(Evidence evidence, RulePlan plan, Findings findings) {
    this.evidence = evidence;
    this.findings = findings;
    this.blame = plan.whose() == Whose.PIPELINE ? Blame.PIPELINE : Blame.STAFF;
    this.judging =
        switch (plan.form()) {
          case RuleForm.ExactlyOne it -> exactlyOne(plan, it);
          case RuleForm.Response it -> new OwnResponse(evidence, it, blame, findings)::judge;
          case RuleForm.Precedence it -> precedence(it);
          case RuleForm.NotBefore it -> notBefore(it);
          case RuleForm.Within it -> within(it);
          case RuleForm.Never it -> never(it);
        };
  }

  void judge(OwnCase one) {
    judging.accept(one);
  }

  private Consumer<OwnCase> exactlyOne(RulePlan plan, RuleForm.ExactlyOne form) {
    EventMatch what = new EventMatch(form.what());
    EventMatch since = plan.which().when().map(EventMatch::new).orElse(what);
    return one -> {
      List<Entry> seen = one.entries().stream().filter(what::matches).toList();
      if (seen.size() > 1) {
        findings.judged();
        String sentence =
            "there were %d of '%s' instead of one, the second at %s"
                .formatted(seen.size(), what.words(), time(seen.get(1)));
        breach(one, sentence, seen.subList(0, Math.min(SHOWN, seen.size())));
      } else if (seen.size() == 1) {
        findings.judged();
      } else {
        Entry owing =
            one.entries().stream().filter(since::matches).findFirst().orElse(one.entries().get(0));
        if (new Owed(evidence, one, owing).isMissing()) {
          findings.judged();
          String sentence = "there was no '%s' at all".formatted(what.words());
          findings.missed(blame, one.question(), sentence, List.of(owing));
        }
      }
    };
  }

  private Consumer<OwnCase> precedence(RuleForm.Precedence form) {
    EventMatch first = new EventMatch(form.first());
    EventMatch then = new EventMatch(form.then());
    return one -> {
      Entry early = null;
      for (Entry entry : one.entries()) {
        if (first.matches(entry)) {
          if (early == null || isAtOnce(early, entry)) {
            one.entries().stream()
                .filter(then::matches)
                .findFirst()
                .ifPresent(it -> findings.judged());
            return;
          }
          break;
        }
        if (early == null && then.matches(entry)) {
          early = entry;
        }
      }
      if (early != null) {
        findings.judged();
        String sentence =
            "'%s' came at %s, and no '%s' before it"
                .formatted(then.words(), time(early), first.words());
        breach(one, sentence, List.of(early));
      }
    };
  }

  private Consumer<OwnCase> notBefore(RuleForm.NotBefore form) {
    EventMatch what = new EventMatch(form.what());
    EventMatch until = new EventMatch(form.until());
    return one -> {
      List<Entry> early = new ArrayList<>();
      for (Entry entry : one.entries()) {
        if (until.matches(entry)) {
          findings.judged();
          early.removeIf(each -> isAtOnce(each, entry));
          if (!early.isEmpty()) {
            String sentence =
                "'%s' came at %s, and '%s' only at %s"
                    .formatted(what.words(), time(early.get(0)), until.words(), time(entry));
            breach(one, sentence, List.of(early.get(0), entry));
          }
          return;
        }
        if (what.matches(entry)) {
          early.add(entry);
        }
      }
    };
  }

  private Consumer<OwnCase> within(RuleForm.Within form) {
    EventMatch from = new EventMatch(form.from());
    EventMatch to = new EventMatch(form.to());
    return one -> {
      Entry begun = null;
      for (Entry entry : one.entries()) {
        if (begun == null) {
          begun = from.matches(entry) ? entry : null;
        } else if (to.matches(entry)) {
          findings.judged();
          Owed owed = new Owed(evidence, one, begun);
          if (owed.isLate(entry, form.limit())) {
            String sentence =
                owed.lateness(entry, form.limit()).formatted(to.words(), from.words());
            findings.missed(blame, one.question(), sentence, List.of(begun, entry));
          }
          return;
        }
      }
    };
  }

  private Consumer<OwnCase> never(RuleForm.Never form) {
    EventMatch what = new EventMatch(form.what());
    return one -> {
      for (Entry entry : one.entries()) {
        if (what.isNamed(entry)) {
          findings.judged();
          if (what.matches(entry)) {
            String sentence = "'%s' came at %s".formatted(what.words(), time(entry));
            breach(one, sentence, List.of(entry));
          }
        }
      }
    };
  }

  private void breach(OwnCase one, String sentence, List<Entry> witnesses) {
    findings.breach(blame, one.question(), sentence, witnesses);
  }

  private boolean isAtOnce(Entry early, Entry late) {
    return late.atNanos() - early.atNanos() <= evidence.tolerance().recordingNanos();
  }

  private String time(Entry entry) {
    return evidence.clock().time(entry.atNanos());
  }
}
