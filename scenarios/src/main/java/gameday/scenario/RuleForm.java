package gameday.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a rule of a scenario's own demands of the events of a case.
 *
 * <p>The forms are the property patterns of Dwyer, Avrunin and Corbett, <i>Patterns in Property
 * Specifications for Finite-State Verification</i> (ICSE 1999): bounded existence, response,
 * precedence and absence, with global scope unless said otherwise. {@link Within} is a bounded
 * response in the sense of Konrad and Cheng, <i>Real-time Specification Patterns</i> (ICSE 2005),
 * that demands nothing of what never comes.
 */
public sealed interface RuleForm {
  /** Bounded existence: {@code what} happens once, neither never nor twice. */
  record ExactlyOne(EventPattern what) implements RuleForm {}

  /**
   * Response: whenever {@code to} happens, {@code with} follows.
   *
   * @param within the longest time from the one to the other, event time; without it, before the
   *     run's end will do
   */
  record Response(EventPattern to, EventPattern with, Optional<Duration> within)
      implements RuleForm {}

  /** Precedence: {@code then} doesn't happen unless {@code first} has happened. */
  record Precedence(EventPattern first, EventPattern then) implements RuleForm {}

  /**
   * Absence with the scope "before": where {@code until} happens, {@code what} hasn't happened
   * earlier. Where it never does, nothing is demanded; that is {@link Precedence}'s.
   */
  record NotBefore(EventPattern what, EventPattern until) implements RuleForm {}

  /**
   * From the first {@code from} to the first {@code to} after it, if it comes, it takes {@code
   * limit} at most, event time. That it comes is {@link Response}'s to demand.
   */
  record Within(EventPattern from, EventPattern to, Duration limit) implements RuleForm {}

  /** Absence: {@code what} doesn't happen. */
  record Never(EventPattern what) implements RuleForm {}

  /** Its name in a scenario. */
  default String word() {
    return switch (this) {
      case ExactlyOne it -> "exactly-one";
      case Response it -> "response";
      case Precedence it -> "precedence";
      case NotBefore it -> "not-before";
      case Within it -> "within";
      case Never it -> "never";
    };
  }

  /** The patterns it speaks of. */
  default List<EventPattern> patterns() {
    return switch (this) {
      case ExactlyOne it -> List.of(it.what());
      case Response it -> List.of(it.to(), it.with());
      case Precedence it -> List.of(it.first(), it.then());
      case NotBefore it -> List.of(it.what(), it.until());
      case Within it -> List.of(it.from(), it.to());
      case Never it -> List.of(it.what());
    };
  }

  /** Whether one of its patterns is only about the run as a whole. */
  default boolean isOfRunOnly() {
    return patterns().stream().anyMatch(pattern -> !pattern.event().isOfQuestions());
  }
}
