package gameday.virtual;

import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import gameday.pipeline.delivery.Backoff;
import gameday.pipeline.delivery.Pace;
import gameday.simulation.VirtualTime;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives each life of the pipeline its ways to the products. */
final class PipelineWork implements Shell.Work {
  private static final int CHAT_CALLS_AT_ONCE = 16;

  private final Stage stage;
  private final VirtualTime time;
  private final Conduct conduct;
  private final Backoff backoff;
  private final ApiLine line;
  private final Kills kills;
  private VirtualGate slackReads;
  private VirtualGate chatGate;

  PipelineWork(Stage stage, Conduct conduct, Backoff backoff, Kills kills) {
    this.stage = stage;
    this.time = stage.time;
    this.conduct = conduct;
    this.backoff = backoff;
    this.kills = kills;
    this.line = new ApiLine(time, stage.faults, stage.chronicle, kills::stepped);
  }

  @Override
  public Courier courier(Courier.Outbox outbox) {
    slackReads = new VirtualGate(time);
    chatGate = new VirtualGate(time);
    CourierDoor.Manners oneByOne =
        new CourierDoor.Manners(Optional.of("channel"), 1, Pace.OneByOne.everySecond(1));
    Courier.Doors doors =
        new Courier.Doors(
            new CourierDoor(time, conduct, new ToSlack(), oneByOne, slackReads),
            chat(stage.helpChat, chatGate),
            chat(stage.modChat, new VirtualGate(time)));
    return new Courier(time, backoff, doors, outbox);
  }

  private CourierDoor chat(ChatRoom room, VirtualGate gate) {
    CourierDoor.Manners sideBySide =
        new CourierDoor.Manners(
            Optional.empty(), CHAT_CALLS_AT_ONCE, new Pace.SideBySide(CHAT_CALLS_AT_ONCE, backoff));
    return new CourierDoor(time, conduct, new ToChat(room), sideBySide, gate);
  }

  @Override
  public CatchUp catchUp(CatchUp.Learner learner) {
    CatchUp.Sources sources =
        new CatchUp.Sources(line, stage.helpChat, stage.slack, chatGate, slackReads);
    return new CatchUp(time, backoff, sources, learner);
  }

  @Override
  public void stepped() {
    kills.stepped();
  }

  private final class ToSlack implements CourierDoor.Product {
    private String channel(Effect.ToSlack effect) {
      return conduct.channel(effect, stage.scenario.event().channel());
    }

    @Override
    public void send(Effect effect, Consumer<Outcome<String>> then) {
      Effect.ToSlack post = post(effect);
      line.call(
          SlackSpace.NAME, SlackSpace.POST, () -> stage.slack.write(post, channel(post)), then);
    }

    @Override
    public void find(Effect effect, Consumer<Outcome<Optional<String>>> then) {
      Effect.ToSlack post = post(effect);
      String method = SlackSpace.thread(post).isPresent() ? SlackSpace.REPLIES : SlackSpace.HISTORY;
      line.call(SlackSpace.NAME, method, () -> stage.slack.find(post, channel(post)), then);
    }

    private static Effect.ToSlack post(Effect effect) {
      if (effect instanceof Effect.ToSlack post) {
        return post;
      }
      throw new IllegalArgumentException("not for Slack: " + effect);
    }
  }

  private final class ToChat implements CourierDoor.Product {
    private final ChatRoom room;

    ToChat(ChatRoom room) {
      this.room = room;
    }

    @Override
    public void send(Effect effect, Consumer<Outcome<String>> then) {
      Effect.ToChat write = write(effect);
      line.call(room.name(), room.dialect().writing(write), () -> room.write(write), then);
    }

    @Override
    public void find(Effect effect, Consumer<Outcome<Optional<String>>> then) {
      Effect.ToChat write = write(effect);
      if (room.dialect().knowsKeys()) {
        // Sending again under the same key is how to find out.
        then.accept(Outcome.read(Optional.empty()));
        return;
      }
      String label = room.dialect().reading(Dialect.Reading.MESSAGES);
      line.call(room.name(), label, () -> room.find(write), then);
    }

    private static Effect.ToChat write(Effect effect) {
      if (effect instanceof Effect.ToChat write) {
        return write;
      }
      throw new IllegalArgumentException("not for a chat: " + effect);
    }
  }
}
