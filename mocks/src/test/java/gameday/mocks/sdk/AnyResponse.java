package gameday.mocks.sdk;

import com.slack.api.methods.SlackApiTextResponse;
import java.util.List;
import java.util.Map;

/** What Slack says to calls that the SDK has no types for; the SDK fills it in by its fields. */
final class AnyResponse implements SlackApiTextResponse {
  private boolean ok;
  private String error;
  private String warning;
  private String needed;
  private String provided;

  /** The method that isn't there. */
  String reqMethod;

  Metadata responseMetadata;
  private transient Map<String, List<String>> httpResponseHeaders;

  static final class Metadata {
    List<String> messages;
  }

  @Override
  public boolean isOk() {
    return ok;
  }

  @Override
  public void setOk(boolean ok) {
    this.ok = ok;
  }

  @Override
  public String getError() {
    return error;
  }

  @Override
  public void setError(String error) {
    this.error = error;
  }

  @Override
  public String getWarning() {
    return warning;
  }

  @Override
  public void setWarning(String warning) {
    this.warning = warning;
  }

  @Override
  public String getNeeded() {
    return needed;
  }

  @Override
  public void setNeeded(String needed) {
    this.needed = needed;
  }

  @Override
  public String getProvided() {
    return provided;
  }

  @Override
  public void setProvided(String provided) {
    this.provided = provided;
  }

  @Override
  public Map<String, List<String>> getHttpResponseHeaders() {
    return httpResponseHeaders;
  }

  @Override
  public void setHttpResponseHeaders(Map<String, List<String>> headers) {
    this.httpResponseHeaders = headers;
  }
}
