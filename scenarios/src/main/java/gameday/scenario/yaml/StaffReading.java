package gameday.scenario.yaml;

import gameday.scenario.Invitee;
import gameday.scenario.Spread;
import gameday.scenario.StaffMistake;
import gameday.scenario.StaffPlan;
import gameday.scenario.TeamPlan;
import gameday.scenario.TeamPlan.Shift;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The section {@code staff}. */
final class StaffReading {
  private static final Duration HALF_DAY = Duration.ofHours(12);
  private static final Kind<Integer> PEOPLE = Kinds.whole(0, 2000, "1");
  private static final Setting<Integer> NO_SHOWS =
      Setting.required(
              "no-shows",
              PEOPLE,
              "how many of each shift, the last ones, never accepted their invitations; not with a"
                  + " roster")
          .or("0");
  private static final Setting<StaffMistake> MISTAKE_KINDS =
      Setting.required(
          "mistake-kinds",
          Kinds.choice(StaffMistake.values(), Words::of),
          "which mistakes those are, all unless given: "
              + Arrays.stream(StaffMistake.values())
                  .map(Words::of)
                  .collect(Collectors.joining(", ")));
  private static final Setting<Moment> FROM =
      Setting.required("from", Kinds.MOMENT.like("08:00"), "when the shift begins");
  private static final Setting<Moment> TO =
      Setting.required("to", Kinds.MOMENT.like("12:00"), "when it ends; open work is finished");

  private final Timeline day;
  private final RosterReading rosters = new RosterReading();

  StaffReading(Timeline day) {
    this.day = day;
  }

  private record Habits(String size, String people, String notice, String handling) {
    boolean inHelpChat() {
      return size.equals("agents");
    }
  }

  private record Csm(TeamPlan team, double solves, double corrects) {}

  StaffPlan read(Fields fields) {
    TeamPlan clientTeam =
        fields.section(
            "client-team",
            "the first line, in both chats",
            team ->
                team(
                    team,
                    new Habits(
                        "agents",
                        "4",
                        "lognormal(mean 10s, cv 0.7)",
                        "lognormal(mean 60s, cv 0.5)")));
    Csm csm =
        fields.section(
            "csm",
            "Client Success Managers, who answer in Slack",
            team -> {
              double solves =
                  team.get(
                      Setting.required(
                              "solves",
                              Kinds.SHARE.like("90%"),
                              "share of escalations they answer without Tech Support")
                          .or("90%"));
              double corrects =
                  team.get(
                      Setting.required(
                              "corrects",
                              Kinds.SHARE.like("5%"),
                              "share of answers in Slack that whoever gave them edits later")
                          .or("0%"));
              return new Csm(
                  team(
                      team,
                      new Habits(
                          "people",
                          "2",
                          "lognormal(mean 30s, cv 0.7)",
                          "lognormal(mean 4m, cv 0.6)")),
                  solves,
                  corrects);
            });
    TeamPlan techSupport =
        fields.section(
            "tech-support",
            "whom CSMs call",
            team ->
                team(
                    team,
                    new Habits(
                        "people",
                        "1",
                        "lognormal(mean 1m, cv 0.7)",
                        "lognormal(mean 6m, cv 0.6)")));
    double mistakes =
        fields.get(
            Setting.required(
                    "mistakes", Kinds.SHARE.like("3%"), "share of their actions done wrongly")
                .or("0%"));
    List<StaffMistake> kinds = fields.values(MISTAKE_KINDS);
    return new StaffPlan(
        clientTeam,
        csm.team(),
        techSupport,
        csm.solves(),
        csm.corrects(),
        mistakes,
        kinds.isEmpty() ? List.of(StaffMistake.values()) : kinds);
  }

  private TeamPlan team(Fields fields, Habits habits) {
    Setting<Integer> size =
        Setting.required(
                habits.size(), PEOPLE.like("8"), "how many in each shift; of a roster, its length")
            .or(habits.people());
    Optional<Integer> given = fields.find(size);
    List<Invitee> roster = rosters.read(fields, habits.inHelpChat());
    int people =
        roster.isEmpty() ? given.orElseGet(() -> size.kind().read(habits.people())) : roster.size();
    fields.check(
        given.isEmpty() || given.get() == people,
        size.key(),
        () ->
            "%s is %d, but the roster names %d; leave it out"
                .formatted(size.key(), given.orElseThrow(), people));
    return new TeamPlan(
        people,
        fields.get(
            Setting.required("slots", Kinds.whole(1, 10, "3"), "questions one works on at once")
                .or("3")),
        fields.get(
            Setting.<Spread>required(
                    "notice", Kinds.SPREAD.like("10s"), "until somebody free sees what waits")
                .or(habits.notice())),
        fields.get(
            Setting.<Spread>required(
                    "handling",
                    Kinds.SPREAD.like("lognormal(mean 60s, cv 0.5)"),
                    "working time until they answer, or pass the question on")
                .or(habits.handling())),
        shifts(fields),
        roster,
        noShows(fields, people, roster));
  }

  private static int noShows(Fields fields, int people, List<Invitee> roster) {
    int noShows = fields.get(NO_SHOWS);
    fields.check(
        noShows == 0 || roster.isEmpty(),
        NO_SHOWS.key(),
        () -> "no-shows is for people who are made up; in a roster say who: 'slack: invited', say");
    fields.check(
        noShows <= people,
        NO_SHOWS.key(),
        () -> "no-shows must be %d at most, which is the whole shift".formatted(people));
    return roster.isEmpty() ? Math.min(noShows, people) : 0;
  }

  private List<Shift> shifts(Fields fields) {
    List<Shift> shifts =
        fields
            .findSections(
                "shifts",
                "when they work; by default from half an hour before the doors to an hour after the"
                    + " end",
                this::shift)
            .orElseGet(
                () -> List.of(new Shift(Duration.ofMinutes(-30), day.length().plusHours(1))));
    fields.check(
        !shifts.isEmpty(),
        "shifts",
        () -> "shifts must hold one at least; leave it out for all day");
    return shifts;
  }

  private Shift shift(Fields fields) {
    Shift shift = new Shift(day.at(fields, FROM), day.at(fields, TO));
    fields.check(
        shift.from().compareTo(shift.to()) < 0,
        TO.key(),
        () -> "a shift must end after it begins; correct from or to");
    fields.check(
        shift.from().compareTo(HALF_DAY.negated()) >= 0
            && shift.to().compareTo(day.length().plus(HALF_DAY)) <= 0,
        FROM.key(),
        () -> "a shift must lie within 12 hours of the event");
    return shift;
  }
}
