/**
 * A history indexed once, so that each rule and each measure reads it in linear time.
 *
 * <p>Start with {@link gameday.evidence.Evidence}: a {@link gameday.evidence.CaseFile} per question
 * of the script and an {@link gameday.evidence.Issue} per thread in Slack. Knows what happened,
 * judges nothing.
 */
package gameday.evidence;
