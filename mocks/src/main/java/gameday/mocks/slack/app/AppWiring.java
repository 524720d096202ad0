package gameday.mocks.slack.app;

import gameday.mocks.delivery.DeliveryListener;
import gameday.mocks.delivery.WebhookSender;
import gameday.mocks.faults.Faults;
import gameday.mocks.slack.limits.RateLimits;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the app's side is put together with.
 *
 * @param sender carries events by HTTP
 * @param deliveries is told of each attempt to tell the app something
 * @param faults whose outages of {@code slack} keep people from acting
 * @param limits how often the app may post by webhook
 * @param clock by which receivers judge a signature's age
 * @param speed seconds of event time in one second
 * @param urls where the pipeline takes what comes by HTTP
 * @param slack Slack's own base URL, such as {@code http://127.0.0.1:8080/slack}; asked for when it
 *     is needed
 */
public record AppWiring(
    WebhookSender sender,
    DeliveryListener deliveries,
    Faults faults,
    RateLimits limits,
    Clock clock,
    double speed,
    RequestUrls urls,
    Supplier<URI> slack) {}
