package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.mocks.delivery.Courier;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.slack.SlackWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Carries events through sockets, to an app that uses them. */
record SocketCourier(SocketMode sockets) implements Courier {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public Optional<CompletableFuture<Carried>> carry(Webhook webhook, int attempt, String reason) {
    if (!webhook.from().equals(SlackWorkspace.NAME) || !sockets.isUsed()) {
      return Optional.empty();
    }
    var retry = Optional.of(new Parcel.Retry(attempt, reason));
    return Optional.of(
        sockets
            .send(new Parcel("events_api", json(webhook), false, retry))
            .thenApply(receipt -> new Carried(receipt.taken(), receipt.reason())));
  }

  private static JsonNode json(Webhook webhook) {
    try {
      return MAPPER.readTree(webhook.body());
    } catch (IOException ourOwn) {
      throw new UncheckedIOException(ourOwn);
    }
  }
}
