package gameday.scenario.yaml;

import gameday.process.Audience;
import gameday.process.Chat;
import gameday.scenario.EventPattern;
import gameday.scenario.RuleForm;
import gameday.scenario.RulePlan;
import java.util.LinkedHashMap;
import java.util.Map;

/** A rule of a scenario's own, written so that it reads back. */
final class RuleYaml {
  private RuleYaml() {}

  static Map<String, Object> rule(RulePlan rule) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", rule.id());
    rule.says().ifPresent(says -> out.put("says", says));
    out.put(rule.form().word(), form(rule.form()));
    out.put("per", Words.of(rule.per()));
    RulePlan.Which which = rule.which();
    which.chat().map(Chat::word).ifPresent(chat -> out.put("in", chat));
    which.audience().map(Audience::word).ifPresent(audience -> out.put("audience", audience));
    which.session().ifPresent(session -> out.put("session", session));
    which.topic().ifPresent(topic -> out.put("topic", topic));
    which.when().map(EventPattern::words).ifPresent(when -> out.put("when", when));
    out.put("blame", Words.of(rule.whose()));
    out.put("minimum", rule.minimum());
    return out;
  }

  private static Object form(RuleForm form) {
    return switch (form) {
      case RuleForm.ExactlyOne it -> it.what().words();
      case RuleForm.Response it -> {
        Map<String, Object> out = pair("to", it.to(), "with", it.with());
        it.within().ifPresent(within -> out.put("within", Durations.write(within)));
        yield out;
      }
      case RuleForm.Precedence it -> pair("first", it.first(), "then", it.then());
      case RuleForm.NotBefore it -> pair("what", it.what(), "until", it.until());
      case RuleForm.Within it -> {
        Map<String, Object> out = pair("from", it.from(), "to", it.to());
        out.put("limit", Durations.write(it.limit()));
        yield out;
      }
      case RuleForm.Never it -> it.what().words();
    };
  }

  private static Map<String, Object> pair(
      String key, EventPattern pattern, String otherKey, EventPattern other) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(key, pattern.words());
    out.put(otherKey, other.words());
    return out;
  }
}
