/**
 * How often the app may call Slack: the tiers, as data in {@code rate-limits.properties}, which a
 * user's own file overrides line by line.
 *
 * <p>Start with {@link gameday.mocks.slack.limits.RateLimits}. Knows methods and channels by name
 * only.
 */
package gameday.mocks.slack.limits;
