package gameday.mocks.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Slack's Java SDK as it comes, but for the base URL; it fails on a property it doesn't know. */
final class JavaSdk implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final List<String> LISTS = List.of("types", "users");

  private final Gson gson;
  private final Slack slack;

  JavaSdk(String slackApiUrl) {
    var config = config(slackApiUrl);
    gson = GsonFactory.createSnakeCase(config);
    slack = Slack.getInstance(config);
  }

  /** Strict, and of Slack at that address. */
  static SlackConfig config(String slackApiUrl) {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slackApiUrl);
    config.setFailOnUnknownProperties(true);
    return config;
  }

  /** Calls by the SDK's types. */
  Answer call(String token, String method, JsonNode args) throws IOException {
    var client = slack.methods(token);
    var fitting = split(args).toString();
    return answer(() -> JavaMethods.call(client, method, fitting, gson));
  }

  /** Lists that Slack takes with commas are lists in this SDK. */
  private static JsonNode split(JsonNode args) {
    ObjectNode split = args.deepCopy();
    for (var name : LISTS) {
      if (args.path(name).isTextual()) {
        split.set(name, MAPPER.valueToTree(args.get(name).asText().split(",")));
      }
    }
    return split;
  }

  /** Calls with what the SDK's types don't allow, or without a token. */
  Answer callUntyped(String token, String method, JsonNode args) throws IOException {
    var client = slack.methods();
    return answer(
        () ->
            client.postFormWithTokenAndParseResponse(
                form -> {
                  args.properties().forEach(arg -> form.add(arg.getKey(), arg.getValue().asText()));
                  return form;
                },
                method,
                token,
                AnyResponse.class));
  }

  /** Uploads by the SDK's helper, which makes three kinds of requests. */
  Answer upload(String token, JsonNode args) throws IOException {
    return answer(() -> uploaded(slack.methods(token), args));
  }

  private static SlackApiResponse uploaded(MethodsClient client, JsonNode args)
      throws IOException, SlackApiException {
    try {
      return client.filesUploadV2(
          upload ->
              upload
                  .channel(args.path("channel_id").asText(null))
                  .threadTs(args.path("thread_ts").asText(null))
                  .initialComment(args.path("initial_comment").asText(null))
                  .title(args.path("title").asText(null))
                  .filename(args.path("filename").asText())
                  .content(args.path("content").asText()));
    } catch (SlackFilesUploadV2Exception trouble) {
      if (trouble.getCompleteResponse() == null) {
        throw new AssertionError(trouble.toString(), trouble);
      }
      return trouble.getCompleteResponse();
    }
  }

  private Answer answer(Call call) throws IOException {
    try {
      return new Answer(MAPPER.readTree(gson.toJson(call.call())), Optional.empty());
    } catch (SlackApiException refused) {
      var after = Optional.ofNullable(refused.getResponse().header("Retry-After"));
      var json = MAPPER.createObjectNode().put("status", refused.getResponse().code());
      after.ifPresent(seconds -> json.put("retry_after", seconds));
      return new Answer(MAPPER.readTree(refused.getResponseBody()), Optional.of(json));
    }
  }

  @Override
  public void close() {
    try {
      slack.close();
    } catch (Exception trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  /**
   * What came back.
   *
   * @param body as the SDK understood it
   * @param refusal status and {@code retry_after}, if the status wasn't 200
   */
  record Answer(JsonNode body, Optional<JsonNode> refusal) {}

  private interface Call {
    SlackApiResponse call() throws IOException, SlackApiException;
  }
}
