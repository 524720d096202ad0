package gameday.mocks.slack.app;

import gameday.mocks.slack.WorkspaceAccess;

/** What Slack keeps of an app's dealings with people. */
record AppState(
    WorkspaceAccess access,
    Triggers triggers,
    ResponseUrls urls,
    Views views,
    ViewShapes shapes,
    Timing timing) {}
