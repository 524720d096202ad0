package gameday.mocks.console;

import gameday.mocks.faults.Faults;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.modchat.ModChat;
import gameday.mocks.slack.SlackWorkspace;

/** Everything a person may look at and act in. */
public record Backstage(SlackWorkspace slack, HelpChat helpChat, ModChat modChat, Faults faults) {}
