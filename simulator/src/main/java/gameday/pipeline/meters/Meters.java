package gameday.pipeline.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** What the pipeline counts and measures. Safe for use by many threads. */
public final class Meters implements AutoCloseable {
  /** The form of {@link #scrape}. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final String PREFIX = "gameday.pipeline.";

  /** Slack gives up after 3 s. */
  private static final Duration[] BUCKETS =
      LongStream.of(5, 10, 20, 50, 100, 250, 500, 1_000, 2_000, 3_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<Product, Map<Arrived, Counter>> webhooks = new EnumMap<>(Product.class);
  private final Map<Product, Timer> acknowledgements = new EnumMap<>(Product.class);
  private final Map<Product, Map<Delivered, Counter>> deliveries = new EnumMap<>(Product.class);
  private final Map<Product, Counter> retryAfter = new EnumMap<>(Product.class);
  private final Map<Said, Counter> said = new EnumMap<>(Said.class);
  private final Open open = new Open();

  /** Whom the pipeline hears and speaks to. */
  public enum Product {
    SLACK,
    HELP_CHAT,
    MOD_CHAT
  }

  /** What became of a webhook or an event. */
  public enum Arrived {
    /** Acknowledged; what it told is stored, or concerns nobody here. */
    STORED,
    /** Not signed by the product, or too long ago. */
    NOT_GENUINE,
    /** Larger than anything a product sends. */
    TOO_LARGE,
    /** Genuine, and can't be read. */
    NO_JSON,
    /** Genuine, and couldn't be stored in time; the product may send it again. */
    NOT_STORED,
    /** Ended in a way that nobody thought of. */
    OTHER
  }

  /** What became of one try to deliver. */
  public enum Delivered {
    /** It stands. */
    ACCEPTED,
    /** Stood already, as a look showed. */
    FOUND,
    /** The product asked to come later. */
    NOT_NOW,
    /** It did not happen; tried again. */
    FAILED,
    /** It may have happened; looked for, and tried again if it didn't. */
    UNKNOWN,
    /** It did not happen and never will. */
    REFUSED
  }

  /** What the pipeline has to say, by why it says it. */
  public enum Said {
    /** A new issue in the event's channel. */
    ESCALATION,
    /** More about an issue, in its thread. */
    FOLLOW_UP,
    /** What the response team said, for the agent or the asker. */
    ANSWER,
    /** The response team is silent. */
    REMINDER,
    /** It is still silent, and is called once more. */
    SECOND_CALL,
    /** Whatever else. */
    OTHER
  }

  /** All meters at zero, so that rates have something to start from. */
  public Meters() {
    for (Product product : Product.values()) {
      webhooks.put(product, counters(Arrived.class, "webhooks", "source", product));
      deliveries.put(product, counters(Delivered.class, "deliveries", "destination", product));
      acknowledgements.put(
          product,
          Timer.builder(PREFIX + "acknowledgement")
              .description("from a webhook's arrival to the answer")
              .tag("source", word(product))
              .serviceLevelObjectives(BUCKETS)
              .register(registry));
      retryAfter.put(
          product,
          Counter.builder(PREFIX + "retry.after")
              .baseUnit("seconds")
              .tag("destination", word(product))
              .register(registry));
    }
    for (Said what : Said.values()) {
      said.put(
          what, Counter.builder(PREFIX + "effects").tag("kind", word(what)).register(registry));
    }
    gauge("outbox.open", "", open::count);
    gauge("outbox.oldest", "seconds", open::oldestSeconds);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  private <E extends Enum<E>> Map<E, Counter> counters(
      Class<E> outcomes, String name, String label, Product product) {
    Map<E, Counter> counters = new EnumMap<>(outcomes);
    for (E outcome : outcomes.getEnumConstants()) {
      counters.put(
          outcome,
          Counter.builder(PREFIX + name)
              .tag(label, word(product))
              .tag("outcome", word(outcome))
              .register(registry));
    }
    return counters;
  }

  private void gauge(String name, String unit, Supplier<Number> value) {
    Gauge.builder(PREFIX + name, value)
        .baseUnit(unit.isEmpty() ? null : unit)
        .strongReference(true)
        .register(registry);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A webhook or an event came and was answered after {@code took}. */
  public void arrived(Product source, Arrived outcome, Duration took) {
    webhooks.get(source).get(outcome).increment();
    acknowledgements.get(source).record(took);
  }

  /** One try to deliver is over. */
  public void delivered(Product destination, Delivered outcome) {
    deliveries.get(destination).get(outcome).increment();
  }

  /** A product asked to be left alone so long. */
  public void askedToWait(Product destination, Duration after) {
    retryAfter.get(destination).increment(after.toNanos() / 1e9);
  }

  /** There is something to say, which isn't delivered yet. */
  public void begun(String effectKey, Said what) {
    if (open.begin(effectKey)) {
      said.get(what).increment();
    }
  }

  /** It is delivered or refused. */
  public void ended(String effectKey) {
    open.end(effectKey);
  }

  /** Somebody else delivers from now on. */
  public void endedAll() {
    open.clear();
  }

  /**
   * How many wait to be stored.
   *
   * @param waiting is asked at each scrape
   */
  public void queue(Supplier<Number> waiting) {
    gauge("recorder.queue", "", waiting);
  }

  /**
   * How many conversations are open.
   *
   * @param chat where
   * @param count is asked at each scrape; NaN if it can't be told
   */
  public void conversations(Product chat, Supplier<Number> count) {
    Gauge.builder(PREFIX + "conversations.open", count)
        .tag("chat", word(chat))
        .strongReference(true)
        .register(registry);
  }

  /**
   * Whether the pipeline is ready.
   *
   * @param ready is asked at each scrape
   */
  public void ready(BooleanSupplier ready) {
    gauge("ready", "", () -> ready.getAsBoolean() ? 1 : 0);
  }

  /** Everything, as Prometheus reads it. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
