package gameday.trial;

/**
 * The smallest day found that fails in the same way.
 *
 * @param trial the day
 * @param tries how many days were tried
 * @param isMinimal whether nothing can be left out of it: no question, no fault; false if the tries
 *     were used up before that was known
 */
public record Shrunk(Trial trial, int tries, boolean isMinimal) {}
