package gameday.people;

import java.util.Collection;

/**
 * What is open, by who has it. A question that was escalated before anybody took it counts twice:
 * it waits for the Client team, and a CSM has its thread.
 *
 * @param withChatbot questions the chatbot has not answered yet
 * @param waiting questions that wait for somebody of the Client team, also with an answer to hand
 *     over or a follow-up
 * @param withAgents questions an agent has, except those whose thread is open
 * @param withCsm threads that wait for a CSM or that one works on, or whose answer is to be edited
 * @param withTechSupport threads to which Tech Support was called
 * @param stuck things people have given up trying to write because a product stayed down
 */
public record OpenWork(
    int withChatbot, int waiting, int withAgents, int withCsm, int withTechSupport, int stuck) {
  /** Whether nobody has anything to do or to wait for. */
  public boolean isNone() {
    return withChatbot + waiting + withAgents + withCsm + withTechSupport == 0;
  }

  static OpenWork of(
      Collection<Conversation> chats, Collection<Escalation> escalations, int stuck) {
    int withChatbot = 0;
    int waiting = 0;
    int withAgents = 0;
    for (Conversation chat : chats) {
      switch (chat.phase) {
        case WITH_CHATBOT -> withChatbot++;
        case WAITING -> waiting++;
        case WITH_AGENT, AWAITING_FOLLOW_UP, CLOSING -> withAgents++;
        case ESCALATED -> withAgents += chat.threadOpen ? 0 : 1;
        case NEW, UNRESOLVED, CLOSED -> {}
      }
    }
    int withCsm = 0;
    int withTechSupport = 0;
    for (Escalation escalation : escalations) {
      switch (escalation.phase) {
        case WAITING_FOR_CSM, WITH_CSM -> withCsm++;
        case WAITING_FOR_TECH_SUPPORT, WITH_TECH_SUPPORT -> withTechSupport++;
        case ANSWERED -> withCsm += escalation.toCorrect ? 1 : 0;
        case PUT_ASIDE -> {}
      }
    }
    return new OpenWork(withChatbot, waiting, withAgents, withCsm, withTechSupport, stuck);
  }
}
