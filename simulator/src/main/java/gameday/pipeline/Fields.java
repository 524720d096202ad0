package gameday.pipeline;

import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills in the template what an agent left out and the pipeline knows. */
final class Fields {
  /** Stands in where the asker has written nothing; no two of those have the same trouble. */
  static final String NO_TEXT = "(the asker has written no text)";

  private Fields() {}

  static EscalationTemplate of(String note, Ticket ticket, Playbook playbook) {
    Optional<EscalationTemplate> read = EscalationMessage.readNote(note);
    if (read.isEmpty()) {
      String words = note.strip().substring(EscalationMessage.NOTE_COMMAND.length()).strip();
      return filled(
          new EscalationTemplate(words, "", List.of(), Optional.empty()), ticket, playbook);
    }
    return filled(read.get(), ticket, playbook);
  }

  static EscalationTemplate ofUntaken(Ticket ticket, Playbook playbook) {
    return filled(new EscalationTemplate("", "", List.of(), Optional.empty()), ticket, playbook);
  }

  private static EscalationTemplate filled(
      EscalationTemplate template, Ticket ticket, Playbook playbook) {
    Caller caller = ticket.caller;
    List<String> emails =
        template.emails().isEmpty() && !caller.email().isBlank()
            ? List.of(caller.email())
            : template.emails();
    return new EscalationTemplate(
        firstThere(template.issue(), ticket.firstText, NO_TEXT),
        firstThere(template.page(), caller.page(), playbook.eventPage()),
        emails,
        template.screenshot().or(() -> inTheThread(ticket)));
  }

  /** The asker's own files, which go into the thread. */
  private static Optional<String> inTheThread(Ticket ticket) {
    return ticket.files().isEmpty()
        ? Optional.empty()
        : Optional.of(
            ticket.files().stream()
                .map(sent -> sent.file().name())
                .collect(Collectors.joining(", ", "in the thread: ", "")));
  }

  private static String firstThere(String... values) {
    return Stream.of(values).filter(value -> !value.isBlank()).findFirst().orElse("");
  }
}
