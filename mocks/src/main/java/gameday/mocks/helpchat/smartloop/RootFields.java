package gameday.mocks.helpchat.smartloop;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one operation asks for at its root, in order and through fragments. Documents need not be
 * valid: each fragment is looked into once.
 */
final class RootFields {
  private final Map<String, FragmentDefinition> fragments;
  private final Set<String> seen = new HashSet<>();
  private final List<String> names = new ArrayList<>();

  private RootFields(Document document) {
    this.fragments =
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .collect(
                Collectors.toMap(
                    FragmentDefinition::getName, Function.identity(), (first, second) -> first));
  }

  /** Names of fields, for each operation of {@code document}. */
  static List<List<String>> of(Document document) {
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .map(
            operation -> {
              RootFields fields = new RootFields(document);
              fields.look(operation.getSelectionSet());
              return List.copyOf(fields.names);
            })
        .toList();
  }

  private void look(SelectionSet selections) {
    for (Selection<?> selection : selections.getSelections()) {
      switch (selection) {
        case Field field -> names.add(field.getName());
        case InlineFragment inline -> look(inline.getSelectionSet());
        case FragmentSpread spread -> {
          FragmentDefinition fragment = fragments.get(spread.getName());
          if (fragment != null && seen.add(spread.getName())) {
            look(fragment.getSelectionSet());
          }
        }
        default -> throw new IllegalStateException("GraphQL has no other selection");
      }
    }
  }
}
