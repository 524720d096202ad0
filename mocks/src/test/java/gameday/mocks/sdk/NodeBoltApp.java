package gameday.mocks.sdk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The app in Node: {@code src/test/node/app.mjs}. It ends when this end of its input does. */
final class NodeBoltApp implements BoltApp {
  private static final int PATIENCE_SECONDS = 90;

  private final Process node;
  private final Optional<URI> url;

  private NodeBoltApp(Process node, Optional<URI> url) {
    this.node = node;
    this.url = url;
  }

  /**
   * @param bolt the package's name
   * @param over {@code http} or {@code socket}
   */
  static NodeBoltApp start(Stage stage, String bolt, String over) {
    var program = Node.program("app.mjs", bolt, over);
    program.environment().putAll(stage.mocks.environment());
    try {
      var node = program.start();
      CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .execute(node::destroyForcibly);
      var ready = node.inputReader().readLine();
      if (ready == null) {
        throw new IllegalStateException("the app did not start, see " + Node.COMPLAINTS);
      }
      var port = new ObjectMapper().readTree(ready).path("port").asInt();
      return new NodeBoltApp(
          node, port == 0 ? Optional.empty() : Optional.of(URI.create("http://127.0.0.1:" + port)));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  @Override
  public Optional<URI> url() {
    return url;
  }

  @Override
  public void close() {
    node.destroyForcibly();
  }
}
