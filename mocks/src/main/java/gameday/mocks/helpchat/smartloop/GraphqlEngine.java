package gameday.mocks.helpchat.smartloop;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.validation.QueryComplexityLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * graphql-java with Smartloop's schema, {@code smartloop.graphqls}, and bounds that no document
 * passes: what is too long, too deep or too wide is refused before anything is carried out.
 */
final class GraphqlEngine {
  private static final ParserOptions PARSING =
      ParserOptions.newParserOptions()
          .maxCharacters(1 << 20) // as large as a body
          .maxTokens(5_000)
          .maxWhitespaceTokens(50_000)
          .maxRuleDepth(100)
          .captureIgnoredChars(false)
          .captureLineComments(false)
          .build();

  private static final QueryComplexityLimits SIZE =
      QueryComplexityLimits.newLimits().maxDepth(20).maxFieldsCount(500).build();

  private final GraphQL graphql;
  private final PreparedDocuments documents;

  GraphqlEngine(Operations operations) {
    this.documents = new PreparedDocuments(operations.names());
    this.graphql =
        GraphQL.newGraphQL(schema(operations))
            .preparsedDocumentProvider(documents)
            // A bug of ours must not look like an answer.
            .defaultDataFetcherExceptionHandler(
                thrown -> CompletableFuture.failedFuture(thrown.getException()))
            .doNotAutomaticallyDispatchDataLoader()
            .build();
    // The first of a JVM takes a tenth of a second, which nobody's first call shall pay.
    execute("{ __typename }", Map.of(), Optional.empty());
  }

  ExecutionResult execute(String query, Map<String, Object> variables, Optional<String> operation) {
    ExecutionInput.Builder input = input(query).variables(variables);
    operation.ifPresent(input::operationName);
    return graphql.execute(input.build());
  }

  /** The first field of a document, whether it can be carried out or not. */
  String label(String query) {
    return documents.label(input(query).build());
  }

  private static ExecutionInput.Builder input(String query) {
    return ExecutionInput.newExecutionInput(query)
        .locale(Locale.ROOT)
        .graphQLContext(
            Map.of(
                ParserOptions.class,
                PARSING,
                QueryComplexityLimits.KEY,
                SIZE,
                Budget.class,
                new Budget()));
  }

  private static GraphQLSchema schema(Operations operations) {
    return new SchemaGenerator().makeExecutableSchema(definitions(), operations.wiring());
  }

  private static TypeDefinitionRegistry definitions() {
    try (InputStream file = GraphqlEngine.class.getResourceAsStream("smartloop.graphqls")) {
      return new SchemaParser().parse(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
