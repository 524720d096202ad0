package gameday.mocks.sdk;

import static java.util.Map.entry;

import com.google.gson.Gson;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.api.ApiTestRequest;
import com.slack.api.methods.request.apps.connections.AppsConnectionsOpenRequest;
import com.slack.api.methods.request.auth.AuthTestRequest;
import com.slack.api.methods.request.bots.BotsInfoRequest;
import com.slack.api.methods.request.chat.ChatDeleteRequest;
import com.slack.api.methods.request.chat.ChatGetPermalinkRequest;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.conversations.ConversationsArchiveRequest;
import com.slack.api.methods.request.conversations.ConversationsCreateRequest;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsInfoRequest;
import com.slack.api.methods.request.conversations.ConversationsInviteRequest;
import com.slack.api.methods.request.conversations.ConversationsJoinRequest;
import com.slack.api.methods.request.conversations.ConversationsLeaveRequest;
import com.slack.api.methods.request.conversations.ConversationsListRequest;
import com.slack.api.methods.request.conversations.ConversationsMembersRequest;
import com.slack.api.methods.request.conversations.ConversationsOpenRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import com.slack.api.methods.request.conversations.ConversationsUnarchiveRequest;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest;
import com.slack.api.methods.request.files.FilesInfoRequest;
import com.slack.api.methods.request.reactions.ReactionsAddRequest;
import com.slack.api.methods.request.reactions.ReactionsRemoveRequest;
import com.slack.api.methods.request.team.TeamInfoRequest;
import com.slack.api.methods.request.usergroups.UsergroupsListRequest;
import com.slack.api.methods.request.users.UsersInfoRequest;
import com.slack.api.methods.request.users.UsersListRequest;
import com.slack.api.methods.request.users.UsersLookupByEmailRequest;
import com.slack.api.methods.request.views.ViewsOpenRequest;
import com.slack.api.methods.request.views.ViewsPushRequest;
import com.slack.api.methods.request.views.ViewsUpdateRequest;
import java.io.IOException;
import java.util.Map;

/** The methods of the Web API, by Slack's names, as the Java SDK calls them. */
final class JavaMethods {
  private static final Map<String, Typed<?>> ALL =
      Map.ofEntries(
          entry("api.test", of(ApiTestRequest.class, MethodsClient::apiTest)),
          entry(
              "apps.connections.open",
              of(AppsConnectionsOpenRequest.class, MethodsClient::appsConnectionsOpen)),
          entry("auth.test", of(AuthTestRequest.class, MethodsClient::authTest)),
          entry("bots.info", of(BotsInfoRequest.class, MethodsClient::botsInfo)),
          entry("chat.delete", of(ChatDeleteRequest.class, MethodsClient::chatDelete)),
          entry(
              "chat.getPermalink",
              of(ChatGetPermalinkRequest.class, MethodsClient::chatGetPermalink)),
          entry(
              "chat.postEphemeral",
              of(ChatPostEphemeralRequest.class, MethodsClient::chatPostEphemeral)),
          entry(
              "chat.postMessage", of(ChatPostMessageRequest.class, MethodsClient::chatPostMessage)),
          entry("chat.update", of(ChatUpdateRequest.class, MethodsClient::chatUpdate)),
          entry(
              "conversations.archive",
              of(ConversationsArchiveRequest.class, MethodsClient::conversationsArchive)),
          entry(
              "conversations.unarchive",
              of(ConversationsUnarchiveRequest.class, MethodsClient::conversationsUnarchive)),
          entry(
              "conversations.leave",
              of(ConversationsLeaveRequest.class, MethodsClient::conversationsLeave)),
          entry(
              "conversations.create",
              of(ConversationsCreateRequest.class, MethodsClient::conversationsCreate)),
          entry(
              "conversations.history",
              of(ConversationsHistoryRequest.class, MethodsClient::conversationsHistory)),
          entry(
              "conversations.info",
              of(ConversationsInfoRequest.class, MethodsClient::conversationsInfo)),
          entry(
              "conversations.invite",
              of(ConversationsInviteRequest.class, MethodsClient::conversationsInvite)),
          entry(
              "conversations.join",
              of(ConversationsJoinRequest.class, MethodsClient::conversationsJoin)),
          entry(
              "conversations.list",
              of(ConversationsListRequest.class, MethodsClient::conversationsList)),
          entry(
              "conversations.members",
              of(ConversationsMembersRequest.class, MethodsClient::conversationsMembers)),
          entry(
              "conversations.open",
              of(ConversationsOpenRequest.class, MethodsClient::conversationsOpen)),
          entry(
              "conversations.replies",
              of(ConversationsRepliesRequest.class, MethodsClient::conversationsReplies)),
          entry(
              "files.completeUploadExternal",
              of(
                  FilesCompleteUploadExternalRequest.class,
                  MethodsClient::filesCompleteUploadExternal)),
          entry(
              "files.getUploadURLExternal",
              of(FilesGetUploadURLExternalRequest.class, MethodsClient::filesGetUploadURLExternal)),
          entry("files.info", of(FilesInfoRequest.class, MethodsClient::filesInfo)),
          entry("reactions.add", of(ReactionsAddRequest.class, MethodsClient::reactionsAdd)),
          entry(
              "reactions.remove", of(ReactionsRemoveRequest.class, MethodsClient::reactionsRemove)),
          entry("team.info", of(TeamInfoRequest.class, MethodsClient::teamInfo)),
          entry("usergroups.list", of(UsergroupsListRequest.class, MethodsClient::usergroupsList)),
          entry("users.info", of(UsersInfoRequest.class, MethodsClient::usersInfo)),
          entry("users.list", of(UsersListRequest.class, MethodsClient::usersList)),
          entry(
              "users.lookupByEmail",
              of(UsersLookupByEmailRequest.class, MethodsClient::usersLookupByEmail)),
          entry("views.open", of(ViewsOpenRequest.class, MethodsClient::viewsOpen)),
          entry("views.push", of(ViewsPushRequest.class, MethodsClient::viewsPush)),
          entry("views.update", of(ViewsUpdateRequest.class, MethodsClient::viewsUpdate)));

  private JavaMethods() {}

  /**
   * Calls with typed arguments and a typed answer.
   *
   * @param args JSON, in Slack's names
   */
  static SlackApiTextResponse call(MethodsClient client, String method, String args, Gson gson)
      throws IOException, SlackApiException {
    return typed(method).call(client, args, gson);
  }

  private static Typed<?> typed(String method) {
    var typed = ALL.get(method);
    if (typed == null) {
      throw new IllegalArgumentException("add " + method + " to JavaMethods");
    }
    return typed;
  }

  private static <T> Typed<T> of(Class<T> request, Sdk<T> sdk) {
    return new Typed<>(request, sdk);
  }

  private record Typed<T>(Class<T> request, Sdk<T> sdk) {
    SlackApiTextResponse call(MethodsClient client, String args, Gson gson)
        throws IOException, SlackApiException {
      return sdk.call(client, gson.fromJson(args, request));
    }
  }

  private interface Sdk<T> {
    SlackApiTextResponse call(MethodsClient client, T request)
        throws IOException, SlackApiException;
  }
}
