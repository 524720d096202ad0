package gameday.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.process.Profile;
import gameday.process.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The event file's JSON, written out by hand so that every fault is found and named. */
final class EventFileJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PERSON = Pattern.compile("<@([UW][A-Z0-9]+)>");

  private final List<String> faults = new ArrayList<>();

  private EventFileJson() {}

  static String write(EventFile file) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("event")
        .put("name", file.event().name())
        .put("url", file.event().url())
        .put("channel", file.event().channel());
    var sessions = root.putArray("sessions");
    file.sessions()
        .forEach(
            s ->
                sessions.addObject().put("id", s.id()).put("title", s.title()).put("url", s.url()));
    Deadlines deadlines = file.process().deadlines();
    root.putObject("process")
        .put("profile", word(file.process().profile()))
        .put("way", word(file.process().way()))
        .put("route", word(file.process().route()))
        .put("untakenSeconds", seconds(deadlines.untaken()))
        .put("remindSeconds", seconds(deadlines.remind()))
        .put("callAgainSeconds", seconds(deadlines.callAgain()))
        .put("groupWithinSeconds", seconds(file.process().groupWithin()));
    root.put("mention", file.mention().markup());
    root.put("techSupportGroup", file.techSupportGroup());
    var staff = root.putArray("staff");
    file.staff().forEach(member -> write(member, staff.addObject()));
    return root.toPrettyString() + "\n";
  }

  private static void write(EventFile.Member member, ObjectNode node) {
    node.put("id", member.id())
        .put("name", member.name())
        .put("email", member.email())
        .put("role", word(member.role()));
    member.slackId().ifPresent(id -> node.put("slackId", id));
    member.helpChatId().ifPresent(id -> node.put("helpChatId", id));
    if (!member.slackAccepted()) {
      node.put("slackAccepted", false);
    }
    if (!member.helpChatAccepted()) {
      node.put("helpChatAccepted", false);
    }
  }

  static EventFile read(String json) throws InvalidEventFile {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new InvalidEventFile(List.of("not JSON: " + e.getOriginalMessage()));
    }
    EventFileJson reading = new EventFileJson();
    Optional<EventFile> file = reading.file(root);
    if (!reading.faults.isEmpty()) {
      throw new InvalidEventFile(reading.faults);
    }
    return file.orElseThrow();
  }

  private Optional<EventFile> file(JsonNode root) {
    JsonNode event = root.path("event");
    EventFile.Event named =
        new EventFile.Event(
            text(event, "event", "name"),
            text(event, "event", "url"),
            text(event, "event", "channel"));
    List<EventFile.Session> sessions = new ArrayList<>();
    for (JsonNode session : root.path("sessions")) {
      String where = "sessions[" + sessions.size() + "]";
      sessions.add(
          new EventFile.Session(
              text(session, where, "id"),
              text(session, where, "title"),
              text(session, where, "url")));
    }
    Optional<EscalationProcess> process = process(root.path("process"));
    Optional<Mention> mention = mention(text(root, "", "mention"));
    List<EventFile.Member> staff = new ArrayList<>();
    int index = 0;
    for (JsonNode member : root.path("staff")) {
      member(member, "staff[" + index++ + "]").ifPresent(staff::add);
    }
    String group = root.path("techSupportGroup").asText("");
    if (process.isEmpty() || mention.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new EventFile(named, sessions, process.get(), mention.get(), group, staff));
  }

  private Optional<EscalationProcess> process(JsonNode node) {
    Optional<Profile> profile = choice(node, "process", "profile", List.of(Profile.values()));
    Optional<EscalationWay> way = choice(node, "process", "way", List.of(EscalationWay.values()));
    Optional<AnswerRoute> route = choice(node, "process", "route", List.of(AnswerRoute.values()));
    Duration untaken = duration(node, "untakenSeconds");
    Duration remind = duration(node, "remindSeconds");
    Duration callAgain = duration(node, "callAgainSeconds");
    Duration groupWithin =
        node.has("groupWithinSeconds")
            ? duration(node, "groupWithinSeconds")
            : EscalationProcess.GROUP_WITHIN;
    if (groupWithin.isNegative()) {
      faults.add("process.groupWithinSeconds must not be negative");
      return Optional.empty();
    }
    if (!untaken.isPositive() || !remind.isPositive() || callAgain.compareTo(remind) <= 0) {
      faults.add(
          "process: untakenSeconds and remindSeconds must be positive, and callAgainSeconds later"
              + " than remindSeconds");
      return Optional.empty();
    }
    if (profile.isEmpty() || way.isEmpty() || route.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EscalationProcess(
            profile.get(),
            way.get(),
            route.get(),
            new Deadlines(untaken, remind, callAgain),
            groupWithin));
  }

  private Optional<EventFile.Member> member(JsonNode node, String where) {
    String id = text(node, where, "id");
    Optional<Tier> role =
        choice(node, where, "role", List.of(Tier.CLIENT_TEAM, Tier.CSM, Tier.TECH_SUPPORT));
    return role.map(
        tier ->
            new EventFile.Member(
                id,
                node.path("name").asText(""),
                node.path("email").asText(""),
                tier,
                maybe(node, "slackId"),
                maybe(node, "helpChatId"),
                node.path("slackAccepted").asBoolean(true),
                node.path("helpChatAccepted").asBoolean(true)));
  }

  private Optional<Mention> mention(String markup) {
    if (markup.equals("<!here>")) {
      return Optional.of(new Mention.Here());
    }
    var person = PERSON.matcher(markup);
    if (person.matches()) {
      return Optional.of(new Mention.Person(person.group(1)));
    }
    faults.add("mention must be <!here> or <@U…>, was '" + markup + "'");
    return Optional.empty();
  }

  private String text(JsonNode node, String where, String field) {
    String value = node.path(field).asText("");
    if (value.isBlank()) {
      faults.add((where.isEmpty() ? "" : where + ".") + field + " is missing");
    }
    return value;
  }

  private Duration duration(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isNumber()) {
      faults.add("process." + field + " must be a number of seconds");
      return Duration.ZERO;
    }
    return Duration.ofNanos(value.decimalValue().movePointRight(9).longValue());
  }

  private <E extends Enum<E>> Optional<E> choice(
      JsonNode node, String where, String field, List<E> values) {
    String found = node.path(field).asText("");
    Optional<E> choice = values.stream().filter(value -> word(value).equals(found)).findFirst();
    if (choice.isEmpty()) {
      List<String> words = values.stream().map(EventFileJson::word).toList();
      faults.add(where + "." + field + " must be one of " + words + ", was '" + found + "'");
    }
    return choice;
  }

  private static Optional<String> maybe(JsonNode node, String field) {
    return Optional.of(node.path(field).asText("")).filter(value -> !value.isBlank());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static BigDecimal seconds(Duration duration) {
    BigDecimal seconds = BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros();
    // Without this 600 would be written 6E+2.
    return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
  }
}
