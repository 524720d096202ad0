package gameday.mocks.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.slack.SlackWorkspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the list leaves nothing out that Slack documents. */
class CallListTest {
  private static final int FEWEST_CALLS = 60;

  /** What every method may answer. */
  private static final String ANY = "*";

  /** Slack's error words by method, as Slack documents them. */
  private static final Map<String, String> ERRORS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  ANY,
                  "not_authed invalid_auth missing_scope account_inactive token_revoked"
                      + " invalid_arguments invalid_form_data request_timeout"
                      + " service_unavailable fatal_error internal_error unknown_method"
                      + " ratelimited"),
              Map.entry(
                  "chat.postMessage",
                  "channel_not_found not_in_channel is_archived no_text too_many_attachments"
                      + " invalid_blocks msg_blocks_too_long cannot_reply_to_message"
                      + " restricted_action rate_limited"),
              Map.entry(
                  "chat.update",
                  "message_not_found cant_update_message msg_too_long edit_window_closed"),
              Map.entry(
                  "conversations.create",
                  "name_taken invalid_name_specials invalid_name_maxlength"
                      + " invalid_name_required"),
              Map.entry(
                  "conversations.invite", "already_in_channel cant_invite_self user_not_found"),
              Map.entry("conversations.replies", "thread_not_found"),
              Map.entry(
                  "conversations.history", "invalid_cursor invalid_ts_latest invalid_ts_oldest"),
              Map.entry("conversations.list", "invalid_cursor invalid_limit invalid_types"),
              Map.entry("users.info", "user_not_found"),
              Map.entry("users.lookupByEmail", "users_not_found"),
              Map.entry(
                  "reactions.add", "already_reacted invalid_name message_not_found bad_timestamp"),
              Map.entry("reactions.remove", "no_reaction"),
              Map.entry("files.completeUploadExternal", "file_not_found channel_not_found"),
              // Without channel_not_found: nobody deletes a channel here.
              Map.entry(
                  "incoming webhook",
                  "invalid_payload no_text invalid_token no_service channel_is_archived"
                      + " rate_limited")));

  private final CallList list = CallList.read();

  @Test
  void hasManyCallsEachWithANameOfItsOwn() {
    var names = list.steps().stream().map(Step::name).toList();

    assertTrue(list.steps().stream().filter(s -> s.people().isEmpty()).count() >= FEWEST_CALLS);
    assertEquals(names.size(), new HashSet<>(names).size());
  }

  @Test
  void callsEveryMethodWithSuccess() {
    var called =
        list.steps().stream()
            .filter(step -> step.error().isEmpty())
            .flatMap(CallListTest::methods)
            .collect(Collectors.toSet());

    var missing = new TreeSet<>(limited());
    missing.removeAll(called);
    assertEquals(Set.of(), missing);
  }

  @Test
  void provokesEveryError() {
    var provoked = new HashSet<String>();
    list.steps()
        .forEach(
            step ->
                step.error()
                    .ifPresent(
                        word ->
                            provoked.addAll(
                                pairs(step.call().orElse("files.completeUploadExternal"), word))));
    list.wire()
        .forEach(
            json ->
                provoked.addAll(
                    pairs(
                        json.path("call").asText("incoming webhook"),
                        json.path("error").asText())));

    var missing = new ArrayList<String>();
    ERRORS.forEach(
        (method, words) ->
            Stream.of(words.split(" "))
                .map(word -> method + " " + word)
                .filter(pair -> !provoked.contains(pair))
                .forEach(missing::add));
    assertEquals(List.of(), missing);
  }

  private static Set<String> pairs(String method, String word) {
    return Set.of(method + " " + word, ANY + " " + word);
  }

  private static Stream<String> methods(Step step) {
    return step.isUpload()
        ? Stream.of("files.getUploadURLExternal", "files.completeUploadExternal", "files.info")
        : step.call().stream();
  }

  /** The methods that the mock has a rate limit for, which is all of them. */
  private static Set<String> limited() {
    var limits = new Properties();
    try (var file = SlackWorkspace.class.getResourceAsStream("limits/rate-limits.properties")) {
      limits.load(file);
    } catch (IOException damaged) {
      throw new AssertionError(damaged);
    }
    return limits.stringPropertyNames().stream()
        .filter(name -> name.contains(".") && !name.endsWith(".channel"))
        .collect(Collectors.toSet());
  }
}
