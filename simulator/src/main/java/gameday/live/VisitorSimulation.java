package gameday.live;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import gameday.mocks.chat.VisitorApi.VisitorCall;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What Gatling plays: an open model, one virtual user a question.
 *
 * <p>Users are injected in buckets of a second, a second early, and each opens its chat and waits
 * for its own moment: one injection step a user would be late by tens of milliseconds. One more
 * user, the bell, begins the clock and ends the run when it is interrupted.
 *
 * <p>Gatling makes it by its no-argument constructor; what to play is handed over by {@link
 * GatlingRun}.
 */
public final class VisitorSimulation extends Simulation {
  private final VisitorPlan plan;

  /** Takes the plan of the run that is being started. */
  public VisitorSimulation() {
    plan = GatlingRun.handedOver();
    List<PopulationBuilder> populations = new ArrayList<>();
    populations.add(scenario("bell").exec(bell()).injectOpen(atOnceUsers(1)));
    if (plan.size() > 0) {
      populations.add(scenario("visitors").exec(visitor()).injectOpen(injection()));
    }
    setUp(populations).protocols(protocol());
  }

  private HttpProtocolBuilder protocol() {
    return http.baseUrl(plan.baseUrl())
        .shareConnections()
        .disableWarmUp()
        .disableFollowRedirect()
        .disableAutoReferer()
        .disableCaching()
        .contentTypeHeader("application/json")
        .acceptHeader("application/json");
  }

  private ChainBuilder bell() {
    return exec(this::begin)
        .exec(new Park(session -> new Park.Wait(plan.end(), OptionalLong.empty())))
        .exec(stopLoadGeneratorIf(session -> "stopped", session -> plan.isStopped()));
  }

  private ChainBuilder visitor() {
    return exec(this::begin)
        .exec(session -> session.set("visitor", plan.nextToCome()))
        .exec(asLongAs(session -> !visitor(session).isGone()).on(turn()));
  }

  private ChainBuilder turn() {
    return doIfOrElse(session -> visitor(session).sends())
        .then(
            exec(request()),
            exec(
                session -> {
                  String body = session.contains("body") ? session.getString("body") : "";
                  int status = session.contains("status") ? session.getInt("status") : 0;
                  visitor(session).ended(status, body);
                  return session.removeAll("status", "body").markAsSucceeded();
                }))
        .orElse(
            exec(new Park(session -> visitor(session).waiting())),
            exec(
                session -> {
                  visitor(session).decide();
                  return session;
                }));
  }

  private HttpRequestActionBuilder request() {
    return http(session -> visitor(session).sending().name())
        .httpRequest(session -> call(session).method(), session -> call(session).path())
        .body(StringBody(session -> call(session).body()))
        .sign(
            (request, session) -> {
              call(session).headers().forEach(request.getHeaders()::set);
              return request;
            })
        .check(status().saveAs("status"), bodyString().saveAs("body"));
  }

  private static VisitorCall call(Session session) {
    return visitor(session).sending().call();
  }

  private static Visitor visitor(Session session) {
    return session.get("visitor");
  }

  private Session begin(Session session) {
    plan.begin(System.nanoTime() + VisitorPlan.EARLY.toNanos());
    return session;
  }

  private OpenInjectionStep[] injection() {
    List<OpenInjectionStep> steps = new ArrayList<>();
    long second = 0;
    for (VisitorPlan.Bucket bucket : plan.buckets()) {
      if (bucket.second() > second) {
        steps.add(nothingFor(Duration.ofSeconds(bucket.second() - second)));
        second = bucket.second();
      }
      steps.add(atOnceUsers(bucket.users()));
    }
    return steps.toArray(OpenInjectionStep[]::new);
  }
}
