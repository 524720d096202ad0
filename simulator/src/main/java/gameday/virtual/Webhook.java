package gameday.virtual;

import gameday.mocks.delivery.RetryRule;

/**
 * One thing to tell the pipeline.
 *
 * @param from the product's name, such as {@code help-chat}
 * @param delivery its id, the same for every attempt
 * @param conversation what it is about; deliveries of one conversation start in order
 * @param news what it says
 * @param habits how its product delivers
 */
record Webhook(String from, String delivery, String conversation, News news, Habits habits) {
  /**
   * How a product delivers.
   *
   * @param retries when it gives up and tries again
   * @param timed whether its signatures tell their time
   * @param namedByDelivery whether the delivery's id is the only name of what it tells
   */
  record Habits(RetryRule retries, boolean timed, boolean namedByDelivery) {}

  /** The same thing told once more under another id, as if for the first time. */
  Webhook again(int number) {
    String mark = "-again-" + number;
    News told = habits.namedByDelivery() ? news.under(mark) : news;
    return new Webhook(from, delivery + mark, conversation, told, habits);
  }

  /** A conversation of a product. */
  record Lane(String from, String conversation) {}

  Lane lane() {
    return new Lane(from, conversation);
  }
}
