package gameday.saboteur;

import static gameday.saboteur.Saboteur.pipeline;

import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.process.SlackText;
import java.util.List;
import java.util.function.UnaryOperator;

/** Saboteurs that get the words wrong. */
final class Words {
  private static final double OFTEN = 0.4;
  private static final String USERS = "*Affected users:*";

  private Words() {}

  static List<Saboteur> all() {
    return List.of(
        escalating(
            "unescaped-text",
            "What users type goes into Slack as it is: '<!channel>' would wake everybody.",
            SlackText::unescape),
        escalating(
            "escapes-twice",
            "What users type is escaped twice, so that people read '&amp;' for '&'.",
            Words::escapedTwice),
        escalating(
            "literal-at-here",
            "It writes the letters @here, which wake nobody.",
            text -> text.replace("<!here>", "@here")),
        escalating(
            "wakes-the-whole-channel",
            "It calls @channel, who sleeps or is off included, instead of @here.",
            text -> text.replace("<!here>", "<!channel>")),
        escalating(
            "leaves-out-the-page",
            "Its escalations don't say which page or session is affected.",
            text -> without(text, "*Page or session URL:*")),
        escalating(
            "leaves-out-the-issue",
            "Its escalations don't say what the issue is.",
            text ->
                text.replaceFirst("(?m)^\\*Issue:\\*[^\\n]*(\\n {4}[^\\n]*)*\\n", "*Issue:*\n")),
        pipeline(
            "leaves-out-the-users",
            "Its escalations don't say whom the trouble hits.",
            "template-complete",
            here -> new RewordsNoted(here, text -> without(text, USERS))),
        pipeline(
            "names-somebody-else",
            "Its escalations name somebody else's e-mail address.",
            "template-complete",
            here ->
                new RewordsNoted(
                    here,
                    text ->
                        text.replaceFirst(
                            "(?m)^\\*Affected users:\\*.*$",
                            USERS + " somebody.else@example.org"))),
        pipeline(
            "calls-tech-support-itself",
            "It calls Tech Support along with the CSMs, instead of leaving that to them.",
            "tech-support-through-csm",
            here ->
                saying(
                    here,
                    Matter.ESCALATION,
                    text -> text.replaceFirst("\\n", " <!subteam^S0TECHTEAM>\n"))),
        pipeline(
            "truncates-answers",
            "Long answers come back without their end.",
            "answer-returned",
            here ->
                saying(
                    here, Matter.ANSWER, text -> text.substring(0, text.length() * 3 / 4).strip())),
        pipeline(
            "changes-answers",
            "It improves on the wording of answers.",
            "answer-returned",
            here -> saying(here, Matter.ANSWER, Words::improved)));
  }

  private static Saboteur escalating(String id, String sentence, UnaryOperator<String> change) {
    return pipeline(
        id, sentence, "template-complete", here -> saying(here, Matter.ESCALATION, change));
  }

  private static Conduct saying(Circumstances here, Matter matter, UnaryOperator<String> change) {
    return Plant.doing(
        effect ->
            List.of(
                matter.isOf(effect) && here.strikes(effect.key(), OFTEN)
                    ? Rewritten.saying(effect, change)
                    : effect));
  }

  /** The greeting is ours, and has a real mention. */
  private static String escapedTwice(String text) {
    int body = text.indexOf('\n');
    return text.substring(0, body) + text.substring(body).replace("&", "&amp;");
  }

  private static String without(String text, String field) {
    return text.lines()
        .filter(line -> !line.startsWith(field))
        .reduce((one, next) -> one + "\n" + next)
        .orElse("");
  }

  /** The last word but one is left out, as editors do. */
  private static String improved(String text) {
    return text.replaceFirst("(?s)\\s+\\S+(\\s+\\S+)$", "$1");
  }

  /** Only what an agent has asked for: who names nobody is known by the agent's words then. */
  private static final class RewordsNoted implements Conduct {
    private final Circumstances here;
    private final UnaryOperator<String> change;
    private final Acquaintances heard = new Acquaintances();

    RewordsNoted(Circumstances here, UnaryOperator<String> change) {
      this.here = here;
      this.change = change;
    }

    @Override
    public List<Input> hears(Input input) {
      heard.hear(input);
      return List.of(input);
    }

    @Override
    public List<Effect> does(Effect effect) {
      boolean strikes =
          effect instanceof Effect.PostToSlack post
              && heard.isNoted(post.issue())
              && here.strikes(effect.key(), OFTEN);
      return List.of(strikes ? Rewritten.saying(effect, change) : effect);
    }
  }
}
