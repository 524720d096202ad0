/**
 * A stand-in for the platform's Mod chat: our own small contract of REST and signed webhooks, with
 * roles and grants.
 *
 * <p>Start with {@link gameday.mocks.modchat.ModChat}.
 */
package gameday.mocks.modchat;
