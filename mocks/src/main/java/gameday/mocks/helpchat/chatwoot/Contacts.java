package gameday.mocks.helpchat.chatwoot;

import gameday.mocks.chat.Shelf;
import gameday.mocks.helpchat.chatwoot.Person.Contact;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everybody who visits, and their visits. A visit with a conversation is held on its shelf, and so
 * is a contact with a visit; what nobody holds may be forgotten. Safe for use by many threads.
 */
final class Contacts {
  private final Shelf<Integer, Contact> contacts;
  private final Shelf<String, Visit> visits;
  private final Events events;
  private final InstantSource clock;
  private final Map<String, Contact> byEmail = new ConcurrentHashMap<>();
  private int lastContact;
  private int lastVisit;

  /**
   * Nobody yet. There is always room for somebody new: {@code conversations} hold as many visits at
   * most, of twice as many kept, and those as many contacts at most, of half as many again.
   */
  Contacts(int conversations, Events events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
    int bound = Math.multiplyExact(conversations, 2);
    contacts =
        new Shelf<>(bound + conversations, gone -> byEmail.remove(gone.details().email(), gone));
    visits = new Shelf<>(bound, gone -> contacts.release(gone.contact().id()));
  }

  Optional<Contact> contact(String id) {
    // Ids come from URLs; only what we would print ourselves is one.
    return id.matches("[1-9][0-9]{0,8}") ? contacts.find(Integer.parseInt(id)) : Optional.empty();
  }

  /** In the order in which they came. */
  List<Contact> all() {
    return contacts.all();
  }

  Optional<Visit> visit(String sourceId) {
    return visits.find(sourceId);
  }

  /** In the order in which they came. */
  List<Visit> visitsOf(Contact contact) {
    return visits.all().stream().filter(it -> it.contact() == contact).toList();
  }

  /** Whether somebody other than {@code contact} has that e-mail. */
  boolean isTaken(String email, Optional<Contact> contact) {
    Contact owner = byEmail.get(email);
    return owner != null && owner != contact.orElse(null);
  }

  /**
   * The visit of that source id; a new one if there is none, by the contact of that e-mail if one
   * is known. Empty if there is no room.
   */
  synchronized Optional<Visit> enter(String sourceId, ContactDetails details) {
    return visits
        .find(sourceId)
        .or(() -> contact(details).flatMap(contact -> newVisit(sourceId, contact)));
  }

  /** A new contact without a visit; empty if there is no room. */
  synchronized Optional<Contact> add(ContactDetails details) {
    Optional<Contact> contact = newContact(details);
    contact.ifPresent(it -> contacts.release(it.id()));
    return contact;
  }

  /** From now on that is known of {@code contact}; false if somebody else has the e-mail. */
  synchronized boolean update(Contact contact, ContactDetails next) {
    if (isTaken(next.email(), Optional.of(contact))) {
      return false;
    }
    ContactDetails before = contact.details();
    contact.details(next);
    if (contacts.find(contact.id()).isPresent()) {
      byEmail.remove(before.email(), contact);
      index(contact);
    }
    if (!next.equals(before)) {
      events.contactUpdated(contact, next.changesSince(before));
    }
    return true;
  }

  /** A conversation is about to begin on {@code visit}; false if it was forgotten. */
  boolean hold(Visit visit) {
    return visits.hold(visit.sourceId());
  }

  /** One of its conversations is forgotten. */
  void release(Visit visit) {
    visits.release(visit.sourceId());
  }

  /** The contact of that e-mail, or a new one; held. */
  private Optional<Contact> contact(ContactDetails details) {
    return Optional.ofNullable(byEmail.get(details.email()))
        .filter(known -> contacts.hold(known.id()))
        .or(() -> newContact(details));
  }

  private Optional<Contact> newContact(ContactDetails details) {
    int id = lastContact + 1;
    long now = clock.instant().getEpochSecond();
    Optional<Contact> contact = contacts.enter(id, () -> new Contact(id, now, details));
    contact.ifPresent(
        it -> {
          lastContact = id;
          index(it);
          events.contactCreated(it);
        });
    return contact;
  }

  private Optional<Visit> newVisit(String sourceId, Contact contact) {
    int id = lastVisit + 1;
    Instant now = clock.instant();
    Optional<Visit> visit = visits.enter(sourceId, () -> new Visit(id, sourceId, contact, now));
    if (visit.isEmpty()) {
      contacts.release(contact.id());
      return visit;
    }
    lastVisit = id;
    visits.release(sourceId);
    return visit;
  }

  private void index(Contact contact) {
    if (!contact.details().email().isEmpty()) {
      byEmail.put(contact.details().email(), contact);
    }
  }
}
