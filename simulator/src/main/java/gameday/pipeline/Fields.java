package gameday.pipeline;

import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills in the template what an agent left out and the pipeline knows. */
final class Fields {
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
        firstThere(template.issue(), ticket.firstText, "(the asker has written no text)"),
        firstThere(template.page(), caller.page(), playbook.eventPage()),
        emails,
        template.screenshot());
  }

  private static String firstThere(String... values) {
    return Stream.of(values).filter(value -> !value.isBlank()).findFirst().orElse("");
  }
}
