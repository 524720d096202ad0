package gameday.process;

import java.util.List;
import java.util.Optional;

/**
 * The fields of the escalation message, as plain text (not escaped).
 *
 * @param issue what is wrong, as specific as possible
 * @param page the affected page's or session's URL
 * @param emails the affected users' e-mail addresses
 * @param screenshot a link or a file name; the only optional field
 */
public record EscalationTemplate(
    String issue, String page, List<String> emails, Optional<String> screenshot) {
  public EscalationTemplate {
    emails = List.copyOf(emails);
  }
}
