/**
 * What the Help chat and the Mod chat have in common: visitors who write, agents of the Client team
 * who take, answer, note and close, and somebody who listens.
 *
 * <p>Start with {@link gameday.mocks.chat.AgentDesk}. Knows no product.
 */
package gameday.mocks.chat;
