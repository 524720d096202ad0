package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a whole run no secret stands in any of its files, nor in what it said. */
class SecretsTest {
  private static final Duration BOUND = Duration.ofSeconds(120);

  /** Bot token, app token, signing secret, and two each for Help chat and Mod chat. */
  private static final int SECRETS = 7;

  @TempDir Path folder;

  @Test
  void standNowhereAfterARun() throws Exception {
    Path told = folder.resolve("told");
    Path runs = Files.createDirectory(folder.resolve("runs"));

    int code = run(runs, "--pipeline", TellingPipeline.command(told, false));

    assertEquals(0, code, () -> said("out") + said("err"));
    List<String> secrets = Files.readAllLines(told);
    assertEquals(SECRETS, secrets.size());
    assertEquals(List.of(), leaks(runs, secrets));
    assertTrue(Files.size(runs.resolve("latest").resolve("pipeline.log")) > 0);
    assertFalse(Files.exists(runs.resolve("latest").resolve("pipeline.env")));
  }

  @Test
  void areFoundWhereAPipelineLeaksOne() throws Exception {
    Path told = folder.resolve("told");
    Path runs = Files.createDirectory(folder.resolve("runs"));

    run(runs, "--pipeline", TellingPipeline.command(told, true));

    List<String> leaks = leaks(runs, Files.readAllLines(told));
    assertEquals(List.of("pipeline.log"), leaks.stream().distinct().toList());
  }

  private int run(Path runs, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("run", Program.tiny(), "--speed", "240", "--out", runs.toString()));
    words.addAll(List.of(more));
    try (Child child = Child.start(folder, words.toArray(String[]::new))) {
      return child.awaitEnd(BOUND);
    }
  }

  /** The names of the files, what was said included, in which one of {@code secrets} stands. */
  private List<String> leaks(Path runs, List<String> secrets) throws IOException {
    List<String> leaks = new ArrayList<>();
    List<Path> files = new ArrayList<>(List.of(folder.resolve("out"), folder.resolve("err")));
    try (Stream<Path> all = Files.walk(runs)) {
      all.filter(Files::isRegularFile).forEach(files::add);
    }
    assertTrue(files.size() > 8, files::toString);
    for (Path file : files) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (String secret : secrets) {
        if (text.contains(secret)) {
          leaks.add(file.getFileName().toString());
        }
      }
    }
    return leaks;
  }

  private String said(String where) {
    try {
      return Files.readString(folder.resolve(where));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
