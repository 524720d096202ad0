/**
 * The Help chat's seam: what a visitor, a chatbot, an agent and a pipeline can do, whichever
 * product it is.
 *
 * <p>Start with {@link gameday.mocks.helpchat.HelpChat}. Each product (paths, payloads, signatures,
 * retries) is a room of its own below this one.
 */
package gameday.mocks.helpchat;
