package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Seeded;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Everybody who wrote, or was made known by the API. */
final class Contacts {
  /** More than this are refused. */
  private static final int MAX = 200_000;

  private final Seeded seeded;
  private final InstantSource clock;
  private final AtomicInteger last = new AtomicInteger();
  private final Map<String, Contact> byId = new ConcurrentHashMap<>();
  private final Map<String, Contact> byExternalId = new ConcurrentHashMap<>();
  private final Map<String, Contact> firstByEmail = new ConcurrentHashMap<>();

  Contacts(Seeded seeded, InstantSource clock) {
    this.seeded = seeded;
    this.clock = clock;
  }

  /** What is known of somebody new. */
  record Profile(
      Optional<String> externalId,
      String role,
      String name,
      String email,
      ObjectNode customAttributes) {
    /** A visitor, known to the website by {@code key}. */
    static Profile ofVisitor(String key, String name, String email) {
      return new Profile(Optional.of(key), "user", name, email, RequestJson.object());
    }
  }

  Optional<Contact> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Contact> withExternalId(String externalId) {
    return Optional.ofNullable(byExternalId.get(externalId));
  }

  /** The first who came with that e-mail address. */
  Optional<Contact> withEmail(String email) {
    return Optional.ofNullable(firstByEmail.get(email.toLowerCase(Locale.ROOT)));
  }

  Collection<Contact> all() {
    return byId.values();
  }

  /**
   * Whoever has the profile's external id, or somebody new; empty if there are too many. An e-mail
   * address that is known already doesn't make two visitors one.
   */
  Optional<Contact> enter(Profile profile) {
    String key = profile.externalId().orElseThrow();
    Contact known = byExternalId.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    if (byId.size() >= MAX) {
      return Optional.empty();
    }
    return Optional.of(byExternalId.computeIfAbsent(key, it -> remember(profile)));
  }

  /** Somebody new; empty if there are too many. */
  Optional<Contact> add(Profile profile) {
    if (profile.externalId().isPresent()) {
      return enter(profile);
    }
    return byId.size() >= MAX ? Optional.empty() : Optional.of(remember(profile));
  }

  private Contact remember(Profile profile) {
    int number = last.incrementAndGet();
    Contact contact =
        new Contact(
            number,
            seeded.hex("intercom/contact/" + number, 24),
            profile.externalId(),
            profile.role(),
            profile.name(),
            profile.email(),
            profile.customAttributes(),
            clock.instant());
    byId.put(contact.id(), contact);
    if (!contact.email().isBlank()) {
      firstByEmail.putIfAbsent(contact.email().toLowerCase(Locale.ROOT), contact);
    }
    return contact;
  }
}
