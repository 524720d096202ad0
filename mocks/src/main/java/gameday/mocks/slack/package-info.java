/**
 * A stand-in for Slack: workspace state and Web API.
 *
 * <p>Start with {@link gameday.mocks.slack.SlackWorkspace}, which is also how people act; {@link
 * gameday.mocks.slack.WorkspaceAdmin} is for those who run it. {@link gameday.mocks.slack.SlackApi}
 * and {@link gameday.mocks.slack.SlackFiles} put it on HTTP and {@link
 * gameday.mocks.slack.WorkspaceEvents} puts what is new into events, which {@code
 * gameday.mocks.slack.app} carries to the pipeline. Inside, {@code SlackState} holds everything and
 * makes every change; classes named {@code …Methods} decide what the bot may, classes named {@code
 * …Json} know Slack's shapes. Knows nothing of questions or escalations.
 *
 * <p>A workspace keeps 100,000 messages with 64 Mi characters in all, then forgets the thread that
 * nothing has happened in for longest; 10,000 channels, 100,000 people, 1,000 user groups; 10,000
 * files, of their bytes the newest 64 MiB. Full of messages of 20, 200 and 1,000 characters it
 * takes 27, 44 and 80 MiB of heap (Java 25); at most, with texts that aren't Latin, about 160 MiB,
 * and the files' bytes. A million messages take no more.
 *
 * <p>Where no public source says what Slack does, the mock chooses.
 *
 * <ul>
 *   <li>Messages: a reply to a thread that doesn't exist is refused ({@code thread_not_found}), in
 *       {@code files.completeUploadExternal} too; a reply to a reply goes to the parent's thread;
 *       what Slack itself writes, tombstones included, takes no replies ({@code
 *       cannot_reply_to_message}). Text is kept and given back as it came: nothing is escaped that
 *       the sender didn't escape, addresses don't become links, and no {@code rich_text} block is
 *       made of it, so that {@code text} alone counts. {@code markdown_text} becomes the text as it
 *       is. Blocks count 125 characters each beside their texts, 13,422 in all ({@code
 *       msg_blocks_too_long}). {@code client_msg_id} is given back, but keeps no message from being
 *       posted twice. A message in an archive can't be deleted ({@code cant_delete_message}).
 *   <li>People: {@code SlackWorkspace#post} makes its author a member without a word, as what is
 *       set up is as if it had always been so. Only active people are woken. Who is deactivated is
 *       in no channel, can't be invited ({@code cant_invite}) or written to.
 *   <li>Channels: names count wherever ids do; {@code conversations.invite} without {@code force}
 *       invites all or nobody; the last member of a private channel can't leave.
 *   <li>Reactions: any well-formed name is an emoji; 50 names a message, 23 a person.
 *   <li>Limits: the sizes of bursts are those in {@code rate-limits.properties}; a channel's limit
 *       says {@code ratelimited}, the workspace's limit of {@code chat.postMessage} says {@code
 *       rate_limited}. A {@code limit} of 0 is none, one too large is cut.
 *   <li>Files: an upload of another length than announced is answered 400 and didn't happen; nobody
 *       else than the bot's token in the header reads {@code url_private}, others are sent (302) to
 *       a sign-in page; there are no thumbnails.
 *   <li>Reading calls: of two JSON fields of one name the last counts, of two form fields the
 *       first; the body counts before the query; {@code text/plain} bodies aren't looked at; forms
 *       with more than 1,000 fields are {@code invalid_form_data}; half a surrogate pair is {@code
 *       invalid_json}; bytes of a form that are no UTF-8 become U+FFFD.
 * </ul>
 *
 * <p>Left out: topics and purposes, pins, threads' read marks, {@code username} and icons of a
 * message, broadcasting an old reply, unfurling, other workspaces and Enterprise, and every method
 * that isn't in {@code rate-limits.properties}.
 */
package gameday.mocks.slack;
