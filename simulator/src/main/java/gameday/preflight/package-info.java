/**
 * Whether everything is there before the event: people's invitations, the bot and its channel,
 * scopes, webhooks. It looks at the real services, or at the mocks, and changes nothing but for one
 * marked test message that it takes back.
 *
 * <p>Start with {@link gameday.preflight.Preflight}. It knows the scenario and the contract's
 * variables, and no pipeline, mock or rehearsal.
 */
package gameday.preflight;
