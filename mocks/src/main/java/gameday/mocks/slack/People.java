package gameday.mocks.slack;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everybody in the workspace, and the groups they are in. Guarded by the workspace's lock. */
final class People {
  private static final int MOST_GROUPS = 1_000;

  private final int most;
  private final Map<String, Person> byId = new LinkedHashMap<>();
  private final Map<String, String> idByEmail = new LinkedHashMap<>();
  private final Map<String, UserGroup> groups = new LinkedHashMap<>();
  private final Map<String, UserGroup> groupsByHandle = new LinkedHashMap<>();

  People(int most) {
    this.most = most;
  }

  /**
   * @throws IllegalArgumentException if somebody has the address
   * @throws IllegalStateException if there are too many
   */
  void add(Person person) {
    if (byId.size() >= most) {
      throw new IllegalStateException("the workspace is full: it has " + most + " people");
    }
    if (!person.bot() && idByEmail.putIfAbsent(key(person.email()), person.id()) != null) {
      throw new IllegalArgumentException("somebody already has the address " + person.email());
    }
    byId.put(person.id(), person);
  }

  /** A person has changed. */
  void put(Person person) {
    byId.put(person.id(), person);
  }

  Optional<Person> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Person> findByEmail(String email) {
    return Optional.ofNullable(idByEmail.get(key(email))).flatMap(this::find);
  }

  private static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  List<Person> all() {
    return List.copyOf(byId.values());
  }

  /**
   * @throws IllegalStateException if there are too many
   */
  void add(UserGroup group) {
    if (groups.size() >= MOST_GROUPS && !groups.containsKey(group.id())) {
      throw new IllegalStateException("the workspace has " + MOST_GROUPS + " user groups already");
    }
    groups.put(group.id(), group);
    groupsByHandle.put(group.handle(), group);
  }

  Collection<UserGroup> groups() {
    return Collections.unmodifiableCollection(groups.values());
  }

  Optional<UserGroup> group(String id) {
    return Optional.ofNullable(groups.get(id));
  }

  Optional<UserGroup> groupByHandle(String handle) {
    return Optional.ofNullable(groupsByHandle.get(handle));
  }
}
