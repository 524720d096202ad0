/**
 * What goes wrong between the pipeline and the mocks, drawn from the seed.
 *
 * <p>Start with {@link gameday.mocks.faults.Faults}.
 */
package gameday.mocks.faults;
