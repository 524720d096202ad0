/**
 * The kernel of virtual time: what is to be done, in order of time, and a clock that jumps from one
 * thing to the next.
 *
 * <p>Start with {@link gameday.simulation.VirtualTime}. Knows no word of the event, draws no chance
 * and has no threads.
 */
package gameday.simulation;
