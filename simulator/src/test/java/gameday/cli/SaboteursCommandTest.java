package gameday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.saboteur.Saboteurs;
import gameday.verdict.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaboteursCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void listsAllWithTheirRules() {
    assertEquals(0, run("saboteurs", "--list"));

    List<String> lines = out.toString().lines().toList();
    assertEquals(Saboteurs.all().size(), lines.size());
    assertTrue(
        lines.stream().anyMatch(line -> line.matches("drops-answers +answer-returned +Some .*")),
        out::toString);
  }

  @Test
  void listsOnlyThoseThatAreChosen() {
    assertEquals(0, run("saboteurs", "--list", "--only", "posts-twice,drops-answers"));

    assertEquals(2, out.toString().lines().count());
  }

  @Test
  void saysThatASaboteurIsUnknown() {
    assertEquals(ExitCode.USAGE.code(), run("saboteurs", "--only", "posts-thrice"));

    assertTrue(err.toString().contains("no saboteur is called 'posts-thrice'"), err::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one", "3..1", "1...3", "1..5000", "1-3"})
  void saysWhatSeedsMustBeLike(String seeds) {
    assertEquals(ExitCode.USAGE.code(), run("saboteurs", "--seeds", seeds));

    assertTrue(err.toString().contains("--seeds must"), err::toString);
  }

  @Test
  void readsSeedsWithBothEnds() {
    assertEquals(List.of(1L, 2L, 3L), Seeds.of("1..3").all());
    assertEquals(List.of(7L), Seeds.of(" 7 ").all());
    assertEquals(List.of(-1L, 0L), Seeds.of("-1..0").all());
  }

  private int run(String... arguments) {
    return Main.run(Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
