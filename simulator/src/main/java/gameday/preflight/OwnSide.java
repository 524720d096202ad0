package gameday.preflight;

import static gameday.preflight.CheckName.MOD_CHAT_TOKEN;
import static gameday.preflight.CheckName.PIPELINE;
import static gameday.preflight.CheckName.PIPELINE_WEBHOOK;
import static gameday.preflight.CheckName.SLACK_EVENTS;

import gameday.contract.PipelinePath;
import gameday.contract.PipelineVariable;
import gameday.preflight.HttpLine.Heard;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Mod chat's contract, and a pipeline that runs. */
final class OwnSide {

  private final PreflightSettings settings;
  private final Pace pace;
  private final Findings findings;

  OwnSide(PreflightSettings settings, Pace pace, Findings findings) {
    this.settings = settings;
    this.pace = pace;
    this.findings = findings;
  }

  /** A note on a question that doesn't exist: who has the right token is told so. */
  void modChat() throws InterruptedException {
    if (!settings.has(PipelineVariable.MOD_CHAT_URL)) {
      findings.skipped(MOD_CHAT_TOKEN, "MOD_CHAT_URL is not set");
      return;
    }
    String token = "Bearer " + settings.text(PipelineVariable.MOD_CHAT_TOKEN);
    HttpLine line =
        new HttpLine(
            settings.text(PipelineVariable.MOD_CHAT_URL), Map.of("Authorization", token), pace);
    String subject = "MOD_CHAT_TOKEN";
    Answer<Heard> answer =
        line.post("/api/questions/gameday-preflight/notes", "{\"text\":\"a test\"}", Map.of());
    switch (answer) {
      case Answer.Good<Heard> good ->
          findings.unknown(MOD_CHAT_TOKEN, subject, "answered as no Mod chat does");
      case Answer.Refused<Heard> no -> {
        if (no.word().equals(HttpLine.NOT_FOUND)) {
          findings.ok(MOD_CHAT_TOKEN, subject, "taken");
        } else {
          findings.missing(
              MOD_CHAT_TOKEN, subject, "refused: " + no.word(), "take the right token");
        }
      }
      case Answer.Silent<Heard> silent ->
          findings.unknown(MOD_CHAT_TOKEN, subject, "MOD_CHAT_URL " + silent.why());
    }
  }

  void pipeline(URI base) throws InterruptedException {
    HttpLine line = new HttpLine(base.toString(), Map.of(), pace);
    if (!healthy(line)) {
      findings.skipped(PIPELINE_WEBHOOK, "the pipeline is not there");
      return;
    }
    ready(line);
    for (String path : paths()) {
      unsigned(line, path);
    }
  }

  private List<String> paths() {
    List<String> paths = new ArrayList<>(List.of(PipelinePath.HELP_CHAT));
    if (settings.has(PipelineVariable.MOD_CHAT_URL)) {
      paths.add(PipelinePath.MOD_CHAT);
    }
    paths.add(PipelinePath.SLACK_EVENTS);
    return paths;
  }

  private boolean healthy(HttpLine line) throws InterruptedException {
    String found =
        switch (line.get(PipelinePath.HEALTH)) {
          case Answer.Good<Heard> good -> "";
          case Answer.Refused<Heard> no -> "answered " + no.word();
          case Answer.Silent<Heard> silent -> silent.why();
        };
    if (found.isEmpty()) {
      findings.ok(PIPELINE, PipelinePath.HEALTH, "answers 200");
    } else {
      findings.missing(PIPELINE, PipelinePath.HEALTH, found, "start the pipeline");
    }
    return found.isEmpty();
  }

  private void ready(HttpLine line) throws InterruptedException {
    switch (line.get(PipelinePath.READY)) {
      case Answer.Good<Heard> good -> findings.ok(PIPELINE, PipelinePath.READY, "answers 200");
      // Not every pipeline has it.
      case Answer.Refused<Heard> no -> {}
      case Answer.Silent<Heard> silent ->
          findings.missing(PIPELINE, PipelinePath.READY, silent.why(), "see what it says there");
    }
  }

  private void unsigned(HttpLine line, String path) throws InterruptedException {
    switch (line.post(path, "{}", Map.of())) {
      case Answer.Good<Heard> good -> notRefused(path, "taken");
      case Answer.Refused<Heard> no -> {
        switch (no.word()) {
          case HttpLine.UNAUTHORIZED ->
              findings.ok(PIPELINE_WEBHOOK, path, "refuses what is not signed");
          case HttpLine.NOT_FOUND ->
              findings.warning(
                  PIPELINE_WEBHOOK, path, "not there", "fine if it is told that another way");
          default -> notRefused(path, "answered " + no.word());
        }
      }
      case Answer.Silent<Heard> silent -> findings.unknown(PIPELINE_WEBHOOK, path, silent.why());
    }
  }

  private void notRefused(String path, String how) {
    findings.missing(
        PIPELINE_WEBHOOK, path, "what was not signed was " + how, "the pipeline must answer 401");
  }

  /** Slack's challenge, signed as Slack would: whether the pipeline knows the same secret. */
  void challenge(URI base) throws InterruptedException {
    if (!settings.has(PipelineVariable.SLACK_SIGNING_SECRET)) {
      findings.skipped(SLACK_EVENTS, "SLACK_SIGNING_SECRET is not set");
      return;
    }
    String word = "gameday-preflight";
    String body = "{\"type\":\"url_verification\",\"challenge\":\"" + word + "\"}";
    String time = Long.toString(settings.clock().instant().getEpochSecond());
    SlackSeal seal = new SlackSeal(settings.text(PipelineVariable.SLACK_SIGNING_SECRET));
    Map<String, String> headers =
        Map.of(
            "X-Slack-Request-Timestamp",
            time,
            "X-Slack-Signature",
            seal.sign(time, body.getBytes(StandardCharsets.UTF_8)));
    HttpLine line = new HttpLine(base.toString(), Map.of(), pace);
    String path = PipelinePath.SLACK_EVENTS;
    switch (line.post(path, body, headers)) {
      case Answer.Good<Heard> good -> {
        if (good.value().body().contains(word)) {
          findings.ok(SLACK_EVENTS, path, "the pipeline answers a signed challenge");
        } else {
          unmet(path, "no challenge in its answer");
        }
      }
      case Answer.Refused<Heard> no -> unmet(path, no.word());
      case Answer.Silent<Heard> silent -> findings.unknown(SLACK_EVENTS, path, silent.why());
    }
  }

  private void unmet(String path, String found) {
    findings.missing(
        SLACK_EVENTS,
        path,
        "a challenge signed with SLACK_SIGNING_SECRET got " + found,
        "give the pipeline the same secret");
  }
}
