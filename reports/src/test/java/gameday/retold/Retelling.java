package gameday.retold;

import static gameday.rehearsed.Deeds.AGENT;
import static gameday.rehearsed.Deeds.STRANGER;
import static gameday.rehearsed.Deeds.in;
import static gameday.rehearsed.Deeds.top;
import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;

import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.history.Happening.PipelineReady;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunStarted;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.history.Happening.WebhookDelivered;
import gameday.history.Happening.WebhookMeddled;
import gameday.rehearsed.Day;
import gameday.rehearsed.Day.Timed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Ways to tell a day otherwise that must change nothing in its judgement. */
enum Retelling {
  /** What happened at the very same moment stands in another order. */
  OTHER_ORDER_OF_THE_SAME_MOMENT {
    @Override
    Told tell(Told told, Random random) {
      TreeMap<Double, List<Timed>> moments = new TreeMap<>();
      for (Timed timed : told.day().happenings()) {
        moments.computeIfAbsent(timed.second(), second -> new ArrayList<>()).add(timed);
      }
      List<Timed> shuffled = new ArrayList<>();
      for (List<Timed> moment : moments.values()) {
        Collections.shuffle(moment, random);
        moment.sort(Comparator.comparing(timed -> !(timed.what() instanceof RunStarted)));
        shuffled.addAll(moment);
      }
      return told.with(new Day(told.day().speed(), shuffled));
    }
  },

  /** The chats and Slack deliver some webhooks more than once, and the pipeline takes them. */
  WEBHOOKS_DELIVERED_AGAIN {
    @Override
    Told tell(Told told, Random random) {
      Day day = told.day();
      for (int i = 0; i < 8; i++) {
        String from = random.nextBoolean() ? "help-chat" : "slack";
        String about = from.equals("slack") ? "C1:77.0" : "c" + (1 + random.nextInt(5));
        String id = "again-" + i;
        double second = random.nextInt(3500);
        long nanos = 1 + random.nextInt(2_900_000) * 1000L;
        int copies = 1 + random.nextInt(3);
        for (int attempt = 0; attempt <= copies; attempt++) {
          day =
              day.at(second + attempt, new WebhookDelivered(from, id, attempt, 200, nanos, about));
        }
        day = day.at(second, new WebhookMeddled(from, id, 0, "duplicated-webhooks", about));
      }
      return told.with(day);
    }
  },

  /** People talk and react in Slack, as people do. */
  TALK_IN_SLACK {
    @Override
    Told tell(Told told, Random random) {
      Day day = told.day();
      List<String> threads = threads(day);
      for (int i = 0; i < 12; i++) {
        String thread = threads.get(random.nextInt(threads.size()));
        double second = random.nextInt(3500);
        String ts = "77." + i;
        Author somebody = List.of(STRANGER, CSM, AGENT).get(random.nextInt(3));
        String channel = random.nextBoolean() ? CHANNEL : "general";
        String words = TALK.get(random.nextInt(TALK.size()));
        day =
            switch (random.nextInt(6)) {
              case 0 -> day.at(second, top(channel, ts, somebody, words));
              case 1 ->
                  day.at(second, top(CHANNEL, ts, CSM, words))
                      .at(second + 1, in(ts, somebody, "And you? " + i));
              case 2 -> day.at(second, new SlackReacted(CHANNEL, thread, somebody, "raised_hands"));
              case 3 -> day.at(second, top(channel, ts, STRANGER, "Reminder: lunch at noon"));
              case 4 -> day.at(2000 + second / 4, in(thread, STRANGER, words));
              default -> day.at(2000 + second / 4, in(thread, somebody, "<@U7> " + words));
            };
      }
      return told.with(day);
    }
  },

  /** Everything has another name: questions, conversations, threads, people, addresses. */
  OTHER_NAMES {
    @Override
    Told tell(Told told, Random random) {
      String tail = Integer.toString(random.nextInt(1_000_000), 36);
      return told.rewritten(renaming(tail));
    }
  },

  /** The same day once more, of other people, at the same time. */
  TWICE_THE_PEOPLE {
    @Override
    Told tell(Told told, Random random) {
      String tail = "t" + Integer.toString(random.nextInt(1_000_000), 36);
      Told others = told.rewritten(renaming(tail));
      Day theirs = others.day().without(Retelling::isOfTheRun);
      return told.beside(others.with(theirs));
    }
  },

  /** The pipeline does its part a little later, or at a deadline a little earlier. */
  OTHER_MOMENTS_WITHIN_TOLERANCE {
    @Override
    Told tell(Told told, Random random) {
      double speed = told.day().speed();
      double early = 0.99 * Math.min(5, 1 + 0.05 * speed);
      double late = 0.99 * (5 + Math.min(3, speed));
      List<Timed> moved = new ArrayList<>();
      double untaken = 0;
      for (Timed timed : told.day().happenings()) {
        double by = random.nextDouble() * late;
        double around = random.nextDouble() * (early + late) - early;
        double second = timed.second();
        if (timed.what() instanceof SlackPosted post && post.author().equals(BOT)) {
          if (post.text().startsWith("Reminder")) {
            second = untaken + 300 + around;
          } else if (post.text().startsWith("Calling")) {
            second = untaken + 600 + around;
          } else if (second == UNTAKEN) {
            untaken = 660 + around;
            second = untaken;
          } else {
            second += by;
          }
        } else if (timed.what() instanceof Happening.PipelineNoted) {
          second += by;
        }
        moved.add(new Timed(second, timed.what()));
      }
      return told.with(new Day(speed, moved));
    }
  },

  /** Time is compressed, or not so much. */
  OTHER_SPEED {
    @Override
    Told tell(Told told, Random random) {
      double speed = List.of(0.5, 2.0, 10.0, 60.0).get(random.nextInt(4));
      return told.with(
          told.day()
              .changing(
                  RunStarted.class,
                  start -> true,
                  s -> new RunStarted(s.scenario(), s.seed(), speed, s.clock()))
              .atSpeed(speed));
    }
  };

  /** Those that move nothing in time, so that they suit a day with a fault in it, too. */
  static final List<Retelling> OUT_OF_TIME =
      List.of(
          OTHER_ORDER_OF_THE_SAME_MOMENT,
          WEBHOOKS_DELIVERED_AGAIN,
          TALK_IN_SLACK,
          OTHER_NAMES,
          TWICE_THE_PEOPLE);

  /** When the honest day's pipeline escalates what nobody took. */
  private static final double UNTAKEN = 661;

  private static final List<String> TALK =
      List.of(
          "Good morning",
          "Is the keynote's stream all right?",
          "Issue with lunch: there is none",
          "I remember: doors at nine",
          "Thank you & see you <https://horizon.example|there>");

  abstract Told tell(Told told, Random random);

  private static boolean isOfTheRun(Happening what) {
    return what instanceof RunStarted || what instanceof PipelineReady || what instanceof RunEnded;
  }

  private static List<String> threads(Day day) {
    return day.happenings().stream()
        .map(Timed::what)
        .filter(SlackPosted.class::isInstance)
        .map(SlackPosted.class::cast)
        .filter(post -> post.channel().equals(CHANNEL) && post.threadTs().isEmpty())
        .filter(post -> post.author().equals(BOT))
        .map(SlackPosted::ts)
        .toList();
  }

  private static UnaryOperator<String> renaming(String tail) {
    return text ->
        text.replaceAll("\\bq-(\\d)", "question-$1" + tail)
            .replaceAll("\"c(\\d+)\"", "\"conversation-$1" + tail + "\"")
            .replaceAll("user(\\d)@example", "person.$1." + tail + "@example")
            .replaceAll("user number (\\d)", "person number $1" + tail)
            .replaceAll("\"(\\d+)\\.(\\d+)\"", "\"17" + tail.length() + "$1.$2" + tail + "\"")
            .replaceAll("client-team-1", "ada-" + tail)
            .replaceAll("csm-1", "bob-" + tail)
            .replaceAll("tech-support-1", "cy-" + tail);
  }
}
