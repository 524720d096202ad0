/**
 * The admin side: a page to look at the mocks and to act in them by hand. Off unless asked for.
 *
 * <p>Start with {@link gameday.mocks.console.Console}.
 */
package gameday.mocks.console;
