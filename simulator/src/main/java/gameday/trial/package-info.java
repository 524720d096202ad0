/**
 * Days on which much goes wrong: drawn from a seed, judged, and made small again.
 *
 * <p>Start with {@link gameday.trial.Trial}, one seed's day with its faults; {@link
 * gameday.trial.TrialDraw} draws it, {@link gameday.trial.Examination} plays and judges it, {@link
 * gameday.trial.Shrinking} finds the smallest day that fails in the same way. Pure: who plays a day
 * comes in as {@link gameday.trial.Rehearsal}, so this room knows no engine, and no pipeline.
 */
package gameday.trial;
