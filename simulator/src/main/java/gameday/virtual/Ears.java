package gameday.virtual;

import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.pipeline.Effect;
import gameday.process.Chat;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Hears what happens in the products: writes it down, and lets visitors and people know. */
final class Ears {
  private static final Pattern QUESTION = Pattern.compile("\\bq-\\d+\\b");
  private static final String QUESTION_MARK = "q-";

  private final Stage stage;

  Ears(Stage stage) {
    this.stage = stage;
  }

  /** A question was accepted by its chat. */
  void opened(Talk talk, String text) {
    QuestionId question = talk.question.id();
    long askedNanos = stage.visitor(question).askedNanos();
    stage.opened(talk);
    stage.correlation.asked(question, talk.question.asker().email(), text);
    stage.chronicle.record(
        askedNanos, new Happening.Asked(question, talk.conversation.chat(), talk.id(), text));
    stage.time.at(askedNanos, () -> stage.staff.questionOpened(question));
  }

  void visitorWrote(Talk talk, String text) {
    QuestionId question = talk.question.id();
    boolean back = talk.question.comeback().filter(again -> again.text().equals(text)).isPresent();
    if (back) {
      stage.correlation.cameBack(question);
    }
    stage.correlation.wrote(question, text);
    stage.chronicle.record(new Happening.UserWrote(question, text));
    stage.time.after(0, () -> stage.staff.userWrote(question, text));
  }

  /** The pipeline wrote, to the asker or for agents only. */
  void pipelineWrote(Talk talk, String text, boolean isNote) {
    Chat chat = talk.conversation.chat();
    QuestionId question = talk.question.id();
    Optional<QuestionId> about = Optional.of(question);
    if (isNote) {
      stage.chronicle.record(new Happening.PipelineNoted(chat, talk.id(), about, text));
      stage.time.after(0, () -> stage.staff.pipelineNoted(question, text));
      return;
    }
    stage.chronicle.record(new Happening.PipelineReplied(chat, talk.id(), about, text));
    boolean answers = holdsAnAnswer(text);
    stage.visitor(question).mail(answers ? Mail.ANSWERED : Mail.TENDED);
    if (answers) {
      stage.correlation.over(question);
    }
    stage.time.after(0, () -> stage.staff.pipelineReplied(question, text));
  }

  /** Whether a text holds a scripted answer; of whichever question, since threads are shared. */
  private boolean holdsAnAnswer(String text) {
    if (!text.contains(QUESTION_MARK)) {
      return false;
    }
    Matcher ids = QUESTION.matcher(text);
    while (ids.find()) {
      Optional<ScriptedQuestion> named = stage.question(ids.group());
      if (named.stream().flatMap(Ears::answers).anyMatch(text::contains)) {
        return true;
      }
    }
    return false;
  }

  private static Stream<String> answers(ScriptedQuestion question) {
    return Stream.of(
            Optional.of(question.answer()),
            question.correction().map(ScriptedQuestion.Correction::answer),
            question.comeback().map(ScriptedQuestion.Comeback::answer))
        .flatMap(Optional::stream)
        .map(String::strip);
  }

  void letIn(Effect.LetIn letIn) {
    stage.chronicle.record(new Happening.ModChatGranted(letIn.session(), letIn.email()));
  }

  /**
   * Somebody wrote in Slack.
   *
   * @param meant which question they had in mind
   */
  void slackPosted(SlackChannel channel, SlackMessage message, Optional<QuestionId> meant) {
    Author author = stage.cast.author(message.user);
    // A ts is unique in its channel only.
    String place = channel.id + " ";
    List<QuestionId> questions =
        stage.correlation.posted(
            place + message.ts, message.threadTs.map(place::concat), message.text, meant);
    stage.chronicle.record(
        new Happening.SlackPosted(
            channel.name, message.ts, message.threadTs, author, message.text, questions));
    if (channel.name.equals(stage.scenario.event().channel())) {
      stage.time.after(
          0,
          () ->
              stage.staff.slackPosted(
                  message.ts, message.threadTs, author, message.text, questions));
    }
  }

  void slackEdited(SlackChannel channel, SlackMessage message) {
    Author author = stage.cast.author(message.user);
    List<QuestionId> questions = stage.correlation.about(channel.id + " " + message.thread());
    String ts = message.ts;
    String text = message.text;
    stage.chronicle.record(
        new Happening.SlackEdited(channel.name, ts, message.threadTs, author, text, questions));
    stage.time.after(
        0, () -> stage.staff.slackEdited(ts, message.threadTs, author, text, questions));
  }

  void slackReacted(SlackChannel channel, String ts, String user, String name) {
    stage.chronicle.record(
        new Happening.SlackReacted(channel.name, ts, stage.cast.author(user), name));
  }
}
