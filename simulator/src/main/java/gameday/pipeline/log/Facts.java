package gameday.pipeline.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an event says, name by name: the names are those of its message, {@code event=delivered
 * key={}}, the values its arguments, whatever is in them. A library's message, which has no names,
 * is a fact of its own.
 */
final class Facts {
  private static final Pattern FACT =
      Pattern.compile("\\G(?:^| )([a-z][a-zA-Z-]*)=(?:\"([^\"]*)\"|(\\S*))");
  private static final String ARGUMENT = "{}";
  private static final int FRAMES = 3;
  private static final int CAUSES = 5;

  private Facts() {}

  static Map<String, Object> of(ILoggingEvent event) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (!named(event, facts)) {
      facts.clear();
      facts.put("event", "log");
      facts.put("from", event.getLoggerName());
      facts.put("message", String.valueOf(event.getFormattedMessage()));
    }
    if (event.getThrowableProxy() != null) {
      thrown(event.getThrowableProxy(), facts);
    }
    return facts;
  }

  private static boolean named(ILoggingEvent event, Map<String, Object> facts) {
    String message = String.valueOf(event.getMessage());
    Object[] arguments =
        event.getArgumentArray() == null ? new Object[0] : event.getArgumentArray();
    int next = 0;
    int end = 0;
    Matcher fact = FACT.matcher(message);
    while (fact.find()) {
      String value = fact.group(2) == null ? fact.group(3) : fact.group(2);
      if (value.contains(ARGUMENT)) {
        if (next == arguments.length) {
          return false;
        }
        facts.put(fact.group(1), put(value, arguments[next++]));
      } else {
        facts.put(fact.group(1), value);
      }
      end = fact.end();
    }
    return end > 0 && end == message.length() && message.startsWith("event=");
  }

  private static Object put(String value, Object argument) {
    boolean bare =
        value.equals(ARGUMENT) && (argument instanceof Number || argument instanceof Boolean);
    return bare ? argument : value.replace(ARGUMENT, String.valueOf(argument));
  }

  private static void thrown(IThrowableProxy thrown, Map<String, Object> facts) {
    List<String> chain = new ArrayList<>();
    List<String> places = new ArrayList<>();
    IThrowableProxy one = thrown;
    for (int depth = 0; one != null && depth < CAUSES; depth++) {
      chain.add(one.getClassName() + ": " + one.getMessage());
      StackTraceElementProxy[] frames = one.getStackTraceElementProxyArray();
      for (int at = 0; at < Math.min(FRAMES, frames.length); at++) {
        places.add(frames[at].getStackTraceElement().toString());
      }
      one = one.getCause();
    }
    facts.put("exception", String.join(" <- ", chain));
    facts.put("at", String.join(" ", places));
  }
}
