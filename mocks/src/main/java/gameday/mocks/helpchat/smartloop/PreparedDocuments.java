package gameday.mocks.helpchat.smartloop;

import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Documents that were parsed and checked: pipelines send the same few again and again. Keeps the
 * latest 200 of up to 4,000 characters; longer ones are parsed each time.
 */
final class PreparedDocuments implements PreparsedDocumentProvider {
  private static final int MAX_DOCUMENTS = 200;
  private static final int MAX_CHARACTERS = 4_000;
  private static final int MAX_FIELDS = 20;

  private final Map<String, Prepared> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Prepared> eldest) {
          return size() > MAX_DOCUMENTS;
        }
      };

  private final Set<String> names;

  /**
   * Nothing is kept yet.
   *
   * @param names of the schema's fields; nobody's text but these becomes a label
   */
  PreparedDocuments(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  private record Prepared(PreparsedDocumentEntry entry, String label) {}

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    Optional<Prepared> known = known(input.getQuery());
    if (known.isPresent()) {
      return CompletableFuture.completedFuture(known.get().entry());
    }
    PreparsedDocumentEntry entry = bounded(parseAndValidate.apply(input));
    keep(input.getQuery(), new Prepared(entry, label(entry.getDocument())));
    return CompletableFuture.completedFuture(entry);
  }

  /** The first field of ours that a document names; {@code graphql} if there is none. */
  String label(ExecutionInput input) {
    return known(input.getQuery())
        .map(Prepared::label)
        .orElseGet(() -> label(ParseAndValidate.parse(input).getDocument()));
  }

  private String label(Document document) {
    return document == null
        ? "graphql"
        : RootFields.of(document).stream()
            .flatMap(List::stream)
            .filter(names::contains)
            .findFirst()
            .orElse("graphql");
  }

  // Each root field is work of its own; everything below is bounded by what there is to read.
  private static PreparsedDocumentEntry bounded(PreparsedDocumentEntry entry) {
    if (entry.hasErrors()
        || RootFields.of(entry.getDocument()).stream().allMatch(it -> it.size() <= MAX_FIELDS)) {
      return entry;
    }
    String message = "A document must have " + MAX_FIELDS + " root fields at most.";
    return new PreparsedDocumentEntry(
        List.of(GraphqlErrorBuilder.newError().message(message).build()));
  }

  private Optional<Prepared> known(String query) {
    synchronized (latest) {
      return Optional.ofNullable(latest.get(query));
    }
  }

  private void keep(String query, Prepared prepared) {
    if (query.length() <= MAX_CHARACTERS) {
      synchronized (latest) {
        latest.put(query, prepared);
      }
    }
  }
}
