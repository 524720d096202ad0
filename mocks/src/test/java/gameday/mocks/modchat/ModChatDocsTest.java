package gameday.mocks.modchat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.HmacSha256;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.VisitorApi.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ModChatDocsTest {
  private final String docs = read();

  @Test
  void signsTheDocumentedExampleAsDocumented() {
    byte[] body = block("json").getBytes(StandardCharsets.UTF_8);

    String signature = HmacSha256.signature("not-so-secret", "1795338000", body);

    assertEquals(block(""), signature);
  }

  @Test
  void sendsTheDocumentedFields() {
    ChatStage stage = new ChatStage();
    ModChat chat = new ModChat(1, stage.surroundings(), new SilentDoor());
    chat.addSession("keynote", "Opening keynote", "https://horizon.example/sessions/keynote");
    chat.addMember("keynote", "ada@example.org", Role.SPEAKER);

    stage.opens(
        chat,
        chat.members("keynote"),
        new Visitor("k", "Ada", "ada@example.org"),
        "My microphone is not found");

    assertEquals(paths(RequestJson.read(block("json")).orElseThrow()), paths(stage.lastBody()));
  }

  @Test
  void documentsEveryRole() {
    for (Role role : Role.values()) {
      assertTrue(docs.contains("`" + role.word() + "`"), role.word());
    }
  }

  private static final class SilentDoor implements ModChatDoor {
    @Override
    public void refused(String session, String email, boolean writing) {}

    @Override
    public void granted(String session, String email) {}
  }

  private static List<String> paths(JsonNode node) {
    TreeSet<String> paths = new TreeSet<>();
    node.propertyStream()
        .forEach(
            field -> {
              paths.add(field.getKey());
              paths(field.getValue()).forEach(it -> paths.add(field.getKey() + "." + it));
            });
    return List.copyOf(paths);
  }

  private String block(String language) {
    Matcher matcher = Pattern.compile("(?m)^```" + language + "\\n([^`]*)\\n```$").matcher(docs);
    assertTrue(matcher.find(), "no block of " + language);
    return matcher.group(1);
  }

  private static String read() {
    try {
      return Files.readString(Path.of("../docs/mod-chat.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
