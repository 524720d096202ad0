/**
 * What passes between Slack and the app besides the Web API's methods on the workspace: events, by
 * HTTP or by sockets that the app opens (Socket Mode); buttons, shortcuts, commands and views, with
 * what the app acknowledges them with; response URLs; incoming webhooks.
 *
 * <p>Start with {@link gameday.mocks.slack.app.SlackApp}, which puts all together; people act by
 * {@link gameday.mocks.slack.app.SlackInteractions}. Knows the workspace by its public face and by
 * {@link gameday.mocks.slack.WorkspaceAccess}; only {@code SocketServer}, {@code BoundedSockets}
 * and {@code Connection} know the WebSocket library. Events go through the mocks' one sender of
 * webhooks, whose order, bound, retries, faults and record are the same for both ways; interactions
 * have a sender of their own, because nothing of them is tried twice and their answers count.
 *
 * <p>Where no public source says what Slack does, the mock chooses:
 *
 * <ul>
 *   <li>Once an app has opened a socket it is told everything by sockets until Socket Mode is
 *       turned off; what comes while none is open is an attempt without an answer, and is retried
 *       by the rule of HTTP. {@code app_rate_limited} goes by HTTP only.
 *   <li>An envelope has an id of its own at each attempt; the reason for a retry is {@code
 *       timeout}, or {@code connection_failed} if the connection died. An acknowledgement counts
 *       whichever connection it comes by. The next event of a thread waits for the first attempt of
 *       the one before, as by HTTP.
 *   <li>The eleventh connection is greeted with {@code disconnect}, reason {@code
 *       too_many_websockets} (seen in public reports), and closed. Connections that were asked to
 *       come anew don't count, and end ten seconds later. A ticket is good once and for a minute; a
 *       bad one is refused with status 404. {@code apps.connections.open} is answered {@code
 *       access_denied} while Socket Mode is off. Open connections outlast an outage.
 *   <li>Bounds: messages of 1 MiB, 256 frames or 4 MiB that a connection hasn't read yet (then it
 *       is cut), 64 sockets, 16 KiB and ten seconds for a handshake, 1,000 interactions under way,
 *       1 MiB of an answer.
 *   <li>Redirects are followed twice (published), with the same method and body whatever the
 *       status, and to the pipeline's own host only.
 *   <li>30,000 events an hour are counted by the minute, first attempts only; {@code
 *       minute_rate_limited} is by the wall clock.
 *   <li>A person sees {@code operation_timeout} for what took too long and {@code dispatch_failed}
 *       for everything else. What they see of a command, of a view, and of a button that took too
 *       long are Slack's words; those of a button that failed otherwise are ours. An
 *       acknowledgement of a command with a message that can't be shown is {@code dispatch_failed}.
 *   <li>A response URL answers {@code ok} as text, trouble as JSON: 404 {@code expired_url} or
 *       {@code used_url}, 400 and the Web API's word for a message that can't be taken, which
 *       doesn't count as a use. Where there is nothing to replace, it posts anew. What an app posts
 *       by a URL has the subtype {@code bot_message} and no user.
 *   <li>Opening a view closes all others of that person. A view that is updated starts with the
 *       values the app gives, not with those typed before. A view too bad to be shown doesn't use
 *       up its trigger.
 * </ul>
 *
 * <p>Left out: {@code view_submission}'s {@code response_urls} (always empty), {@code
 * views.publish}, options loaded from the app ({@code block_suggestion}), the actions of legacy
 * attachments, dialogs, and workflow steps.
 */
package gameday.mocks.slack.app;
