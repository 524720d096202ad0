package gameday.script;

import gameday.process.Audience;
import gameday.scenario.AudiencePlan;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The people of one audience, over one script. The n-th person is the same whatever else the
 * scenario says.
 */
final class Askers {
  private static final List<String> FIRST = ResourceLines.of("first-names.txt");
  private static final List<String> LAST = ResourceLines.of("last-names.txt");

  /** Nobody asks again sooner, if there is anybody else: they still talk about the first. */
  private static final Duration PAUSE = Duration.ofMinutes(20);

  private final AudiencePlan plan;
  private final long seed;
  private final Map<Integer, Duration> asked = new HashMap<>();

  Askers(AudiencePlan plan, long seed) {
    this.plan = plan;
    this.seed = seed;
  }

  /**
   * Who asks. Squaring the draw makes a few people ask several times, as the published figures have
   * it, and the more so the smaller the audience.
   */
  Asker pick(Chance chance, Duration at) {
    double draw = chance.uniform("asker");
    return free((int) (draw * draw * plan.people()), 0, 1, plan.people(), at);
  }

  /** Who of the speakers of session number {@code session} of {@code sessions} asks. */
  Asker pickSpeaker(Chance chance, Duration at, int session, int sessions) {
    if (session >= plan.people()) {
      return pick(chance, at);
    }
    int speakers = (plan.people() - session - 1) / sessions + 1;
    return free((int) (chance.uniform("asker") * speakers), session, sessions, speakers, at);
  }

  /**
   * The first from number {@code drawn} on, going round, who has not just asked; if all have, the
   * one drawn.
   */
  private Asker free(int drawn, int offset, int step, int people, Duration at) {
    int chosen = drawn;
    for (int i = 0; i < people; i++) {
      int next = (drawn + i) % people;
      Duration last = asked.get(offset + step * next);
      if (last == null || at.minus(last).compareTo(PAUSE) >= 0) {
        chosen = next;
        break;
      }
    }
    int number = offset + step * chosen;
    asked.put(number, at);
    return person(number);
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
