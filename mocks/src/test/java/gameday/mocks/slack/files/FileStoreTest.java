package gameday.mocks.slack.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileStoreTest {
  private static final int SIXTEEN_MEBIBYTES = 16 << 20;

  private final FileStore store = new FileStore();

  private SlackFile file(String id) {
    return store.announce(id, id + ".png", "U1", SIXTEEN_MEBIBYTES, 1_700_000_000L);
  }

  @Test
  void forgetsTheOldestBytesAndKeepsWhatIsKnown() {
    var files = IntStream.range(0, 5).mapToObj(n -> file("F" + n)).toList();
    files.forEach(file -> file.complete(Optional.empty()));

    files.forEach(file -> store.keep(file, new byte[SIXTEEN_MEBIBYTES]));

    assertTrue(store.bytes(files.get(0)).isEmpty());
    assertTrue(store.bytes(files.get(1)).isPresent());
    assertTrue(store.bytes(files.get(4)).isPresent());
    assertEquals("F0.png", store.complete("F0").orElseThrow().name());
  }

  @Test
  void countsAFileThatComesAgainOnce() {
    var file = file("F1");
    var other = file("F2");
    store.keep(other, new byte[SIXTEEN_MEBIBYTES]);

    IntStream.range(0, 9).forEach(n -> store.keep(file, new byte[SIXTEEN_MEBIBYTES]));

    assertTrue(store.bytes(other).isPresent());
    assertTrue(store.bytes(file).isPresent());
  }

  @Test
  void knowsTheNewestTenThousandFiles() {
    IntStream.rangeClosed(0, 10_000).forEach(n -> file("F" + n));

    assertTrue(store.announced("F0").isEmpty());
    assertTrue(store.announced("F1").isPresent());
    assertTrue(store.announced("F10000").isPresent());
  }

  @Test
  void tellsAnnouncedFilesFromCompleteOnes() {
    var file = file("F1");
    assertTrue(store.announced("F1").isPresent());
    assertTrue(store.complete("F1").isEmpty());
    assertFalse(file.isUploaded());

    store.keep(file, new byte[1]);
    file.complete(Optional.of("t".repeat(256)));

    assertTrue(store.announced("F1").isEmpty());
    assertTrue(store.complete("F1").isPresent());
    assertTrue(file.isUploaded());
    assertEquals("F1.png", file.title());
  }

  @Test
  void remembersTheNewestHundredMessagesThatShowAFile() {
    var file = file("F1");

    IntStream.range(0, 101)
        .forEach(n -> file.share(new SlackFile.Share("C1", true, "" + n, Optional.empty())));

    assertEquals(100, file.shares().size());
    assertEquals("1", file.shares().getFirst().ts());
  }

  @Test
  void judgesTypesByNames() {
    assertEquals(new FileKind("image/png", "png", "PNG"), FileKind.of("A.PNG"));
    assertEquals(new FileKind("image/jpeg", "jpg", "JPEG"), FileKind.of("a.jpeg"));
    assertEquals(new FileKind("text/plain", "text", "Plain Text"), FileKind.of("a.log"));
    assertEquals(new FileKind("text/csv", "csv", "CSV"), FileKind.of("a.b.csv"));
    assertEquals(new FileKind("application/pdf", "pdf", "PDF"), FileKind.of("a.pdf"));
    assertEquals(
        new FileKind("application/octet-stream", "binary", "Binary"), FileKind.of("a.exe"));
    assertEquals(new FileKind("application/octet-stream", "binary", "Binary"), FileKind.of(""));
  }
}
