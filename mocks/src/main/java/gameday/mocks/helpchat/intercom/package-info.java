/**
 * A stand-in for Intercom: its REST API 2.11 and its webhooks, as far as a pipeline uses them, and
 * a messenger of our own, because how the real one talks to its server is not public.
 *
 * <p>Start with {@link gameday.mocks.helpchat.intercom.Intercom}. What it leaves out and what it
 * assumes stands in {@code docs/providers.md}.
 */
package gameday.mocks.helpchat.intercom;
