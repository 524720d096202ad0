package gameday.mocks.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.slack.files.FileStore;
import gameday.mocks.slack.files.SlackFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods of {@code files.*}; the bytes themselves go to {@link SlackFiles}. */
final class FileMethods {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final int MOST_FILES = 10;
  private static final int MOST_CHANNELS = 100;

  private final SlackState state;
  private final FileJson json;

  FileMethods(SlackState state) {
    this.state = state;
    this.json = new FileJson(state);
  }

  Map<String, Method> all() {
    return Map.of(
        "files.getUploadURLExternal", this::announce,
        "files.completeUploadExternal", this::complete,
        "files.info", this::info);
  }

  private ObjectNode announce(Arguments arguments) {
    var missing = arguments.missing("filename", "length");
    if (missing.isPresent()) {
      return Reply.missing(missing.get());
    }
    var name = arguments.text("filename").orElse("");
    var length = arguments.text("length").orElse("");
    if (name.isBlank() || name.length() > LONGEST_NAME || !length.matches("\\d{1,18}")) {
      return Reply.invalid(List.of("invalid filename or length"));
    }
    var bytes = Long.parseLong(length);
    if (bytes == 0) {
      return Reply.error("missing_argument");
    }
    if (bytes > FileStore.MOST_BYTES) {
      return Reply.error("file_upload_size_restricted");
    }
    if (arguments.text("alt_txt").filter(t -> t.length() > LONGEST_DESCRIPTION).isPresent()) {
      return Reply.error("alt_txt_too_large");
    }
    var file = state.announce(name, state.bot.id(), (int) bytes);
    return Reply.ok()
        .put("upload_url", SlackFiles.uploadUrl(state, file))
        .put("file_id", file.id());
  }

  private ObjectNode complete(Arguments arguments) {
    if (!arguments.has("files")) {
      return Reply.missing("files");
    }
    var files = arguments.json("files").filter(given -> given.isArray() && !given.isEmpty());
    if (files.isEmpty() || files.get().size() > MOST_FILES) {
      return Reply.invalid(List.of("files must be an array of 1 to 10 items"));
    }
    var uploaded = uploaded(files.get());
    if (uploaded.isEmpty()) {
      return Reply.error("file_not_found");
    }
    return complete(uploaded.get(), arguments);
  }

  /** The files and their titles; empty if one hasn't come, or is complete already. */
  private Optional<Map<SlackFile, Optional<String>>> uploaded(JsonNode files) {
    var uploaded = new LinkedHashMap<SlackFile, Optional<String>>();
    for (var given : files) {
      var file = state.files.announced(given.path("id").asText()).filter(SlackFile::isUploaded);
      if (file.isEmpty()) {
        return Optional.empty();
      }
      var title = Optional.of(given.path("title").asText()).filter(text -> !text.isBlank());
      uploaded.put(file.get(), title);
    }
    return Optional.of(uploaded);
  }

  private ObjectNode complete(Map<SlackFile, Optional<String>> files, Arguments arguments) {
    var channels = new LinkedHashSet<Channel>();
    for (var named : channelNames(arguments)) {
      var channel = state.visible(named);
      var problem = channelProblem(channel, arguments);
      if (problem.isPresent()) {
        return Reply.error(problem.get());
      }
      channels.add(channel.orElseThrow());
    }
    files.forEach(SlackFile::complete);
    var shown = List.copyOf(files.keySet());
    var comment = arguments.text("initial_comment").orElse("");
    for (var channel : channels) {
      var parent = arguments.text("thread_ts").flatMap(channel::thread);
      state.share(channel, state.bot.id(), parent, Draft.of(comment, shown));
    }
    var reply = Reply.ok();
    var told = reply.putArray("files");
    shown.forEach(file -> told.add(json.of(file)));
    return reply;
  }

  private static List<String> channelNames(Arguments arguments) {
    var names = new ArrayList<>(arguments.list("channels"));
    arguments.text("channel_id").ifPresent(names::addFirst);
    return names.size() > MOST_CHANNELS ? List.of("") : names;
  }

  private Optional<String> channelProblem(Optional<Channel> found, Arguments arguments) {
    if (found.isEmpty()) {
      return Optional.of("channel_not_found");
    }
    var channel = found.get();
    if (channel.archived) {
      return Optional.of("invalid_channel");
    }
    if (!state.hasBot(channel)) {
      return Optional.of("not_in_channel");
    }
    if (channel.postingRestricted) {
      return Optional.of("posting_to_channel_denied");
    }
    // As chat.postMessage does it, which is our choice there too.
    var thread = arguments.text("thread_ts");
    return thread.isPresent() && thread.flatMap(channel::thread).isEmpty()
        ? Optional.of("thread_not_found")
        : Optional.empty();
  }

  private ObjectNode info(Arguments arguments) {
    if (!arguments.has("file")) {
      return Reply.missing("file");
    }
    var file = arguments.text("file").flatMap(state.files::complete).filter(state::isVisible);
    if (file.isEmpty()) {
      return Reply.error("file_not_found");
    }
    var reply = Reply.ok();
    reply.set("file", json.of(file.get()));
    reply.putArray("comments");
    return Reply.withCursor(reply, "");
  }
}
