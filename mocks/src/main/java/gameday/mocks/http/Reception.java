package gameday.mocks.http;

import java.util.List;
import java.util.Optional;

/** Finds the service a call is for, lets it answer, and tells the listener. */
final class Reception {
  private final List<Service> services;
  private final CallListener listener;

  Reception(List<Service> services, CallListener listener) {
    this.services = List.copyOf(services);
    this.listener = listener;
  }

  /** The service whose prefix {@code path} has; empty if none has it. */
  Optional<Service> serviceFor(String path) {
    for (Service service : services) {
      var prefix = service.prefix();
      if (path.startsWith(prefix)
          && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }

  /** The largest body of a call to that path, in bytes. */
  int bodyLimit(String path) {
    return serviceFor(path)
        .map(service -> service.bodyLimit(path.substring(service.prefix().length())))
        .orElse(MockServer.BODY_LIMIT);
  }

  /** What the service says, told to the listener if the pipeline asked. Never throws. */
  Answer answer(Service service, Call call) {
    try {
      var answer = service.answer(call);
      if (service.fromPipeline(call)) {
        listener.called(
            service.name(), service.label(call), answer.status(), answer.told(answer.outcome()));
      }
      return answer;
    } catch (RuntimeException bug) {
      listener.broke(service.name(), call.method() + " " + call.path(), bug);
      return Answer.json(500, "{\"error\":\"mock_broke\"}", "mock_broke");
    }
  }
}
