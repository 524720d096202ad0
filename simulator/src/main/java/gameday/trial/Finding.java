package gameday.trial;

import gameday.script.QuestionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one trial showed, without its history.
 *
 * @param seed whose day it was
 * @param questions how many were asked
 * @param happenings how many entries its history has
 * @param cases how many cases of each rule were judged, in the rule book's order; none where the
 *     rule was not exercised
 * @param played how many faults of each kind were on, by target and kind such as {@code slack
 *     errors}
 * @param hits how many calls, webhooks or processes each kind has hit, likewise
 * @param breaches what the pipeline did wrong
 * @param distrust why this trial proves nothing, a sentence each; empty if it does
 */
public record Finding(
    long seed,
    int questions,
    int happenings,
    Map<String, Integer> cases,
    SortedMap<String, Integer> played,
    SortedMap<String, Integer> hits,
    List<Breach> breaches,
    List<String> distrust) {
  /** A rule that the pipeline violated. */
  public record Breach(String rule, Optional<QuestionId> question, String sentence) {}

  public Finding {
    breaches = List.copyOf(breaches);
    distrust = List.copyOf(distrust);
  }

  /** Whether the pipeline violated this rule. */
  public boolean violates(String rule) {
    return breaches.stream().anyMatch(breach -> breach.rule().equals(rule));
  }
}
