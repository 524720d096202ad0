/**
 * A stand-in for Chatwoot, as far as a pipeline and a visitor's browser use it.
 *
 * <p>Start with {@link gameday.mocks.helpchat.chatwoot.Chatwoot}. What it leaves out and what it
 * assumes stands in {@code docs/providers.md}.
 */
package gameday.mocks.helpchat.chatwoot;
