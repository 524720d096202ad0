/**
 * A stand-in for Smartloop, from what its documentation said; its public platform was closed in
 * April 2024.
 *
 * <p>Start with {@link gameday.mocks.helpchat.smartloop.Smartloop}. What was never documented is an
 * assumption of ours and stands in {@code docs/providers.md}.
 */
package gameday.mocks.helpchat.smartloop;
