package gameday.saboteur.matrix;

import gameday.saboteur.Day;
import gameday.saboteur.Saboteur;
import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.FaultPlan.Target;
import gameday.scenario.Scenario;
import gameday.scenario.StaffMistake;
import gameday.scenario.StaffPlan;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** The days that saboteurs are played on: one scenario, and what each day changes in it. */
public final class Days {
  private static final String FILE = "saboteurs.yaml";

  /** A reminder said twice would be another rule's. */
  private static final String[] NO_REMINDERS = {
    "process.deadlines.remind=2h", "process.deadlines.call-again=3h"
  };

  /** What takes seconds of machine time must not take hours of the event's. */
  private static final String SLOWLY = "speed=20";

  private static final double MISTAKES = 0.5;

  /** While escalations go out, and while answers come back. */
  private static final List<FaultPlan> CRASHES = List.of(crash(445), crash(700));

  private Days() {}

  /** The day as it is for the honest pipeline and staff without fault. */
  public static Scenario of(Day day) {
    return switch (day) {
      case PLAIN -> read();
      case BY_HAND -> read("process.way=by-hand");
      case SLOW -> read(SLOWLY);
      case CRASHES -> with(read(SLOWLY), CRASHES);
      case SLACK_LOSES_ANSWERS -> with(read(NO_REMINDERS), lostAnswers(Target.SLACK));
      case CHAT_LOSES_ANSWERS -> with(read(), lostAnswers(Target.HELP_CHAT));
      case RATE_LIMITS ->
          with(
              read(),
              List.of(during(Target.SLACK, new Kind.RateLimits(0.6, OptionalInt.of(1)), 3, 9)));
      case INTRUDER -> with(read(), List.of(during(Target.PIPELINE, new Kind.Intruder(6), 1, 13)));
    };
  }

  /** The day that {@code saboteur} spoils; of one on the staff, with their mistakes. */
  public static Scenario of(Saboteur saboteur) {
    Scenario day = of(saboteur.day());
    return switch (saboteur.fault()) {
      case Saboteur.Fault.OfPipeline pipelines -> day;
      case Saboteur.Fault.OfStaff staffs -> with(day, staffs.mistake());
    };
  }

  private static Scenario read(String... overrides) {
    return switch (ScenarioFile.read(FILE, text(), List.of(overrides))) {
      case Loaded.Good good -> good.scenario();
      case Loaded.Faulty faulty -> throw new IllegalStateException(faulty.faults().toString());
    };
  }

  private static String text() {
    try (InputStream file = Days.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FaultPlan crash(int atSecond) {
    Duration from = Duration.ofSeconds(atSecond);
    return new FaultPlan(Target.PIPELINE, new Kind.Crash(), from, from.plusSeconds(10));
  }

  private static List<FaultPlan> lostAnswers(Target on) {
    return List.of(during(on, new Kind.LostAnswers(0.5), 3, 15));
  }

  private static FaultPlan during(Target on, Kind kind, int fromMinute, int toMinute) {
    return new FaultPlan(on, kind, Duration.ofMinutes(fromMinute), Duration.ofMinutes(toMinute));
  }

  private static Scenario with(Scenario day, List<FaultPlan> faults) {
    return day.with(day.helpChat(), day.process(), day.staff(), faults);
  }

  private static Scenario with(Scenario day, StaffMistake mistake) {
    StaffPlan right = day.staff();
    StaffPlan wrong =
        new StaffPlan(
            right.clientTeam(),
            right.csm(),
            right.techSupport(),
            right.csmSolves(),
            right.corrects(),
            MISTAKES,
            List.of(mistake));
    return day.with(day.helpChat(), day.process(), wrong, day.faults());
  }
}
