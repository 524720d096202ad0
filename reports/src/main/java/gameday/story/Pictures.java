package gameday.story;

import gameday.evidence.Evidence;
import gameday.verdict.RuleVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pictures of a run's first violations of each rule; few, so that a report stays small. */
public final class Pictures {
  /** How many violations of one rule are drawn. */
  public static final int PER_RULE = 3;

  /** No pictures at all. */
  public static final Pictures NONE = new Pictures(Map.of());

  private final Map<String, List<Optional<SequencePicture>>> byRule;

  private Pictures(Map<String, List<Optional<SequencePicture>>> byRule) {
    this.byRule = byRule;
  }

  /** Draws the first violations of each rule. */
  public static Pictures of(Evidence evidence, List<RuleVerdict> rules) {
    Map<String, List<Optional<SequencePicture>>> byRule = new LinkedHashMap<>();
    for (RuleVerdict rule : rules) {
      List<Optional<SequencePicture>> drawn = new ArrayList<>();
      rule.violations().stream()
          .limit(PER_RULE)
          .forEach(violation -> drawn.add(SequencePicture.of(evidence, violation)));
      byRule.put(rule.rule(), drawn);
    }
    return new Pictures(byRule);
  }

  /** The picture of a rule's violation number {@code index}, from 0; empty if it has none. */
  public Optional<SequencePicture> of(String rule, int index) {
    List<Optional<SequencePicture>> drawn = byRule.getOrDefault(rule, List.of());
    return index < drawn.size() ? drawn.get(index) : Optional.empty();
  }
}
