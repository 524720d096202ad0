package gameday.mocks.helpchat.smartloop;

import graphql.scalars.ExtendedScalars;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The schema's fields, and what answers each. */
final class Operations {
  private final Map<String, DataFetcher<?>> queries;
  private final Map<String, DataFetcher<?>> mutations;

  Operations(String botId, Threads threads) {
    Fetching fetching = new Fetching(botId, threads);
    Hosts hosts = new Hosts();
    this.queries = new Queries(fetching, threads, hosts).all();
    this.mutations = new Mutations(fetching, threads, hosts).all();
  }

  /** Of all queries and mutations. */
  Set<String> names() {
    Set<String> names = new HashSet<>(queries.keySet());
    names.addAll(mutations.keySet());
    return names;
  }

  RuntimeWiring wiring() {
    return RuntimeWiring.newRuntimeWiring()
        .strictMode(true)
        .scalar(ExtendedScalars.Json)
        .scalar(ExtendedScalars.GraphQLLong)
        .type("Query", type -> fetched(type, queries))
        .type("Mutation", type -> fetched(type, mutations))
        .type(
            "Thread",
            type ->
                type.defaultDataFetcher(JsonFields.OF_THREAD)
                    .dataFetcher("messages", JsonFields.MESSAGES))
        .type("Message", type -> type.defaultDataFetcher(JsonFields.OF_JSON))
        .type("BotCapability", type -> type.defaultDataFetcher(JsonFields.OF_JSON))
        .build();
  }

  private static TypeRuntimeWiring.Builder fetched(
      TypeRuntimeWiring.Builder type, Map<String, DataFetcher<?>> fetchers) {
    fetchers.forEach(type::dataFetcher);
    return type;
  }
}
