package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.Shelf;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Everybody who wrote, or was made known by the API. Who has no conversation any more may be
 * forgotten to make room.
 */
final class Contacts {
  private final Seeded seeded;
  private final InstantSource clock;
  private final AtomicInteger last = new AtomicInteger();
  private final Shelf<String, Contact> byId;
  private final Map<String, Contact> byExternalId = new ConcurrentHashMap<>();
  private final Map<String, Contact> firstByEmail = new ConcurrentHashMap<>();

  /**
   * Nobody yet.
   *
   * @param bound how many are kept
   */
  Contacts(Seeded seeded, InstantSource clock, int bound) {
    this.seeded = seeded;
    this.clock = clock;
    this.byId = new Shelf<>(bound, this::forget);
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
    return byId.find(id);
  }

  Optional<Contact> withExternalId(String externalId) {
    return Optional.ofNullable(byExternalId.get(externalId));
  }

  /** The first who came with that e-mail address. */
  Optional<Contact> withEmail(String email) {
    return Optional.ofNullable(firstByEmail.get(email.toLowerCase(Locale.ROOT)));
  }

  /** In the order in which they came. */
  List<Contact> all() {
    return byId.all();
  }

  /** Keeps somebody who has one conversation more; false if they were forgotten. */
  boolean hold(Contact contact) {
    return byId.hold(contact.id());
  }

  /** Ends one {@link #hold}. */
  void release(Contact contact) {
    byId.release(contact.id());
  }

  private void forget(Contact contact) {
    contact.externalId().ifPresent(key -> byExternalId.remove(key, contact));
    firstByEmail.remove(contact.email().toLowerCase(Locale.ROOT), contact);
  }

  /**
   * Whoever has the profile's external id, or somebody new; empty if there is no room. An e-mail
   * address that is known already doesn't make two visitors one.
   */
  synchronized Optional<Contact> enter(Profile profile) {
    String key = profile.externalId().orElseThrow();
    Contact known = byExternalId.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Contact> contact = remember(profile);
    contact.ifPresent(it -> byExternalId.put(key, it));
    return contact;
  }

  /** Somebody new; empty if there is no room. */
  Optional<Contact> add(Profile profile) {
    if (profile.externalId().isPresent()) {
      return enter(profile);
    }
    return remember(profile);
  }

  private Optional<Contact> remember(Profile profile) {
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
    if (byId.enter(contact.id(), () -> contact).isEmpty()) {
      return Optional.empty();
    }
    byId.release(contact.id());
    if (!contact.email().isBlank()) {
      firstByEmail.putIfAbsent(contact.email().toLowerCase(Locale.ROOT), contact);
    }
    return Optional.of(contact);
  }
}
