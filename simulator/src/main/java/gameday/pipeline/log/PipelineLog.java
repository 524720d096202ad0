package gameday.pipeline.log;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Begins the log, before the first logger is asked for. */
public final class PipelineLog {
  static final String FORM = "gameday.log.form";
  static final String REDACTION = "gameday.log.redaction";

  private static final String CONFIGURATION = "logback.configurationFile";

  private PipelineLog() {}

  /** How a line is written. */
  public enum Form {
    /** For people at a terminal, and for tools that know it. */
    LOGFMT,
    /** For tools: an object a line. */
    JSON
  }

  /**
   * Events go to standard error, unless the user has a configuration of their own; that may use
   * {@link EventEncoder} too. What libraries tell the JDK's log comes the same way.
   */
  public static void begin(Form form, Redaction redaction) {
    if (System.getProperty(CONFIGURATION) == null) {
      System.setProperty(CONFIGURATION, "gameday/pipeline/log/logback.xml");
    }
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.putObject(FORM, form);
      context.putObject(REDACTION, redaction);
    }
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
