package gameday.checker;

import gameday.evidence.Evidence;
import gameday.process.Chat;
import gameday.process.PipelinePart;
import gameday.scenario.EventPattern;
import gameday.scenario.RuleForm;
import gameday.scenario.RulePlan;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A rule of a scenario's own, judged like those of the process. */
final class OwnRule implements Rule {
  private static final String NONE = "";

  private final RulePlan plan;

  OwnRule(RulePlan plan) {
    this.plan = plan;
  }

  RulePlan plan() {
    return plan;
  }

  /** Whether its one case is the run as a whole. */
  boolean isOfRun() {
    return plan.per() == RulePlan.Per.RUN;
  }

  @Override
  public String id() {
    return plan.id();
  }

  @Override
  public String sentence() {
    return plan.says().orElseGet(() -> demand(plan.form()));
  }

  private static String demand(RuleForm form) {
    return switch (form) {
      case RuleForm.ExactlyOne it -> "There is exactly one '%s'.".formatted(it.what().words());
      case RuleForm.Response it ->
          "Whenever there is '%s', '%s' follows%s."
              .formatted(
                  it.to().words(),
                  it.with().words(),
                  it.within().map(limit -> " within " + seconds(limit)).orElse(NONE));
      case RuleForm.Precedence it ->
          "There is no '%s' unless there has been '%s'."
              .formatted(it.then().words(), it.first().words());
      case RuleForm.NotBefore it ->
          "There is no '%s' before '%s'.".formatted(it.what().words(), it.until().words());
      case RuleForm.Within it ->
          "From '%s' to '%s' it takes %s at most."
              .formatted(it.from().words(), it.to().words(), seconds(it.limit()));
      case RuleForm.Never it -> "There is no '%s'.".formatted(it.what().words());
    };
  }

  static String seconds(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0
        ? "%d s".formatted(millis / 1000)
        : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }

  @Override
  public String safety() {
    return switch (plan.form()) {
      case RuleForm.ExactlyOne it -> "A second '%s' in one case.".formatted(it.what().words());
      case RuleForm.Precedence it -> "A '%s' too early.".formatted(it.then().words());
      case RuleForm.NotBefore it -> "A '%s' too early.".formatted(it.what().words());
      case RuleForm.Never it -> "A '%s'.".formatted(it.what().words());
      case RuleForm.Response it -> NONE;
      case RuleForm.Within it -> NONE;
    };
  }

  @Override
  public String liveness() {
    return switch (plan.form()) {
      case RuleForm.ExactlyOne it -> "A case without '%s'.".formatted(it.what().words());
      case RuleForm.Response it -> "A '%s' too late or missing.".formatted(it.with().words());
      case RuleForm.Within it -> "A '%s' too late.".formatted(it.to().words());
      case RuleForm.Precedence it -> NONE;
      case RuleForm.NotBefore it -> NONE;
      case RuleForm.Never it -> NONE;
    };
  }

  @Override
  public String needs() {
    String what =
        switch (plan.form()) {
          case RuleForm.ExactlyOne it -> "a " + word(plan.per());
          case RuleForm.Response it -> "a '" + it.to().words() + "'";
          case RuleForm.Precedence it -> "a '" + it.then().words() + "'";
          case RuleForm.NotBefore it -> "a '" + it.until().words() + "'";
          case RuleForm.Within it ->
              "a '%s' after '%s'".formatted(it.to().words(), it.from().words());
          case RuleForm.Never it -> "a '" + it.what().event().word() + "' of any sort";
        };
    return what + plan.which().when().map(OwnRule::inCases).orElse(NONE);
  }

  private static String inCases(EventPattern when) {
    return ", where there is '" + when.words() + "'";
  }

  private static String word(RulePlan.Per per) {
    return per.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String example() {
    String ones = "In one " + word(plan.per()) + ", ";
    return ones
        + switch (plan.form()) {
          case RuleForm.ExactlyOne it -> "there are two '" + it.what().words() + "', or none.";
          case RuleForm.Response it ->
              "'%s' is never followed by '%s'.".formatted(it.to().words(), it.with().words());
          case RuleForm.Precedence it ->
              "'%s' comes without '%s' before it.".formatted(it.then().words(), it.first().words());
          case RuleForm.NotBefore it ->
              "'%s' comes, and then '%s'.".formatted(it.what().words(), it.until().words());
          case RuleForm.Within it ->
              "'%s' comes later than %s after '%s'."
                  .formatted(it.to().words(), seconds(it.limit()), it.from().words());
          case RuleForm.Never it -> "there is '" + it.what().words() + "'.";
        };
  }

  @Override
  public String blame() {
    return plan.whose().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int minimumCases() {
    return plan.minimum();
  }

  /** Whoever writes a rule wants to see it judged, unless a day may bring no case. */
  @Override
  public boolean isExercised(Evidence evidence) {
    return plan.minimum() > 0;
  }

  @Override
  public Optional<PipelinePart> part() {
    return plan.which().chat().filter(Chat.MOD::equals).map(chat -> PipelinePart.MOD_CHAT);
  }

  @Override
  public Findings judge(Evidence evidence) {
    Findings findings = new Findings(plan.id());
    OwnJudging judging = new OwnJudging(evidence, plan, findings);
    OwnCase.of(evidence, plan).forEach(judging::judge);
    return findings;
  }
}
