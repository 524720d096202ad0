/**
 * Was it right: one rule a file, each a pure function over the {@link gameday.evidence.Evidence}.
 *
 * <p>Start with {@link gameday.checker.RuleBook}. Each rule's Javadoc says which faults are its own
 * and which it leaves to another: one fault, one rule. Knows no files, no clock, no percentiles.
 */
package gameday.checker;
