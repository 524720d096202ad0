package gameday.mocks.helpchat.smartloop;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What queries and mutations have in common: they are about our bot, and most about a thread. */
record Fetching(String botId, Threads threads) {
  /** What is asked of the bot; {@code null} and an error for another bot. */
  DataFetcher<Object> ofBot(Function<DataFetchingEnvironment, Object> work) {
    return call ->
        call.<String>getArgument("botId").equals(botId)
            ? work.apply(call)
            : refused(call, "Bot not found");
  }

  /** What is asked of a thread, under its lock; {@code null} and an error if there is none. */
  DataFetcher<Object> ofThread(BiFunction<ChatThread, DataFetchingEnvironment, Object> work) {
    return ofBot(
        call ->
            threads
                .find(call.getArgument("userId"))
                .map(thread -> thread.<Object>locked(it -> work.apply(it, call)))
                .orElseGet(() -> refused(call, "Thread not found")));
  }

  /** {@code null} and an error. */
  static Object refused(DataFetchingEnvironment call, String message) {
    GraphQLError error = GraphqlErrorBuilder.newError(call).message("%s", message).build();
    return DataFetcherResult.newResult().error(error).build();
  }
}
