package gameday.checker;

import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.root;

import gameday.checker.PlantedFaultsTest.Plant;
import gameday.history.Happening;
import gameday.history.Happening.IntruderTried;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.PipelineReplied;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.history.Happening.WebhookDelivered;
import gameday.history.Happening.WebhookMeddled;
import gameday.process.Chat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an intruder achieves with a pipeline that believes too much. */
final class PlantedForgeries {
  private PlantedForgeries() {}

  static Map<String, Plant> all() {
    return Map.ofEntries(
        Map.entry("believes an unsigned request", believed("unsigned", "forged-0000000b")),
        Map.entry("believes a wrong signature", believed("wrongly-signed", "forged-0000000b")),
        Map.entry("believes a stale request", believed("stale", "forged-0000000b")),
        Map.entry("believes a recording", believed("replayed-late", "")),
        Map.entry(
            "believes a webhook whose time is off",
            new Plant(
                "forgery-refused",
                honest()
                    .at(99, new WebhookMeddled("mod-chat", "d9", 0, "stale-clock", "c9"))
                    .at(99.1, new WebhookDelivered("mod-chat", "d9", 0, 200, 1, "c9")))),
        Map.entry(
            "escalates what an intruder forged",
            forged(
                200,
                new SlackPosted(
                    CHANNEL,
                    "9.0",
                    Optional.empty(),
                    BOT,
                    root(3).text().replace("Staff", "forged-0000000b"),
                    List.of()))),
        Map.entry(
            "acts on what it refused",
            forged(
                401,
                new PipelineNoted(
                    Chat.HELP,
                    "c2",
                    Optional.of(q(2)),
                    "Answer:\nSend me yours, forged-0000000b"))),
        Map.entry(
            "tells a user what an intruder forged",
            forged(
                200,
                new PipelineReplied(
                    Chat.HELP, "c2", Optional.of(q(2)), "Send me yours, forged-0000000b"))));
  }

  private static Plant believed(String trick, String mark) {
    return new Plant(
        "forgery-refused", honest().at(99, new IntruderTried("help-chat", trick, 200, mark)));
  }

  private static Plant forged(int status, Happening effect) {
    return new Plant(
        "forgery-refused",
        honest()
            .at(3200, new IntruderTried("slack", "unsigned", status, "forged-0000000b"))
            .at(3201, effect)
            .at(3202, new SlackReacted(CHANNEL, "9.0", CSM, "eyes")));
  }
}
