package gameday.docs;

import gameday.checker.RuleBook;
import gameday.saboteur.Saboteur;
import gameday.saboteur.Saboteurs;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SaboteursPageTest {
  private static final String START =
      """
      # Saboteurs

      A rule that never speaks up proves nothing. So there is a saboteur for every way we know in which a pipeline or a team goes wrong:
      the reference pipeline, or its staff, with one planted fault. Its own rule must notice, no other rule may, and the right ones must be
      blamed. Generated from the list of saboteurs; `./gameday saboteurs --list` prints the same.

      ```
      ./gameday saboteurs
      ./gameday saboteurs --only drops-answers,posts-twice --seeds 7
      ./gameday saboteurs --live --only posts-twice --seeds 1
      ```

      - Each line of the matrix is one saboteur, each column a rule; the honest pipeline on each kind of day comes first. `#` is caught,
        `.` is nothing to notice and nothing said, `-` is *missed*, `!` is *raised wrongly*: by another rule, or blaming somebody else.
        A cell is the worst of all seeds.
      - The exit code is 0 if the matrix is as it must be, 3 if a saboteur was missed or a wrong rule spoke up, 1 if Gameday broke.
      - All are played on one small scenario; *day* says what is changed in it. Half of the times, about, a saboteur does as it should.
      - A sabotaged pipeline is a program of its own that refuses to run unless all products are on the loopback interface. Nothing
        that `./gameday pipeline` is told makes it do wrong.
      """;

  @Test
  void thePageOnFileIsTheOneOfTheList() throws IOException {
    StringBuilder page = new StringBuilder(START);
    for (String rule : RuleBook.ids()) {
      page.append("\n## Noticed by ").append(rule).append("\n\n");
      page.append("| saboteur | what it does | blamed | day |\n|---|---|---|---|\n");
      of(rule).forEach(one -> page.append(line(one)));
    }

    Pages.check("saboteurs.md", page.toString());
  }

  private static List<Saboteur> of(String rule) {
    return Saboteurs.all().stream().filter(one -> one.rule().equals(rule)).toList();
  }

  private static String line(Saboteur one) {
    return "| `%s` | %s | %s | %s |%n"
        .formatted(
            one.id(),
            one.sentence(),
            one.blame().word(),
            one.day().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
