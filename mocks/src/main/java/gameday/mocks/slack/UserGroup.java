package gameday.mocks.slack;

import java.util.List;

/** A user group, mentioned by {@code <!subteam^id>}. */
record UserGroup(String id, String handle, List<String> members, long createdSeconds) {
  UserGroup {
    members = List.copyOf(members);
  }
}
