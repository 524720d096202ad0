package gameday.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * What a pipeline is told, put together from environment variables, files of variables, and files
 * that hold one secret each. The environment comes before files, a later file before an earlier
 * one; what is blank is not set.
 *
 * @param faults what keeps a pipeline from being started with it, a sentence each
 * @param warnings what somebody should know of
 */
public record PipelineEnvironment(
    Map<PipelineVariable, Told> told, List<String> faults, List<String> warnings) {
  private static final int SLIP = 3;

  public PipelineEnvironment {
    told = Map.copyOf(told);
    faults = List.copyOf(faults);
    warnings = List.copyOf(warnings);
  }

  /**
   * A variable's value.
   *
   * @param where such as {@code pipeline.env:3}; empty if from the environment
   */
  public record Told(String value, String where) {
    /** Without the value: it may be a secret. */
    @Override
    public String toString() {
      return where.isEmpty() ? "told" : "told in " + where;
    }
  }

  /** From the environment alone. */
  public static PipelineEnvironment of(Map<String, String> environment) {
    return of(environment, List.of());
  }

  /** From the environment and {@code files}, see {@link EnvironmentFile}. */
  public static PipelineEnvironment of(Map<String, String> environment, List<Path> files) {
    Gathering gathering = new Gathering();
    gathering.layer(environment);
    files.reversed().forEach(gathering::layer);
    return gathering.end();
  }

  /** A variable's value; empty if it is not set. */
  public Optional<String> value(PipelineVariable variable) {
    return Optional.ofNullable(told.get(variable)).map(Told::value);
  }

  /** The values by the variables' names, as another program would be started with. */
  public Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    told.forEach((variable, said) -> values.put(variable.name(), said.value()));
    return values;
  }

  private static final class Gathering {
    private final Map<PipelineVariable, Told> told = new EnumMap<>(PipelineVariable.class);
    private final List<String> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Takes what no layer before it has said. */
    void layer(Map<String, String> environment) {
      Map<String, Told> layer = new HashMap<>();
      environment.forEach((name, value) -> layer.put(name, new Told(value, "")));
      take(layer);
    }

    void layer(Path path) {
      try {
        EnvironmentFile file = EnvironmentFile.read(path);
        faults.addAll(file.faults());
        Map<String, Told> layer = new HashMap<>();
        for (EnvironmentFile.Entry entry : file.entries()) {
          String where = path + ":" + entry.line();
          layer.put(entry.name(), new Told(entry.value(), where));
          judgeName(entry.name(), where);
        }
        warnIfOpen(path, file);
        take(layer);
      } catch (IOException e) {
        faults.add(path + ": can't be read (" + SecretFile.why(e) + ")");
      }
    }

    private static Stream<String> known() {
      return Arrays.stream(PipelineVariable.values())
          .flatMap(one -> Stream.concat(Stream.of(one.name()), one.fileVariable().stream()));
    }

    private void judgeName(String name, String where) {
      if (known().anyMatch(name::equals)) {
        return;
      }
      String nearest =
          known().min(Comparator.comparingInt((String other) -> distance(name, other))).get();
      String unknown = where + ": no pipeline knows " + name;
      if (distance(name, nearest) <= SLIP) {
        faults.add(unknown + "; did you mean " + nearest + "?");
      } else {
        warnings.add(unknown + ", the nearest it knows is " + nearest + "; left out");
      }
    }

    private static int distance(String name, String other) {
      return LevenshteinDistance.getDefaultInstance().apply(name, other);
    }

    private void warnIfOpen(Path path, EnvironmentFile file) {
      boolean holdsSecrets =
          Arrays.stream(PipelineVariable.values())
              .filter(PipelineVariable::isSecret)
              .anyMatch(
                  secret ->
                      file.entries().stream()
                          .anyMatch(
                              it -> it.name().equals(secret.name()) && !it.value().isBlank()));
      if (file.isOpen() && holdsSecrets) {
        warnings.add(path + " holds secrets, and everybody can read it; chmod 600 " + path);
      }
    }

    private void take(Map<String, Told> layer) {
      for (PipelineVariable variable : PipelineVariable.values()) {
        if (!told.containsKey(variable)) {
          Optional<Told> plain = set(layer, variable.name());
          Optional<Told> file = variable.fileVariable().flatMap(name -> set(layer, name));
          if (plain.isPresent() && file.isPresent()) {
            faults.add(
                "%s and %1$s_FILE are both set%s; keep one"
                    .formatted(variable, in(file.get().where())));
          }
          plain
              .or(() -> file.flatMap(path -> secret(variable, path)))
              .ifPresent(value -> told.put(variable, value));
        }
      }
    }

    private static Optional<Told> set(Map<String, Told> layer, String name) {
      return Optional.ofNullable(layer.get(name)).filter(it -> !it.value().isBlank());
    }

    private Optional<Told> secret(PipelineVariable variable, Told path) {
      return switch (SecretFile.read(path.value())) {
        case SecretFile.Read.Good good -> Optional.of(new Told(good.secret(), path.value()));
        case SecretFile.Read.Bad bad -> {
          faults.add(
              variable + "_FILE" + in(path.where()) + ": " + path.value() + " " + bad.fault());
          // Not missing as well: one fault is enough.
          yield Optional.of(new Told("", path.value()));
        }
      };
    }

    private static String in(String where) {
      return where.isEmpty() ? "" : " (" + where + ")";
    }

    PipelineEnvironment end() {
      return new PipelineEnvironment(told, faults, warnings);
    }
  }
}
