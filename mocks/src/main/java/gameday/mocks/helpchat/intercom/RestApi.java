package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Intercom's REST API, which the pipeline calls with its access token. */
final class RestApi {
  private final Workspace workspace;
  private final Answers answers;
  private final ConversationCalls conversationCalls;
  private final ConversationList conversationList;
  private final ContactCalls contactCalls;

  RestApi(Workspace workspace, Contacts contacts, Conversations conversations, Answers answers) {
    this.workspace = workspace;
    this.answers = answers;
    this.conversationCalls = new ConversationCalls(workspace, contacts, conversations);
    this.conversationList = new ConversationList(conversations);
    this.contactCalls = new ContactCalls(workspace, contacts);
  }

  Answer answer(Call call) {
    Optional<Problem> stranger = stranger(call);
    if (stranger.isPresent()) {
      return answers.refused(stranger.get());
    }
    try {
      checkVersion(call);
      return answers.limited(answers.ok(result(call)));
    } catch (Problem problem) {
      return answers.limited(answers.refused(problem));
    }
  }

  private Optional<Problem> stranger(Call call) {
    Optional<String> given = call.header("authorization");
    if (given.isEmpty()) {
      return Optional.of(new Problem(401, "token_not_found", "Unauthorized"));
    }
    boolean known =
        MessageDigest.isEqual(
            given.get().getBytes(StandardCharsets.UTF_8),
            ("Bearer " + workspace.token()).getBytes(StandardCharsets.UTF_8));
    return known
        ? Optional.empty()
        : Optional.of(new Problem(401, "unauthorized", "Access Token Invalid"));
  }

  // Whatever version is asked for, the answer has the shape of 2.11.
  private static void checkVersion(Call call) throws Problem {
    String version = call.header("intercom-version").orElse("2.11");
    if (!version.matches("1\\.[0-4]|2\\.[0-9]|2\\.1[0-9]|Preview|Unstable")) {
      throw new Problem(
          400, "intercom_version_invalid", "The requested version could not be found");
    }
  }

  private JsonNode result(Call call) throws Problem {
    Route route = Route.of(call);
    return switch (route.pattern()) {
      case "GET me" -> workspace.me();
      case "GET admins" -> admins();
      case "GET admins/:id" -> admin(route.id());
      case "GET teams" -> teams();
      case "GET teams/:id" -> team(route.id());
      case "GET tags" -> tags();
      case "POST tags" -> newTag(call);
      case "POST contacts" -> contactCalls.create(call);
      case "POST contacts/search" -> contactCalls.search(call);
      case "GET contacts/:id" -> contactCalls.show(route.id());
      case "GET conversations" -> conversationList.list(call);
      case "POST conversations/search" -> conversationList.search(call);
      case "POST conversations" -> conversationCalls.create(call);
      case "GET conversations/:id" -> conversationCalls.show(route.id(), call);
      case "PUT conversations/:id" -> conversationCalls.update(route.id(), call);
      case "POST conversations/:id/reply" -> conversationCalls.reply(route.id(), call);
      case "POST conversations/:id/parts" -> conversationCalls.manage(route.id(), call);
      case "POST conversations/:id/tags" -> conversationCalls.tag(route.id(), call);
      case "DELETE conversations/:id/tags/:id" ->
          conversationCalls.untag(route.id(), route.parts().get(3), call);
      default -> throw Problem.notFound("Resource");
    };
  }

  private JsonNode admins() {
    ObjectNode json = RequestJson.object().put("type", "admin.list");
    json.putArray("admins")
        .addAll(workspace.admins().stream().map(it -> it.json(workspace.team())).toList());
    return json;
  }

  private JsonNode admin(String id) throws Problem {
    return workspace
        .admin(id)
        .orElseThrow(() -> new Problem(404, "admin_not_found", "Admin not found"))
        .json(workspace.team());
  }

  private JsonNode teams() {
    ObjectNode json = RequestJson.object().put("type", "team.list");
    json.putArray("teams").add(workspace.team().json(workspace.admins()));
    return json;
  }

  private JsonNode team(String id) throws Problem {
    return workspace
        .team(id)
        .orElseThrow(() -> new Problem(404, "team_not_found", "Team not found"))
        .json(workspace.admins());
  }

  private JsonNode tags() {
    ObjectNode json = RequestJson.object().put("type", "list");
    json.putArray("data").addAll(workspace.tags().stream().map(Tag::json).toList());
    return json;
  }

  private JsonNode newTag(Call call) throws Problem {
    return Fields.of(call)
        .text("name")
        .flatMap(workspace::tagNamed)
        .orElseThrow(() -> Problem.invalid("invalid tag parameters"))
        .json();
  }
}
