package gameday.live;

import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Tier;
import gameday.script.Asker;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import gameday.script.ScriptedQuestion.FollowUp;
import gameday.script.ScriptedQuestion.Line;
import gameday.script.ScriptedQuestion.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Scripted questions for tests; each method gives a changed copy. */
record Questions(ScriptedQuestion question) {
  /** Asked in the Help chat at event time zero; patience of three minutes; leaves silently. */
  static Questions inHelpChat(int number) {
    QuestionId id = new QuestionId("q-%05d".formatted(number));
    Duration second = Duration.ofSeconds(1);
    return new Questions(
        new ScriptedQuestion(
            id,
            Duration.ZERO,
            new Asker("Ada", "ada" + number + "@example.org", Audience.ATTENDEE),
            Chat.HELP,
            Optional.of("keynote"),
            "login",
            "https://horizon.example/sessions/keynote",
            List.of(new Line(Duration.ZERO, "I can't log in")),
            Tier.CLIENT_TEAM,
            new Work(second, second, second, second, second, second, second, second),
            Duration.ofMinutes(3),
            true,
            "Ada can't log in",
            Optional.empty(),
            "Try again now (ref " + id + ")",
            Optional.empty()));
  }

  static Questions inModChat(int number) {
    return inHelpChat(number).in(Chat.MOD);
  }

  Questions in(Chat chat) {
    return with(
        question.at(), chat, question.messages(), question.leavesSilently(), Optional.empty());
  }

  Questions at(Duration at) {
    return with(
        at, question.chat(), question.messages(), question.leavesSilently(), question.followUp());
  }

  Questions sayingGoodbye() {
    return with(question.at(), question.chat(), question.messages(), false, question.followUp());
  }

  Questions then(Duration after, String text) {
    List<Line> lines = new java.util.ArrayList<>(question.messages());
    lines.add(new Line(after, text));
    return with(
        question.at(), question.chat(), lines, question.leavesSilently(), question.followUp());
  }

  Questions followingUp(Duration after, String text) {
    return with(
        question.at(),
        question.chat(),
        question.messages(),
        question.leavesSilently(),
        Optional.of(new FollowUp(after, text, Duration.ofSeconds(1), "yes")));
  }

  private Questions with(
      Duration at, Chat chat, List<Line> lines, boolean silently, Optional<FollowUp> followUp) {
    ScriptedQuestion q = question;
    return new Questions(
        new ScriptedQuestion(
            q.id(),
            at,
            q.asker(),
            chat,
            q.session(),
            q.topic(),
            q.page(),
            lines,
            q.truth(),
            q.work(),
            q.patience(),
            silently,
            q.issue(),
            q.screenshot(),
            q.answer(),
            followUp));
  }
}
