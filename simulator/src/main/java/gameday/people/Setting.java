package gameday.people;

import gameday.scenario.Scenario;

/** What everybody at work knows. */
record Setting(
    Scenario scenario,
    Habits habits,
    Agenda agenda,
    World world,
    Persistence persistence,
    Mistakes mistakes) {}
