package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;

/**
 * How much one document may read: 8 MiB of messages. Otherwise a few hundred characters could ask
 * for everything a hundred times over. Belongs to the thread that carries the document out.
 */
final class Budget {
  private static final int MAX_BYTES = 8 << 20;

  private long left = MAX_BYTES;

  /** The messages as JSON; {@code null} and an error if that is more than is left. */
  static Object spend(DataFetchingEnvironment call, List<Sent> messages) {
    Budget budget = call.getGraphQlContext().get(Budget.class);
    budget.left -= messages.stream().mapToLong(it -> it.bytes().length).sum();
    return budget.left < 0
        ? Fetching.refused(call, "Too many messages at once; use recentMessages with a limit")
        : messages.stream().<ObjectNode>map(Sent::json).toList();
  }
}
