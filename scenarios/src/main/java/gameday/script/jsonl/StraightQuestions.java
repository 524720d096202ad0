package gameday.script.jsonl;

import static gameday.jsonl.StraightLines.name;
import static gameday.jsonl.StraightLines.require;

import com.fasterxml.jackson.core.SerializableString;
import gameday.jsonl.StraightLines;
import gameday.jsonl.StraightLines.Crooked;
import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Tier;
import gameday.script.Asker;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import gameday.script.ScriptedQuestion.Comeback;
import gameday.script.ScriptedQuestion.Correction;
import gameday.script.ScriptedQuestion.FollowUp;
import gameday.script.ScriptedQuestion.Line;
import gameday.script.ScriptedQuestion.Work;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads questions as {@link QuestionLines} writes them; what is not so written is crooked. */
final class StraightQuestions {
  private static final SerializableString ID = name("id");
  private static final SerializableString AT = name("at");
  private static final SerializableString ASKER = name("asker");
  private static final SerializableString NAME = name("name");
  private static final SerializableString EMAIL = name("email");
  private static final SerializableString AUDIENCE = name("audience");
  private static final SerializableString CHAT = name("chat");
  private static final SerializableString SESSION = name("session");
  private static final SerializableString TOPIC = name("topic");
  private static final SerializableString PAGE = name("page");
  private static final SerializableString MESSAGES = name("messages");
  private static final SerializableString AFTER = name("after");
  private static final SerializableString TEXT = name("text");
  private static final SerializableString TRUTH = name("truth");
  private static final SerializableString WORK = name("work");
  private static final List<SerializableString> WORKS =
      List.of(
          name("chatbot"),
          name("agentNotice"),
          name("agent"),
          name("agentReturn"),
          name("csmNotice"),
          name("csm"),
          name("techNotice"),
          name("tech"));
  private static final SerializableString PATIENCE = name("patience");
  private static final SerializableString LEAVES_SILENTLY = name("leavesSilently");
  private static final SerializableString ISSUE = name("issue");
  private static final SerializableString SCREENSHOT = name("screenshot");
  private static final SerializableString ANSWER = name("answer");
  private static final SerializableString FOLLOW_UP = name("followUp");
  private static final SerializableString CORRECTION = name("correction");
  private static final SerializableString COMEBACK = name("comeback");

  private final StraightLines lines;

  StraightQuestions(byte[] bytes, int end) {
    lines = new StraightLines(bytes, end);
  }

  /** The question in the line from the one place to before the other. */
  ScriptedQuestion read(int from, int to) throws Crooked {
    lines.begin(from);
    QuestionId id = new QuestionId(lines.text(ID));
    Duration at = duration(AT);
    Asker asker = asker();
    Chat chat = chat();
    Optional<String> session = lines.optionalText(SESSION);
    require(chat == Chat.HELP || session.isPresent());
    ScriptedQuestion question =
        new ScriptedQuestion(
            id,
            at,
            asker,
            chat,
            session,
            lines.text(TOPIC),
            lines.text(PAGE),
            messages(),
            tier(),
            work(),
            duration(PATIENCE),
            lines.flag(LEAVES_SILENTLY),
            lines.text(ISSUE),
            lines.optionalText(SCREENSHOT),
            lines.text(ANSWER),
            followUp(),
            correction(),
            comeback());
    lines.end(to);
    return question;
  }

  private Asker asker() throws Crooked {
    lines.open(ASKER);
    String name = lines.text(NAME);
    String email = lines.text(EMAIL);
    String word = lines.text(AUDIENCE);
    lines.close();
    for (Audience audience : Audience.values()) {
      if (audience.word().equals(word)) {
        return new Asker(name, email, audience);
      }
    }
    throw new Crooked();
  }

  private Chat chat() throws Crooked {
    String word = lines.text(CHAT);
    for (Chat chat : Chat.values()) {
      if (chat.word().equals(word)) {
        return chat;
      }
    }
    throw new Crooked();
  }

  private Tier tier() throws Crooked {
    String word = lines.text(TRUTH);
    for (Tier tier : Tier.values()) {
      if (tier.word().equals(word)) {
        return tier;
      }
    }
    throw new Crooked();
  }

  private List<Line> messages() throws Crooked {
    List<Line> messages = new ArrayList<>(2);
    lines.list(MESSAGES);
    while (lines.another()) {
      messages.add(new Line(duration(AFTER), lines.text(TEXT)));
      lines.close();
    }
    require(!messages.isEmpty());
    return messages;
  }

  private Work work() throws Crooked {
    lines.open(WORK);
    Duration[] times = new Duration[WORKS.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = duration(WORKS.get(i));
    }
    lines.close();
    return new Work(times[0], times[1], times[2], times[3], times[4], times[5], times[6], times[7]);
  }

  private Optional<FollowUp> followUp() throws Crooked {
    if (!lines.opens(FOLLOW_UP)) {
      return Optional.empty();
    }
    FollowUp followUp =
        new FollowUp(duration(AFTER), lines.text(TEXT), duration(WORK), lines.text(ANSWER));
    lines.close();
    return Optional.of(followUp);
  }

  private Optional<Correction> correction() throws Crooked {
    if (!lines.opens(CORRECTION)) {
      return Optional.empty();
    }
    Correction correction = new Correction(duration(AFTER), lines.text(ANSWER));
    lines.close();
    return Optional.of(correction);
  }

  private Optional<Comeback> comeback() throws Crooked {
    if (!lines.opens(COMEBACK)) {
      return Optional.empty();
    }
    Comeback comeback =
        new Comeback(
            duration(AFTER),
            lines.text(TEXT),
            tier(),
            work(),
            lines.text(ISSUE),
            lines.text(ANSWER));
    require(comeback.truth() != Tier.CHATBOT);
    lines.close();
    return Optional.of(comeback);
  }

  private Duration duration(SerializableString name) throws Crooked {
    String text = lines.text(name);
    try {
      Duration duration = ShortDurations.read(text).orElseGet(() -> Duration.parse(text));
      require(!duration.isNegative());
      return duration;
    } catch (DateTimeParseException notIso) {
      throw new Crooked();
    }
  }
}
