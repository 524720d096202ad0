/**
 * Many trials on all cores, counted in the order of their seeds.
 *
 * <p>Start with {@link gameday.campaign.Campaign}. What it counts is the same on any number of
 * threads. It must not know how a trial is played or printed.
 */
package gameday.campaign;
