package gameday.pipeline.settings;

import gameday.contract.PipelineEnvironment;
import gameday.contract.PipelineVariable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the variables say, one by one, and all that is wrong with it; a secret is never repeated.
 */
final class Sayings {
  private final PipelineEnvironment environment;
  private final List<String> faults;

  Sayings(PipelineEnvironment environment) {
    this.environment = environment;
    this.faults = new ArrayList<>(environment.faults());
  }

  /** All faults so far, each once. */
  List<String> faults() {
    return faults.stream().distinct().toList();
  }

  void fault(String fault) {
    faults.add(fault);
  }

  /** Whether a variable is set; also if that is a file that can't be read. */
  boolean isSet(PipelineVariable variable) {
    return environment.value(variable).isPresent();
  }

  /** A variable's value or its default; blank if it has neither. */
  String value(PipelineVariable variable) {
    return environment.value(variable).or(variable::standard).orElse("").strip();
  }

  /** What must be there. */
  String text(PipelineVariable variable) {
    String value = value(variable);
    // Set and blank is a secret whose file is reported already.
    if (value.isEmpty() && environment.value(variable).isEmpty()) {
      String orFile = variable.fileVariable().map(file -> " or " + file).orElse("");
      faults.add(variable + " is missing: " + variable.meaning() + "; set it" + orFile);
    }
    return value;
  }

  /** A fault, if {@code variable} is not what it must be. */
  void fault(PipelineVariable variable, String must, String remedy) {
    String where =
        Optional.ofNullable(environment.told().get(variable))
            .map(PipelineEnvironment.Told::where)
            .filter(it -> !it.isEmpty())
            .map(it -> " (" + it + ")")
            .orElse("");
    String found = variable.isSecret() ? "" : ", was '" + masked(value(variable)) + "'";
    faults.add(variable + where + " must " + must + found + "; " + remedy);
  }

  /** Without the password that an address may hold, or a token that got into the wrong place. */
  private static String masked(String value) {
    return value.replaceFirst("//[^/@]*@", "//***@").replaceAll("\\b(xox|xapp).*", "$1***");
  }

  String token(PipelineVariable variable) {
    String value = text(variable);
    if (!value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      fault(variable, "be printable ASCII without blanks", "copy the token again");
    }
    return value;
  }

  String signature(PipelineVariable variable) {
    String value = text(variable);
    if (value.chars().anyMatch(Character::isISOControl)) {
      fault(variable, "be one line of text", "copy the secret again");
    }
    return value;
  }

  String url(PipelineVariable variable) {
    String value = text(variable);
    Optional<URI> uri = uri(value);
    if (uri.isPresent()) {
      judge(variable, uri.get());
    } else if (!value.isEmpty()) {
      fault(variable, "be an http or https URL", "write e.g. https://chat.example.org");
    }
    return value.replaceAll("/+$", "");
  }

  private static Optional<URI> uri(String value) {
    try {
      return Optional.of(URI.create(value))
          .filter(it -> it.getHost() != null)
          .filter(it -> List.of("http", "https").contains(it.getScheme()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void judge(PipelineVariable variable, URI uri) {
    if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
      fault(variable, "have no user, query or fragment", "leave them out");
    }
    boolean plain = uri.getScheme().equals("http") && !isLoopback(uri.getHost());
    if (plain
        && !choice(PipelineVariable.GAMEDAY_ALLOW_PLAIN_HTTP, List.of("true", "false"))
            .equals("true")) {
      fault(
          variable,
          "be https, for a token goes there",
          "or set GAMEDAY_ALLOW_PLAIN_HTTP=true where nobody listens in");
    }
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  String choice(PipelineVariable variable, List<String> words) {
    String value = value(variable);
    if (!words.contains(value)) {
      String must = "be " + String.join(" or ", words);
      fault(variable, must, "write e.g. " + variable + "=" + words.getFirst());
    }
    return value;
  }
}
