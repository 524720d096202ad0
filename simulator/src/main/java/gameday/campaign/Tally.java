package gameday.campaign;

import gameday.trial.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a campaign has shown so far. Grows with the failures it keeps, not with the seeds. */
public final class Tally {
  private static final int MOST_DISTRUSTED = 10;

  private final Map<String, RuleCount> rules = new LinkedHashMap<>();
  private final SortedMap<String, FaultCount> faults = new TreeMap<>();
  private final List<Finding> failures = new ArrayList<>();
  private final List<Finding> distrusted = new ArrayList<>();
  private long seeds;
  private long questions;
  private long happenings;
  private long withoutFaults;

  /**
   * How often a rule was exercised.
   *
   * @param cases in all trials
   * @param seeds in how many trials it had a case
   * @param violated in how many trials the pipeline violated it
   */
  public record RuleCount(long cases, long seeds, long violated) {
    private static final RuleCount NONE = new RuleCount(0, 0, 0);

    private RuleCount plus(int more, boolean isViolated) {
      return new RuleCount(
          cases + more, seeds + (more > 0 ? 1 : 0), violated + (isViolated ? 1 : 0));
    }
  }

  /**
   * How often a kind of fault was on.
   *
   * @param times in all trials
   * @param seeds in how many trials
   * @param hits how many calls, webhooks or processes it has hit
   */
  public record FaultCount(long times, long seeds, long hits) {
    private static final FaultCount NONE = new FaultCount(0, 0, 0);
  }

  void add(Finding finding) {
    seeds++;
    questions += finding.questions();
    happenings += finding.happenings();
    withoutFaults += finding.played().isEmpty() ? 1 : 0;
    finding
        .cases()
        .forEach(
            (rule, cases) ->
                rules.put(
                    rule,
                    rules.getOrDefault(rule, RuleCount.NONE).plus(cases, finding.violates(rule))));
    finding
        .played()
        .forEach(
            (kind, times) -> {
              FaultCount before = faults.getOrDefault(kind, FaultCount.NONE);
              int hits = finding.hits().getOrDefault(kind, 0);
              faults.put(
                  kind, new FaultCount(before.times + times, before.seeds + 1, before.hits + hits));
            });
    if (!finding.breaches().isEmpty()) {
      failures.add(finding);
    }
    if (!finding.distrust().isEmpty() && distrusted.size() < MOST_DISTRUSTED) {
      distrusted.add(finding);
    }
  }

  /** How many trials were made. */
  public long seeds() {
    return seeds;
  }

  /** How many questions they asked. */
  public long questions() {
    return questions;
  }

  /** How many entries their histories had. */
  public long happenings() {
    return happenings;
  }

  /** How many trials had no fault. */
  public long withoutFaults() {
    return withoutFaults;
  }

  /** Every rule, in the rule book's order. */
  public Map<String, RuleCount> rules() {
    return Collections.unmodifiableMap(rules);
  }

  /** Every kind of fault that was on, by target and kind such as {@code slack errors}. */
  public SortedMap<String, FaultCount> faults() {
    return Collections.unmodifiableSortedMap(faults);
  }

  /** The rules that no trial exercised. */
  public List<String> unexercised() {
    return rules.entrySet().stream()
        .filter(rule -> rule.getValue().cases() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether any rule was exercised. */
  public boolean hasExercised() {
    return unexercised().size() < rules.size();
  }

  /** The trials in which the pipeline violated a rule, in order of seeds. */
  public List<Finding> failures() {
    return Collections.unmodifiableList(failures);
  }

  /** The first few trials that prove nothing. */
  public List<Finding> distrusted() {
    return Collections.unmodifiableList(distrusted);
  }
}
