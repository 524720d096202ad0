package gameday.mocks.junit;

import gameday.mocks.MockSettings;
import gameday.mocks.Mocks;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit tests a Slack, a help chat and a Mod chat.
 *
 * <pre>{@code
 * @RegisterExtension
 * final MocksExtension world = MocksExtension.standard();
 *
 * @Test
 * void answersInTheThread(Mocks mocks) { ... }
 * }</pre>
 *
 * <p>In a field of the instance, each test has fresh mocks; in a static field, all tests of the
 * class share them. They end with the test or the class.
 */
public final class MocksExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private final MockSettings settings;
  private volatile Mocks mocks;
  private boolean shared;

  private MocksExtension(MockSettings settings) {
    this.settings = settings;
  }

  /** Mocks as {@link MockSettings#standard()} has them. */
  public static MocksExtension standard() {
    return with(MockSettings.standard());
  }

  /** Mocks of your own kind. */
  public static MocksExtension with(MockSettings settings) {
    return new MocksExtension(settings);
  }

  /**
   * The mocks of the test that runs.
   *
   * @throws IllegalStateException outside of a test
   */
  public Mocks mocks() {
    if (mocks == null) {
      throw new IllegalStateException(
          "no test runs: register the extension in a field with @RegisterExtension");
    }
    return mocks;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    shared = true;
    mocks = Mocks.start(settings);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (!shared) {
      mocks = Mocks.start(settings);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (!shared) {
      end();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    end();
    shared = false;
  }

  private void end() {
    if (mocks != null) {
      mocks.close();
      mocks = null;
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Mocks.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return mocks();
  }
}
