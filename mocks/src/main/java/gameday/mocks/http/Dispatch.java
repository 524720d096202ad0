package gameday.mocks.http;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import gameday.mocks.faults.Faults;
import gameday.mocks.faults.Mishap;
import java.util.List;
import java.util.Optional;

/** Hands each request to the service with its prefix, and plays faults on the pipeline's calls. */
final class Dispatch implements ResponseDefinitionTransformerV2 {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final List<Service> services;
  private final Faults faults;
  private final CallListener listener;

  Dispatch(List<Service> services, Faults faults, CallListener listener) {
    this.services = List.copyOf(services);
    this.faults = faults;
    this.listener = listener;
  }

  @Override
  public String getName() {
    return "dispatch";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    var request = event.getRequest();
    var service = serviceFor(Calls.path(request));
    if (service.isEmpty()) {
      return rendered(Answer.json(404, "{\"error\":\"not_found\"}", "not_found")).build();
    }
    return play(service.get(), request);
  }

  /** The largest body of a call to that path, in bytes. */
  int bodyLimit(String path) {
    return serviceFor(path)
        .map(service -> service.bodyLimit(path.substring(service.prefix().length())))
        .orElse(0);
  }

  private Optional<Service> serviceFor(String path) {
    return services.stream()
        .filter(service -> path.startsWith(service.prefix()))
        .filter(
            service ->
                path.length() == service.prefix().length()
                    || path.charAt(service.prefix().length()) == '/')
        .findFirst();
  }

  private ResponseDefinition play(Service service, Request request) {
    var call = Calls.of(request, service.prefix());
    try {
      if (!service.fromPipeline(call)) {
        return rendered(answer(service, call)).build();
      }
      return playOnPipeline(service, call);
    } catch (RuntimeException bug) {
      listener.broke(service.name(), call.method() + " " + call.path(), bug);
      return rendered(Answer.json(500, "{\"error\":\"mock_broke\"}", "mock_broke")).build();
    }
  }

  private ResponseDefinition playOnPipeline(Service service, Call call) {
    var mishap = faults.onCall(service.name());
    var label = service.label(call);
    if (mishap.refusal().isPresent()) {
      var refusal = mishap.refusal().get();
      listener.called(service.name(), label, refusal.status(), refusal.word());
      return delayed(rendered(refused(refusal)), mishap.delayNanos()).build();
    }
    var answer = answer(service, call);
    var outcome = mishap.answerLost() ? "lost-answer" : answer.outcome();
    listener.called(service.name(), label, answer.status(), outcome);
    var response =
        mishap.answerLost()
            ? new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER)
            : rendered(answer);
    return delayed(response, mishap.delayNanos()).build();
  }

  private static Answer answer(Service service, Call call) {
    return call.body().length > service.bodyLimit(call.path())
        ? Answer.json(413, "{\"error\":\"body_too_large\"}", "body_too_large")
        : service.answer(call);
  }

  private static Answer refused(Mishap.Refusal refusal) {
    var word = refusal.status() == 429 ? "ratelimited" : "service_unavailable";
    var answer =
        Answer.json(refusal.status(), "{\"ok\":false,\"error\":\"" + word + "\"}", refusal.word());
    return refusal.status() == 429 ? answer.with("Retry-After", "1") : answer;
  }

  private static ResponseDefinitionBuilder rendered(Answer answer) {
    var response = new ResponseDefinitionBuilder().withStatus(answer.status());
    answer.headers().forEach(response::withHeader);
    return response.withBody(answer.body());
  }

  private static ResponseDefinitionBuilder delayed(
      ResponseDefinitionBuilder response, long delayNanos) {
    var millis = (delayNanos + NANOS_PER_MILLI / 2) / NANOS_PER_MILLI;
    return millis == 0
        ? response
        : response.withFixedDelay((int) Math.min(millis, Integer.MAX_VALUE));
  }
}
