package gameday.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineEnvironmentTest {
  @TempDir Path dir;

  private Path file(String name, String text) throws IOException {
    Path file = Files.writeString(dir.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void theEnvironmentComesBeforeFilesAndALaterFileBeforeAnEarlierOne() throws Exception {
    Path first = file("first.env", "PORT=1\nSLACK_CHANNEL=C1\nHELP_CHAT_ACCOUNT=1\n");
    Path second = file("second.env", "PORT=2\nSLACK_CHANNEL=C2\n");
    Map<String, String> real = Map.of("PORT", "3", "SLACK_CHANNEL", " ", "PATH", "/bin");

    PipelineEnvironment told = PipelineEnvironment.of(real, List.of(first, second));

    assertEquals(
        Map.of("PORT", "3", "SLACK_CHANNEL", "C2", "HELP_CHAT_ACCOUNT", "1"), told.values());
    assertEquals(second + ":2", told.told().get(PipelineVariable.SLACK_CHANNEL).where());
    assertEquals(List.of(), told.faults());
    assertEquals(List.of(), told.warnings());
  }

  @Test
  void aSecretMayStandInAFileOfItsOwn() throws Exception {
    Path secret = file("bot-token", "xoxb-1\r\n");
    Path variables = file("a.env", "SLACK_BOT_TOKEN=older\nMOD_CHAT_TOKEN_FILE=" + secret + "\n");
    Map<String, String> real = Map.of("SLACK_BOT_TOKEN_FILE", secret.toString());

    PipelineEnvironment told = PipelineEnvironment.of(real, List.of(variables));

    assertEquals(Optional.of("xoxb-1"), told.value(PipelineVariable.SLACK_BOT_TOKEN));
    assertEquals(Optional.of("xoxb-1"), told.value(PipelineVariable.MOD_CHAT_TOKEN));
    assertEquals(List.of(), told.faults());
    assertFalse(told.toString().contains("xoxb-1"), told::toString);
  }

  @Test
  void namesTheVariableAndTheFileOfASecretThatIsNotThereAndNeverWhatIs() throws Exception {
    Path empty = file("empty", "\n");
    Path large = file("large", "hush".repeat(16 << 10) + "!");
    Path nowhere = dir.resolve("nowhere");
    Path both = file("both", "hush");

    PipelineEnvironment told =
        PipelineEnvironment.of(
            Map.of(
                "SLACK_BOT_TOKEN_FILE", empty.toString(),
                "SLACK_SIGNING_SECRET_FILE", large.toString(),
                "HELP_CHAT_TOKEN_FILE", nowhere.toString(),
                "MOD_CHAT_TOKEN", "hush",
                "MOD_CHAT_TOKEN_FILE", both.toString()));

    assertEquals(
        List.of(
            "SLACK_BOT_TOKEN_FILE: " + empty + " is empty; write the secret into it",
            "SLACK_SIGNING_SECRET_FILE: " + large + " must be at most 64 KiB",
            "HELP_CHAT_TOKEN_FILE: " + nowhere + " can't be read (no such file)",
            "MOD_CHAT_TOKEN and MOD_CHAT_TOKEN_FILE are both set; keep one"),
        told.faults());
  }

  @Test
  void onlySecretsAreReadFromFilesOfTheirOwn() throws Exception {
    Path port = file("port", "3000");

    PipelineEnvironment told = PipelineEnvironment.of(Map.of("PORT_FILE", port.toString()));

    assertEquals(Map.of(), told.values());
  }

  @Test
  void namesWhatWasPerhapsMeantAndLeavesOutWhatIsSomebodyElses() throws Exception {
    Path file = file("a.env", "SLACK_BOT_TOKN=hush\nJAVA_HOME=/jdk\nHELP_CHAT_TOKEN_FIL=hush\n");

    PipelineEnvironment told = PipelineEnvironment.of(Map.of(), List.of(file));

    assertEquals(
        List.of(
            file + ":1: no pipeline knows SLACK_BOT_TOKN; did you mean SLACK_BOT_TOKEN?",
            file + ":3: no pipeline knows HELP_CHAT_TOKEN_FIL; did you mean HELP_CHAT_TOKEN_FILE?"),
        told.faults());
    assertEquals(1, told.warnings().size());
    assertTrue(
        told.warnings().getFirst().startsWith(file + ":2: no pipeline knows JAVA_HOME"),
        told.warnings()::toString);
  }

  @Test
  void warnsOfSecretsThatEverybodyCanRead() throws Exception {
    Path secrets = file("secrets.env", "SLACK_BOT_TOKEN=xoxb-1\n");
    Path plain = file("plain.env", "PORT=1\n");
    for (Path open : List.of(secrets, plain)) {
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    }

    PipelineEnvironment told = PipelineEnvironment.of(Map.of(), List.of(plain, secrets));

    assertEquals(
        List.of(secrets + " holds secrets, and everybody can read it; chmod 600 " + secrets),
        told.warnings());
  }

  @Test
  void saysWhichFileOfVariablesCanNotBeRead() {
    Path nowhere = dir.resolve("nowhere.env");

    PipelineEnvironment told = PipelineEnvironment.of(Map.of(), List.of(nowhere));

    assertEquals(List.of(nowhere + ": can't be read (no such file)"), told.faults());
  }
}
