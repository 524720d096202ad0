package gameday.mocks.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.common.filemaker.FilenameMaker;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.standalone.JsonFileMappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The order in which answers are looked for: a user's stubs, what services know in code, the stubs
 * that come with the mocks, and at last what services say to what they don't know.
 */
final class Stubs {
  /** Where our own lie on the class path; {@code mocks/stubs} in the sources. */
  private static final String OURS = "gameday/mocks/stubs";

  private static final UUID KNOWN = UUID.nameUUIDFromBytes(new byte[] {1});
  private static final UUID UNKNOWN = UUID.nameUUIDFromBytes(new byte[] {2});
  // WireMock gives a stub that names no priority 5.
  private static final int AFTER_USERS = 100;

  /** What the files of ours say. */
  static final int AFTER_CODE = 101;

  private static final int LAST = 102;

  private final Optional<Path> users;

  /**
   * @param users the user's folder
   * @throws IllegalArgumentException with all its faults
   */
  Stubs(Optional<Path> users) {
    this.users = users;
    var faults = users.map(StubFolder::faults).orElse(List.of());
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
  }

  /** Where bodies named by stubs are looked for. */
  FileSource files() {
    return users
        .<FileSource>map(folder -> new SingleRootFileSource(folder.toString()))
        .orElseGet(() -> new ClasspathFileSource(OURS));
  }

  /** Whether a user's stubs may come before what services know in code. */
  boolean mayOverride() {
    return users.isPresent();
  }

  /** Teaches {@code server} all of them. */
  void teach(WireMockServer server, Reception reception) {
    server.stubFor(
        requestMatching(
                request ->
                    MatchResult.of(
                        reception
                            .serviceFor(Calls.path(request))
                            .filter(service -> service.knows(Calls.within(request, service)))
                            .isPresent()))
            .withId(KNOWN)
            .atPriority(AFTER_USERS)
            .willReturn(aResponse()));
    server.stubFor(any(anyUrl()).withId(UNKNOWN).atPriority(LAST).willReturn(aResponse()));
    server.loadMappingsUsing(source(new ClasspathFileSource(OURS))::loadMappingsInto);
    users.ifPresent(
        folder ->
            server.loadMappingsUsing(
                source(new SingleRootFileSource(folder.toString()))::loadMappingsInto));
  }

  private static JsonFileMappingsSource source(FileSource root) {
    return new JsonFileMappingsSource(root.child("mappings"), new FilenameMaker());
  }

  /** Whether a stub file answers, and not a service. */
  static boolean isFile(StubMapping matched) {
    return !Set.of(KNOWN, UNKNOWN).contains(matched.getId());
  }
}
