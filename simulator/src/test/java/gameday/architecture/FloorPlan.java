package gameday.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rooms and what each may know, one line a room; the build fails where the code departs. */
final class FloorPlan {
  private static final List<String> JDK_PURE =
      List.of("java.lang", "java.util", "java.time", "java.math", "java.nio.charset");
  private static final List<String> JDK = List.of("java.", "javax.", "com.sun.net.httpserver");

  /** One room: other rooms it may know, libraries it may use, and whether it is pure. */
  private record Room(List<String> rooms, List<String> libraries, boolean pure) {}

  private final Map<String, Room> rooms = new TreeMap<>(Comparator.reverseOrder());

  static FloorPlan ofGameday() {
    String jackson = "com.fasterxml.jackson";
    String rng = "org.apache.commons.rng";
    String text = "org.apache.commons.text";
    return new FloorPlan()
        // scenarios: what we send, what should happen, what happened
        .pure("process", "")
        .pure("scenario", "process")
        .room("jsonl", "", jackson)
        .room("scenario.yaml", "process scenario script jsonl", "org.yaml.snakeyaml", text, jackson)
        // Phrases come from the class path, which is as good as code.
        .pure(
            "script",
            "process scenario",
            rng,
            "java.io.InputStream",
            "java.io.IOException",
            "java.io.UncheckedIOException",
            "java.text.Normalizer")
        .room("script.jsonl", "process script jsonl", jackson)
        .pure("history", "process script")
        .room("history.jsonl", "process script history jsonl", jackson)
        // mocks: the outside world; knows no other module
        .room(
            "mocks.http",
            "mocks.faults",
            "com.github.tomakehurst.wiremock",
            "org.eclipse.jetty",
            "jakarta.servlet",
            "org.apache.commons.fileupload",
            "org.slf4j")
        .room("mocks.delivery", "mocks.faults", "org.slf4j")
        .room("mocks.faults", "", jackson)
        .room("mocks.intruder", "mocks.delivery mocks.faults", jackson)
        .room("mocks.chat", "mocks.http mocks.delivery mocks.faults", jackson)
        .room(
            "mocks.slack",
            "mocks.http mocks.delivery mocks.faults mocks.slack.blocks mocks.slack.files"
                + " mocks.slack.limits",
            jackson,
            "org.slf4j")
        .room("mocks.slack.blocks", "", jackson)
        .room("mocks.slack.files", "")
        .room("mocks.slack.limits", "")
        .room(
            "mocks.slack.app",
            "mocks.slack mocks.slack.limits mocks.http mocks.delivery mocks.faults",
            "org.java_websocket",
            "org.slf4j",
            jackson)
        .room(
            "mocks.helpchat",
            "mocks.chat mocks.http mocks.delivery mocks.faults",
            "org.jsoup",
            "graphql",
            "org.apache.commons.fileupload",
            jackson)
        .room("mocks.modchat", "mocks.chat mocks.http mocks.delivery mocks.faults", jackson)
        .room(
            "mocks",
            "mocks.http mocks.delivery mocks.faults mocks.intruder mocks.chat mocks.slack"
                + " mocks.slack.app mocks.slack.limits mocks.helpchat mocks.modchat mocks.console")
        .room(
            "mocks.console",
            "mocks.chat mocks.http mocks.faults mocks.slack mocks.helpchat mocks.modchat",
            jackson)
        .room("mocks.junit", "mocks", "org.junit.jupiter.api.extension")
        // reports: was it right, was it fast
        .pure("verdict", "history script")
        .pure("evidence", "process scenario script history")
        .pure("measures", "process scenario script history evidence", "org.HdrHistogram")
        .pure("checker", "process scenario script history evidence verdict")
        .pure("gates", "process scenario script history evidence measures verdict", text)
        .pure("judge", "process scenario script history evidence measures checker gates verdict")
        .pure("slices", "process scenario script history evidence checker")
        .room(
            "judge.sliced",
            "scenario script script.jsonl history history.jsonl jsonl evidence checker slices"
                + " verdict")
        .room("mining", "process scenario script history evidence", "com.fasterxml.jackson.core")
        .pure("story", "process scenario script history evidence measures checker verdict")
        .room("report", "process scenario script history measures verdict story", jackson, "gg.jte")
        // simulator: makes it happen
        .pure("people", "process scenario script history", rng)
        .pure("trial", "process scenario script history evidence checker verdict", rng)
        .room("campaign", "trial")
        .room("contract", "process", jackson, text)
        .pure("pipeline", "process contract")
        .room("pipeline.store", "pipeline", "org.postgresql", "org.slf4j", jackson)
        .room("slack", "", "com.slack.api", "okhttp3")
        .room("preflight", "process scenario contract slack", "com.slack.api", "okhttp3", jackson)
        .room("pipeline.meters", "", "io.micrometer")
        .room("pipeline.log", "", "ch.qos.logback", "org.slf4j", jackson)
        .room("pipeline.record", "pipeline pipeline.store", "org.slf4j")
        .room("pipeline.delivery", "pipeline pipeline.record pipeline.store process", "org.slf4j")
        .room("pipeline.catchup", "pipeline pipeline.record pipeline.delivery process", "org.slf4j")
        .room("pipeline.settings", "pipeline pipeline.store contract process")
        .room(
            "pipeline.products",
            "pipeline pipeline.settings pipeline.record pipeline.delivery pipeline.catchup process"
                + " slack",
            "com.slack.api",
            "okhttp3",
            "org.jsoup",
            "org.slf4j",
            jackson)
        .room(
            "pipeline.server",
            "pipeline pipeline.store pipeline.record pipeline.delivery pipeline.catchup"
                + " pipeline.settings pipeline.products pipeline.log pipeline.meters contract"
                + " process slack",
            "io.helidon",
            "com.slack.api",
            "org.slf4j",
            jackson)
        .pure("simulation", "")
        .pure("rehearsal", "process scenario script mocks.faults")
        .pure(
            "virtual",
            "process scenario script history people contract rehearsal simulation pipeline"
                + " pipeline.record pipeline.delivery pipeline.products mocks.faults"
                + " mocks.delivery mocks.slack.limits")
        .room(
            "live",
            "process scenario script history history.jsonl people contract mocks rehearsal",
            "io.gatling",
            "scala",
            "com.typesafe.scalalogging",
            "io.netty",
            "org.slf4j",
            "ch.qos.logback",
            jackson)
        .pure("saboteur", "process scenario script pipeline verdict")
        .room(
            "saboteur.matrix",
            "scenario scenario.yaml script history history.jsonl judge verdict contract"
                + " pipeline pipeline.server live virtual saboteur",
            "org.slf4j",
            jackson)
        .room(
            "cli",
            "process scenario scenario.yaml script script.jsonl history history.jsonl"
                + " evidence checker gates judge measures verdict story mining report people contract preflight"
                + " pipeline.server live saboteur saboteur.matrix mocks mocks.http trial campaign pipeline virtual",
            "picocli",
            jackson);
  }

  FloorPlan pure(String name, String knows, String... libraries) {
    rooms.put(name, new Room(words(knows), List.of(libraries), true));
    return this;
  }

  FloorPlan room(String name, String knows, String... libraries) {
    rooms.put(name, new Room(words(knows), List.of(libraries), false));
    return this;
  }

  private static List<String> words(String spaced) {
    return spaced.isEmpty() ? List.of() : List.of(spaced.split(" "));
  }

  /** Every room that must hold a class. */
  List<String> names() {
    return List.copyOf(rooms.keySet());
  }

  /** What departs from the plan, a sentence each; empty if nothing does. */
  List<String> breaches(JavaClasses classes) {
    List<String> breaches = new ArrayList<>();
    for (JavaClass type : classes) {
      Optional<String> room = roomOf(type.getPackageName());
      if (room.isEmpty()) {
        breaches.add(type.getName() + " is in no room of the floor plan");
        continue;
      }
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        judge(room.get(), dependency).ifPresent(breaches::add);
      }
    }
    return breaches.stream().distinct().sorted().toList();
  }

  private Optional<String> judge(String from, Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    if (target.isPrimitive()) {
      return Optional.empty();
    }
    String name = target.getPackageName();
    boolean allowed =
        name.startsWith("gameday")
            ? roomOf(name).map(to -> knows(from, to)).orElse(false)
            : mayUse(rooms.get(from), target.getName());
    return allowed
        ? Optional.empty()
        : Optional.of(
            "room "
                + from
                + " must not know "
                + target.getName()
                + " ("
                + dependency.getDescription()
                + ")");
  }

  private boolean knows(String from, String to) {
    return from.equals(to)
        || rooms.get(from).rooms().stream()
            .anyMatch(
                known -> to.equals(known) || to.startsWith(known + ".") && known.equals("mocks"));
  }

  private static boolean mayUse(Room room, String type) {
    List<String> jdk = room.pure() ? JDK_PURE : JDK;
    return jdk.stream().anyMatch(type::startsWith)
        || room.libraries().stream().anyMatch(type::startsWith);
  }

  /** The room a package belongs to: the longest name that fits. */
  Optional<String> roomOf(String packageName) {
    if (!packageName.startsWith("gameday.")) {
      return Optional.empty();
    }
    String inside = packageName.substring("gameday.".length());
    return rooms.keySet().stream()
        .filter(room -> inside.equals(room) || inside.startsWith(room + "."))
        .max(Comparator.comparingInt(String::length));
  }
}
