package gameday.scenario;

/**
 * The Help chat's first answer.
 *
 * @param answers how long until it answers
 * @param resolves share of questions it resolves, 0 to 1; 0 if there is no chatbot
 */
public record ChatbotPlan(Spread answers, double resolves) {}
