package gameday.mocks.http;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.JsonException;
import com.github.tomakehurst.wiremock.stubbing.StubMappingCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A user's own stubs, looked at before anything is started. */
public final class StubFolder {
  private StubFolder() {}

  /** What is wrong with it, a sentence a file; empty if WireMock can use it. */
  public static List<String> faults(Path folder) {
    var mappings = folder.resolve("mappings");
    if (!Files.isDirectory(mappings)) {
      return List.of(folder + ": expected a folder 'mappings' with *.json files in it, found none");
    }
    var faults = new ArrayList<String>();
    try (var files = Files.walk(mappings)) {
      files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .forEach(file -> check(file, faults));
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      faults.add(folder + ": can't be read: " + unreadable.getMessage());
    }
    return faults;
  }

  private static void check(Path file, List<String> faults) {
    try {
      Json.read(Files.readString(file), StubMappingCollection.class).getMappingOrMappings();
    } catch (JsonException wrong) {
      faults.add(
          file
              + ": "
              + wrong.getErrors().first().getDetail().lines().findFirst().orElse("no stub"));
    } catch (IOException | RuntimeException unreadable) {
      faults.add(file + ": can't be read: " + unreadable.getMessage());
    }
  }
}
