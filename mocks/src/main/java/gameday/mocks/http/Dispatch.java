package gameday.mocks.http;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import gameday.mocks.faults.Faults;
import java.util.Arrays;
import java.util.Map;

/** Hands each request to the service with its prefix, and plays faults on the pipeline's calls. */
final class Dispatch implements ResponseDefinitionTransformerV2 {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Reception reception;
  private final FaultyCall faulty;
  private final CallListener listener;

  Dispatch(Reception reception, Faults faults, CallListener listener) {
    this.reception = reception;
    this.faulty = new FaultyCall(faults, listener);
    this.listener = listener;
  }

  @Override
  public String getName() {
    return "dispatch";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    var request = event.getRequest();
    var isFile = Stubs.isFile(event.getStubMapping());
    var service = reception.serviceFor(Calls.path(request));
    if (service.isEmpty()) {
      return isFile
          ? event.getResponseDefinition()
          : rendered(Answer.json(404, "{\"error\":\"not_found\"}", "not_found")).build();
    }
    var call = Calls.of(request, service.get());
    try {
      return isFile ? stub(event, service.get(), call) : play(service.get(), call);
    } catch (RuntimeException bug) {
      listener.broke(service.get().name(), call.method() + " " + call.path(), bug);
      return rendered(Answer.json(500, "{\"error\":\"mock_broke\"}", "mock_broke")).build();
    }
  }

  private ResponseDefinition play(Service service, Call call) {
    return service.fromPipeline(call)
        ? rendered(faulty.play(service, call, () -> answer(service, call)))
        : rendered(answer(service, call)).build();
  }

  /** A stub file's answer, unless a fault has something else happen. */
  private ResponseDefinition stub(ServeEvent event, Service service, Call call) {
    var file = event.getResponseDefinition();
    if (!service.fromPipeline(call)) {
      return file;
    }
    var own = new Answer(file.getStatus(), Map.of(), new byte[0], "stub");
    var later = faulty.play(service, call, () -> service.refusal(call).orElse(own));
    return later.scene() instanceof Scene.Answered answered && answered.answer() == own
        ? file
        : rendered(later);
  }

  private static Answer answer(Service service, Call call) {
    return call.body().length > service.bodyLimit(call.path())
        ? Answer.json(413, "{\"error\":\"body_too_large\"}", "body_too_large")
        : service.answer(call);
  }

  private static ResponseDefinition rendered(Scene.Later later) {
    var response =
        switch (later.scene()) {
          case Scene.Answered answered -> rendered(answered.answer());
          case Scene.Dropped dropped -> reset();
          case Scene.Held held -> reset();
          case Scene.CutShort cut ->
              rendered(cut.answer())
                  .withHeader("Content-Length", Integer.toString(cut.answer().body().length))
                  .withBody(Arrays.copyOf(cut.answer().body(), cut.bytes()));
        };
    var nanos =
        later.scene() instanceof Scene.Held ? HeldCalls.LONGEST.toNanos() : later.delayNanos();
    var millis = (nanos + NANOS_PER_MILLI / 2) / NANOS_PER_MILLI;
    return millis == 0
        ? response.build()
        : response.withFixedDelay((int) Math.min(millis, Integer.MAX_VALUE)).build();
  }

  private static ResponseDefinitionBuilder reset() {
    return new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER);
  }

  private static ResponseDefinitionBuilder rendered(Answer answer) {
    var response = new ResponseDefinitionBuilder().withStatus(answer.status());
    answer.headers().forEach(response::withHeader);
    return response.withBody(answer.body());
  }
}
