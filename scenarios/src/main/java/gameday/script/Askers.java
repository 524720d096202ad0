package gameday.script;

import gameday.process.Audience;
import gameday.scenario.AudiencePlan;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** The people of one audience. The n-th person is the same whatever else the scenario says. */
final class Askers {
  private static final List<String> FIRST = ResourceLines.of("first-names.txt");
  private static final List<String> LAST = ResourceLines.of("last-names.txt");

  private final AudiencePlan plan;
  private final long seed;

  Askers(AudiencePlan plan, long seed) {
    this.plan = plan;
    this.seed = seed;
  }

  /**
   * Who asks. Squaring the draw makes a few people ask several times, as the published figures have
   * it, and the more so the smaller the audience.
   */
  Asker pick(Chance chance) {
    double draw = chance.uniform("asker");
    return person((int) (draw * draw * plan.people()));
  }

  /** Who of the speakers of session number {@code session} of {@code sessions} asks. */
  Asker pickSpeaker(Chance chance, int session, int sessions) {
    if (session >= plan.people()) {
      return pick(chance);
    }
    int speakers = (plan.people() - session - 1) / sessions + 1;
    return person(session + sessions * (int) (chance.uniform("asker") * speakers));
  }

  private Asker person(int number) {
    Audience audience = plan.audience();
    Chance chance = new Chance(seed, audience.word() + "/person", number);
    String first = FIRST.get(chance.below("first-name", FIRST.size()));
    String last = LAST.get(chance.below("last-name", LAST.size()));
    String email =
        plain(first) + "." + plain(last) + "." + (number + 1) + "@" + audience.word() + ".example";
    return new Asker(first + " " + last, email, audience);
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }
}
