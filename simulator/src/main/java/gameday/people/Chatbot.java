package gameday.people;

import gameday.people.Conversation.Phase;
import gameday.process.Tier;

/** The Help chat's first answer. What it can't resolve stays open until an agent is asked for. */
final class Chatbot {
  private static final String PUZZLED =
      "Sorry, I have no answer to that. Would you like to speak to a live agent?";

  private final Setting setting;

  Chatbot(Setting setting) {
    this.setting = setting;
  }

  void gets(Conversation chat) {
    chat.phase = Phase.WITH_CHATBOT;
    int turn = chat.turn;
    setting
        .agenda()
        .after(
            chat.question.work().chatbot(),
            () ->
                setting
                    .persistence()
                    .insist(() -> chat.turn == turn, () -> replies(chat), () -> hasReplied(chat)));
  }

  private boolean replies(Conversation chat) {
    boolean resolves = resolves(chat);
    String text = resolves ? chat.question.answer() : PUZZLED;
    return setting.world().chatbotReplies(chat.question.id(), text, resolves);
  }

  private static void hasReplied(Conversation chat) {
    chat.answered = resolves(chat);
    chat.phase = chat.answered ? Phase.CLOSED : Phase.UNRESOLVED;
  }

  private static boolean resolves(Conversation chat) {
    return chat.question.truth() == Tier.CHATBOT;
  }
}
