package gameday.live;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Sends what Gatling prints and what is logged during a run into one file, and keeps both off the
 * terminal.
 *
 * <p>Gatling prints through Scala's console, which keeps the {@code System.out} it first saw. So it
 * is shown a stream of ours once, which leads to the file of the current run, or nowhere; {@code
 * System.out} stays the terminal's all the while.
 */
final class GatlingLog implements AutoCloseable {
  private static final Switch SWITCH = new Switch();

  static {
    PrintStream terminal = System.out;
    System.setOut(new PrintStream(SWITCH, true, StandardCharsets.UTF_8));
    try {
      scala.Console$.MODULE$.out();
    } finally {
      System.setOut(terminal);
    }
  }

  private final OutputStream file;

  /** Opens the file; what was there stays, since a warm-up writes to it before the run. */
  GatlingLog(Path log) throws IOException {
    file =
        Files.newOutputStream(
            log, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
  }

  /** From now on everything goes to the file. */
  void begin() {
    SWITCH.to(file);
    logTo(SWITCH);
  }

  private static void logTo(OutputStream stream) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    context.reset();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{30} %msg%n");
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(stream);
    // A reset sets all levels back to debug before it lets go of the appender.
    ThresholdFilter onlyWarnings = new ThresholdFilter();
    onlyWarnings.setLevel(Level.WARN.levelStr);
    onlyWarnings.start();
    appender.addFilter(onlyWarnings);
    appender.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    // Gatling stops logback at the end of each run, and with it everybody's log.
    context.start();
  }

  @Override
  public void close() throws IOException {
    SWITCH.to(OutputStream.nullOutputStream());
    Switch terminal = new Switch();
    terminal.to(System.err);
    logTo(terminal);
    file.close();
  }

  /** Leads to whichever stream is current. Logback closes it, the stream behind it stays open. */
  private static final class Switch extends OutputStream {
    private OutputStream current = OutputStream.nullOutputStream();

    synchronized void to(OutputStream stream) {
      current = stream;
    }

    @Override
    public synchronized void write(int oneByte) throws IOException {
      current.write(oneByte);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
      current.write(bytes, from, length);
    }

    @Override
    public synchronized void flush() throws IOException {
      current.flush();
    }
  }
}
