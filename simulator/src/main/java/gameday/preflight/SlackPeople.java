package gameday.preflight;

import com.slack.api.methods.response.users.UsersListResponse;
import com.slack.api.methods.response.users.UsersLookupByEmailResponse;
import com.slack.api.model.User;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds people by their addresses: one by one if they are few, else in the list of all. */
final class SlackPeople {
  /** Looking up is limited to some 50 a minute; beyond that, pages of a thousand are sooner. */
  private static final int FEW = 40;

  private static final String NOBODY = "users_not_found";
  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 100;

  private final SlackLine slack;
  private final Map<String, User> listed = new HashMap<>();
  private boolean inList;
  private Answer<User> trouble = new Answer.Refused<>(NOBODY);

  SlackPeople(SlackLine slack) {
    this.slack = slack;
  }

  /** Prepares for finding these. */
  void expect(List<String> emails) throws InterruptedException {
    inList = emails.size() > FEW;
    String cursor = "";
    for (int page = 0; inList && page < MOST_PAGES; page++) {
      String from = cursor;
      Answer<UsersListResponse> answer =
          slack.ask(
              client -> client.usersList(r -> r.limit(PAGE).cursor(from.isEmpty() ? null : from)));
      switch (answer) {
        case Answer.Good<UsersListResponse> good -> {
          good.value().getMembers().forEach(this::remember);
          var more = good.value().getResponseMetadata();
          cursor = more == null || more.getNextCursor() == null ? "" : more.getNextCursor();
        }
        case Answer.Refused<UsersListResponse> no -> {
          trouble = new Answer.Silent<>("users.list: " + no.word());
          return;
        }
        case Answer.Silent<UsersListResponse> silent -> {
          trouble = new Answer.Silent<>(silent.why());
          return;
        }
      }
      if (cursor.isEmpty()) {
        if (listed.isEmpty()) {
          trouble = new Answer.Silent<>("users.list shows no addresses; needs users:read.email");
        }
        return;
      }
    }
    if (inList) {
      trouble = new Answer.Silent<>("the workspace has more people than can be looked through");
    }
  }

  private void remember(User user) {
    if (user.getProfile() != null && user.getProfile().getEmail() != null) {
      String email = user.getProfile().getEmail().toLowerCase(Locale.ROOT);
      // Who left and came back has an account of each; the living one counts.
      listed.merge(email, user, (one, other) -> one.isDeleted() ? other : one);
    }
  }

  /** The user of an address; refused with Slack's word if there is none. */
  Answer<User> find(String email) throws InterruptedException {
    if (inList) {
      User user = listed.get(email);
      return user == null ? trouble : new Answer.Good<>(user);
    }
    Answer<UsersLookupByEmailResponse> answer =
        slack.ask(client -> client.usersLookupByEmail(r -> r.email(email)));
    return switch (answer) {
      case Answer.Good<UsersLookupByEmailResponse> good ->
          new Answer.Good<>(good.value().getUser());
      case Answer.Refused<UsersLookupByEmailResponse> no ->
          no.word().equals(NOBODY)
              ? new Answer.Refused<>(NOBODY)
              : new Answer.Silent<>("users.lookupByEmail: " + no.word());
      case Answer.Silent<UsersLookupByEmailResponse> silent -> new Answer.Silent<>(silent.why());
    };
  }
}
