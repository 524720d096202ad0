package gameday.process;

import static gameday.process.Stage.ANSWERED;
import static gameday.process.Stage.ANSWERED_IN_THREAD;
import static gameday.process.Stage.GIVEN_UP;
import static gameday.process.Stage.NEW;
import static gameday.process.Stage.WAITING_FOR_CLIENT_TEAM;
import static gameday.process.Stage.WITH_CHATBOT;
import static gameday.process.Stage.WITH_CLIENT_TEAM;
import static gameday.process.Stage.WITH_CSM;
import static gameday.process.Stage.WITH_TECH_SUPPORT;

/**
 * The gameday escalation process as one pure step function.
 *
 * <pre>
 * user ─ Help chat ─▶ chatbot ─(asks for an agent)─▶ Client team ─(template, Slack)─▶ CSM ─▶ Tech Support
 *      ─ Mod chat ───────────────────────────────────▶     ▲                          │          │
 *        ◀───────────────── answer ────────────────────────┴──────── thread ◀─────────┴──────────┘
 * </pre>
 *
 * Two things no version of the process allows: the Client team going straight to Tech Support, and
 * a user going straight to the response team.
 */
public final class Flowchart {
  private Flowchart() {}

  /** What a move led to. */
  public sealed interface Step {
    /** The move is allowed. */
    record Taken(Stage stage) implements Step {}

    /** The process does not allow the move; {@code why} is a sentence for a trainer. */
    record Refused(Stage stage, Move move, String why) implements Step {}
  }

  /**
   * Where {@code move} leads from {@code stage}.
   *
   * @param route whether an answer goes back through the Client team or straight to the user
   */
  public static Step step(AnswerRoute route, Stage stage, Move move) {
    return switch (move) {
      case ASK_IN_HELP_CHAT ->
          from(stage == NEW, WITH_CHATBOT, stage, move, "a question is asked once");
      case ASK_IN_MOD_CHAT ->
          from(stage == NEW, WAITING_FOR_CLIENT_TEAM, stage, move, "a question is asked once");
      case CHATBOT_ANSWERS ->
          from(stage == WITH_CHATBOT, ANSWERED, stage, move, "the chatbot no longer has it");
      case ASK_FOR_AGENT ->
          from(
              stage == WITH_CHATBOT || stage == NEW,
              WAITING_FOR_CLIENT_TEAM,
              stage,
              move,
              "only a question the chatbot has can be handed to an agent");
      case AGENT_TAKES -> agentTakes(stage, move);
      case AGENT_ANSWERS ->
          from(
              stage == WITH_CLIENT_TEAM || stage == ANSWERED_IN_THREAD || stage == ANSWERED,
              ANSWERED,
              stage,
              move,
              "an agent answers what the Client team has");
      case ESCALATE ->
          from(
              stage == WITH_CLIENT_TEAM,
              WITH_CSM,
              stage,
              move,
              "only the Client team escalates, and only what it has taken");
      case ESCALATE_UNTAKEN ->
          from(
              stage == WAITING_FOR_CLIENT_TEAM,
              WITH_CSM,
              stage,
              move,
              "only a question that waits for the Client team counts as untaken");
      case CSM_ANSWERS ->
          from(
              stage == WITH_CSM || stage == WITH_TECH_SUPPORT,
              ANSWERED_IN_THREAD,
              stage,
              move,
              "a CSM answers what was escalated");
      case CSM_CALLS_TECH_SUPPORT ->
          from(
              stage == WITH_CSM || stage == WITH_TECH_SUPPORT,
              WITH_TECH_SUPPORT,
              stage,
              move,
              "a CSM calls Tech Support only to what was escalated");
      case TECH_SUPPORT_ANSWERS ->
          from(
              stage == WITH_TECH_SUPPORT,
              ANSWERED_IN_THREAD,
              stage,
              move,
              "Tech Support comes in only when a CSM has called it");
      case BRING_BACK -> bringBack(route, stage, move);
      case FOLLOW_UP ->
          from(
              stage == ANSWERED,
              WITH_CLIENT_TEAM,
              stage,
              move,
              "a follow-up comes after an answer");
      case GIVE_UP ->
          from(!stage.isEnd() && stage != NEW, GIVEN_UP, stage, move, "nothing is open");
    };
  }

  private static Step agentTakes(Stage stage, Move move) {
    return switch (stage) {
      case WAITING_FOR_CLIENT_TEAM -> new Step.Taken(WITH_CLIENT_TEAM);
      // An untaken question was escalated over the Client team's head; taking it late changes
      // who talks to the user, not where the answer comes from.
      case WITH_CSM, WITH_TECH_SUPPORT, ANSWERED_IN_THREAD -> new Step.Taken(stage);
      case NEW, WITH_CHATBOT, WITH_CLIENT_TEAM, ANSWERED, GIVEN_UP ->
          new Step.Refused(stage, move, "an agent takes what waits for the Client team");
    };
  }

  private static Step bringBack(AnswerRoute route, Stage stage, Move move) {
    if (stage != ANSWERED_IN_THREAD && stage != GIVEN_UP) {
      return new Step.Refused(stage, move, "only an answer given in the thread is brought back");
    }
    return new Step.Taken(
        stage == GIVEN_UP ? GIVEN_UP : route == AnswerRoute.STRAIGHT ? ANSWERED : stage);
  }

  private static Step from(boolean allowed, Stage next, Stage stage, Move move, String why) {
    return allowed ? new Step.Taken(next) : new Step.Refused(stage, move, why);
  }
}
