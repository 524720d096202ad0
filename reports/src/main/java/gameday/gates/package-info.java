/**
 * Objectives: one line each, parsed, judged against measures.
 *
 * <p>Start with {@link gameday.gates.Objectives}, which reads the lines and says what is wrong with
 * them, all at once.
 *
 * <pre>
 * objective  = [scope] metric [statistic] comparator limit ["from" moment "to" moment]
 * scope      = ("help-chat" | "mod-chat") ["[" audience "]"] | "[" audience "]"
 * metric     = "first-response" | "first-human-response" | "resolution" | "escalation" ["resolution"]
 *            | "abandoned" | "pipeline" "ack" | team "occupancy" | "staff" "mistakes"
 * statistic  = "p50" | "p90" | "p95" | "p99" | "mean" | "max"     (durations only)
 * comparator = "&lt;" | "&lt;="
 * limit      = number ("ms" | "s" | "m" | "h" | "%")
 * moment     = session [".end"] [("+" | "-") duration]
 * </pre>
 */
package gameday.gates;
