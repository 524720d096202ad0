package gameday.story;

import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.Flowchart;
import gameday.process.Move;
import gameday.process.Stage;
import gameday.process.Tier;
import gameday.script.ScriptedQuestion;
import java.util.ArrayList;
import java.util.List;

/** One move of the way that the process sees for a question, and where it leads. */
public record Leg(Move move, Stage stage) {
  /**
   * The way of a question whose answerer is there in time and whose asker is patient.
   *
   * @param route how answers get back to users of its chat
   */
  public static List<Leg> expected(ScriptedQuestion question, AnswerRoute route) {
    List<Leg> way = new ArrayList<>();
    Stage stage = Stage.NEW;
    for (Move move : moves(question, route)) {
      stage =
          switch (Flowchart.step(route, stage, move)) {
            case Flowchart.Step.Taken taken -> taken.stage();
            case Flowchart.Step.Refused refused ->
                throw new IllegalStateException(refused.move() + ": " + refused.why());
          };
      way.add(new Leg(move, stage));
    }
    return List.copyOf(way);
  }

  private static List<Move> moves(ScriptedQuestion question, AnswerRoute route) {
    List<Move> moves = new ArrayList<>();
    boolean mod = question.chat() == Chat.MOD;
    moves.add(mod ? Move.ASK_IN_MOD_CHAT : Move.ASK_IN_HELP_CHAT);
    if (question.truth() == Tier.CHATBOT && !mod) {
      moves.add(Move.CHATBOT_ANSWERS);
      return moves;
    }
    if (!mod) {
      moves.add(Move.ASK_FOR_AGENT);
    }
    moves.add(Move.AGENT_TAKES);
    if (question.truth().needsEscalation()) {
      moves.add(Move.ESCALATE);
      if (question.truth() == Tier.TECH_SUPPORT) {
        moves.add(Move.CSM_CALLS_TECH_SUPPORT);
        moves.add(Move.TECH_SUPPORT_ANSWERS);
      } else {
        moves.add(Move.CSM_ANSWERS);
      }
      moves.add(Move.BRING_BACK);
    }
    if (!question.truth().needsEscalation() || route == AnswerRoute.THROUGH_AGENT) {
      moves.add(Move.AGENT_ANSWERS);
    }
    return moves;
  }

  /** The move in words. */
  public String words() {
    return switch (move) {
      case ASK_IN_HELP_CHAT -> "asked in the Help chat";
      case ASK_IN_MOD_CHAT -> "asked in the Mod chat";
      case CHATBOT_ANSWERS -> "the chatbot answers";
      case ASK_FOR_AGENT -> "the asker wants a live agent";
      case AGENT_TAKES -> "an agent takes it";
      case AGENT_ANSWERS -> "the agent answers";
      case ESCALATE -> "the agent escalates to Slack";
      case ESCALATE_UNTAKEN -> "the pipeline escalates what nobody took";
      case CSM_ANSWERS -> "a CSM answers in the thread";
      case CSM_CALLS_TECH_SUPPORT -> "a CSM calls Tech Support";
      case TECH_SUPPORT_ANSWERS -> "Tech Support answers in the thread";
      case BRING_BACK -> "the pipeline brings the answer back";
      case FOLLOW_UP -> "the asker asks on";
      case GIVE_UP -> "the asker gives up";
    };
  }
}
