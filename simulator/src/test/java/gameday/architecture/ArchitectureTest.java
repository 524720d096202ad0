package gameday.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import gameday.people.PlantedBreach;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the house to its floor plan. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("gameday");

  /** Calls that bring clock, chance or threads into a room that must be pure. */
  private static final Set<String> IMPURE =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.Math.random",
          "java.lang.Thread.start",
          "java.lang.Thread.sleep",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalTime.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.util.UUID.randomUUID",
          "java.util.Random.<init>",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.Collections.shuffle",
          "java.util.Collection.parallelStream",
          "java.util.List.parallelStream");

  private static final List<String> PURE =
      List.of(
          "process",
          "scenario",
          "script",
          "history",
          "verdict",
          "evidence",
          "judge",
          "measures",
          "checker",
          "gates",
          "story",
          "people",
          "pipeline",
          "trial",
          "simulation",
          "rehearsal",
          "virtual");

  @Test
  void everyRoomKnowsOnlyWhatTheFloorPlanAllows() {
    assertEquals(List.of(), FloorPlan.ofGameday().breaches(HOUSE));
  }

  @Test
  void everyRoomOfTheFloorPlanIsThere() {
    FloorPlan plan = FloorPlan.ofGameday();

    List<String> empty =
        plan.names().stream()
            .filter(
                room ->
                    HOUSE.stream()
                        .noneMatch(
                            type ->
                                plan.roomOf(type.getPackageName())
                                    .filter(room::equals)
                                    .isPresent()))
            .toList();

    assertEquals(List.of(), empty);
  }

  @Test
  void pureRoomsTouchNoClockNoChanceAndNoThread() {
    assertEquals(List.of(), impureCalls(HOUSE).toList());
  }

  @Test
  void plantedBreachesAreFound() {
    JavaClasses planted = new ClassFileImporter().importClasses(PlantedBreach.class);

    List<String> breaches = FloorPlan.ofGameday().breaches(planted);

    assertTrue(breaches.stream().anyMatch(b -> b.contains("java.io.File")), breaches::toString);
    assertTrue(breaches.stream().anyMatch(b -> b.contains("gameday.verdict")), breaches::toString);
    assertFalse(impureCalls(planted).toList().isEmpty());
  }

  private static Stream<String> impureCalls(JavaClasses classes) {
    FloorPlan plan = FloorPlan.ofGameday();
    return classes.stream()
        .filter(type -> plan.roomOf(type.getPackageName()).filter(PURE::contains).isPresent())
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(access -> IMPURE.contains(called(access)))
        .map(JavaAccess::getDescription)
        .sorted();
  }

  private static String called(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }
}
