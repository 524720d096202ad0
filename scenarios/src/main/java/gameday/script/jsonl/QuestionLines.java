package gameday.script.jsonl;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.jsonl.JsonLine;
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
import java.util.List;

/** A question as a line; durations in ISO form, absent fields left out. */
final class QuestionLines {
  private static final Tier[] PEOPLE = {Tier.CLIENT_TEAM, Tier.CSM, Tier.TECH_SUPPORT};

  private QuestionLines() {}

  static ObjectNode write(ScriptedQuestion question) {
    ObjectNode line =
        JsonLine.object()
            .put("id", question.id().value())
            .put("at", question.at().toString())
            .set("asker", asker(question.asker()));
    line.put("chat", question.chat().word());
    question.session().ifPresent(session -> line.put("session", session));
    line.put("topic", question.topic()).put("page", question.page());
    ArrayNode messages = line.putArray("messages");
    for (Line message : question.messages()) {
      messages.addObject().put("after", message.after().toString()).put("text", message.text());
    }
    line.put("truth", question.truth().word()).set("work", work(question.work()));
    line.put("patience", question.patience().toString())
        .put("leavesSilently", question.leavesSilently())
        .put("issue", question.issue());
    question.screenshot().ifPresent(file -> line.put("screenshot", file));
    line.put("answer", question.answer());
    question.followUp().ifPresent(followUp -> line.set("followUp", followUp(followUp)));
    question.correction().ifPresent(edited -> line.set("correction", correction(edited)));
    question.comeback().ifPresent(again -> line.set("comeback", comeback(again)));
    return line;
  }

  private static ObjectNode asker(Asker asker) {
    return JsonLine.object()
        .put("name", asker.name())
        .put("email", asker.email())
        .put("audience", asker.audience().word());
  }

  private static ObjectNode work(Work work) {
    return JsonLine.object()
        .put("chatbot", work.chatbot().toString())
        .put("agentNotice", work.agentNotice().toString())
        .put("agent", work.agent().toString())
        .put("agentReturn", work.agentReturn().toString())
        .put("csmNotice", work.csmNotice().toString())
        .put("csm", work.csm().toString())
        .put("techNotice", work.techNotice().toString())
        .put("tech", work.tech().toString());
  }

  private static ObjectNode followUp(FollowUp followUp) {
    return JsonLine.object()
        .put("after", followUp.after().toString())
        .put("text", followUp.text())
        .put("work", followUp.work().toString())
        .put("answer", followUp.answer());
  }

  private static ObjectNode correction(Correction correction) {
    return JsonLine.object()
        .put("after", correction.after().toString())
        .put("answer", correction.answer());
  }

  private static ObjectNode comeback(Comeback comeback) {
    ObjectNode line =
        JsonLine.object()
            .put("after", comeback.after().toString())
            .put("text", comeback.text())
            .put("truth", comeback.truth().word());
    line.set("work", work(comeback.work()));
    return line.put("issue", comeback.issue()).put("answer", comeback.answer());
  }

  static ScriptedQuestion read(JsonLine line) {
    List<Line> messages = line.inners("messages").stream().map(QuestionLines::message).toList();
    if (messages.isEmpty()) {
      throw line.fault("messages must hold at least one");
    }
    Chat chat = line.choice("chat", Chat.values(), Chat::word);
    if (chat == Chat.MOD && line.optionalText("session").isEmpty()) {
      throw line.fault("missing 'session', which a question in a mod-chat needs");
    }
    ScriptedQuestion question =
        new ScriptedQuestion(
            new QuestionId(line.text("id")),
            line.duration("at"),
            asker(line.inner("asker")),
            chat,
            line.optionalText("session"),
            line.text("topic"),
            line.text("page"),
            messages,
            line.choice("truth", Tier.values(), Tier::word),
            work(line.inner("work")),
            line.duration("patience"),
            line.flag("leavesSilently"),
            line.text("issue"),
            line.optionalText("screenshot"),
            line.text("answer"),
            line.optionalInner("followUp").map(QuestionLines::followUp),
            line.optionalInner("correction").map(QuestionLines::correction),
            line.optionalInner("comeback").map(QuestionLines::comeback));
    line.end();
    return question;
  }

  private static Asker asker(JsonLine line) {
    Asker asker =
        new Asker(
            line.text("name"),
            line.text("email"),
            line.choice("audience", Audience.values(), Audience::word));
    line.end();
    return asker;
  }

  private static Line message(JsonLine line) {
    Line message = new Line(line.duration("after"), line.text("text"));
    line.end();
    return message;
  }

  private static Work work(JsonLine line) {
    Work work =
        new Work(
            line.duration("chatbot"),
            line.duration("agentNotice"),
            line.duration("agent"),
            line.duration("agentReturn"),
            line.duration("csmNotice"),
            line.duration("csm"),
            line.duration("techNotice"),
            line.duration("tech"));
    line.end();
    return work;
  }

  private static FollowUp followUp(JsonLine line) {
    FollowUp followUp =
        new FollowUp(
            line.duration("after"), line.text("text"), line.duration("work"), line.text("answer"));
    line.end();
    return followUp;
  }

  private static Correction correction(JsonLine line) {
    Correction correction = new Correction(line.duration("after"), line.text("answer"));
    line.end();
    return correction;
  }

  private static Comeback comeback(JsonLine line) {
    Comeback comeback =
        new Comeback(
            line.duration("after"),
            line.text("text"),
            line.choice("truth", PEOPLE, Tier::word),
            work(line.inner("work")),
            line.text("issue"),
            line.text("answer"));
    line.end();
    return comeback;
  }
}
