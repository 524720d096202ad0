/**
 * The one door of all mocks: a tuned WireMock whose few mappings hand every call to a {@link
 * gameday.mocks.http.Service} in code.
 *
 * <p>Knows HTTP, nothing of Slack or chats.
 */
package gameday.mocks.http;
