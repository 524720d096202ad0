package gameday.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;

/**
 * Preferences that live in memory only and make Gatling believe it has just looked for a newer
 * version of itself. It has no setting for that look-up, and a rehearsal must call nobody but its
 * own endpoints.
 *
 * <p>Public, with a public constructor, because the JDK makes it by name.
 */
public final class QuietPreferences implements PreferencesFactory {
  private static final String PROPERTY = "java.util.prefs.PreferencesFactory";
  private static final String NODE = "/io/gatling/latestVersion";

  /** Makes the factory; the JDK calls this once a JVM. */
  public QuietPreferences() {}

  /** Must run before anything in this JVM uses preferences. */
  static void install() {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, QuietPreferences.class.getName());
    }
    Preferences versionCheck = Preferences.userRoot().node(NODE);
    versionCheck.putLong("lastCheckTimestamp", Long.MAX_VALUE / 2);
    versionCheck.putBoolean("lastCheckSuccess", false);
  }

  @Override
  public Preferences systemRoot() {
    return Roots.SYSTEM;
  }

  @Override
  public Preferences userRoot() {
    return Roots.USER;
  }

  /** Apart, because making them makes the JDK look for the factory, before it is named. */
  private static final class Roots {
    private static final Preferences SYSTEM = new InMemory(null, "");
    private static final Preferences USER = new InMemory(null, "");
  }

  private static final class InMemory extends AbstractPreferences {
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, InMemory> children = new TreeMap<>();

    InMemory(AbstractPreferences parent, String name) {
      super(parent, name);
    }

    @Override
    protected void putSpi(String key, String value) {
      values.put(key, value);
    }

    @Override
    protected String getSpi(String key) {
      return values.get(key);
    }

    @Override
    protected void removeSpi(String key) {
      values.remove(key);
    }

    @Override
    protected void removeNodeSpi() {
      values.clear();
      children.clear();
    }

    @Override
    protected String[] keysSpi() {
      return values.keySet().toArray(String[]::new);
    }

    @Override
    protected String[] childrenNamesSpi() {
      return children.keySet().toArray(String[]::new);
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
      return children.computeIfAbsent(name, child -> new InMemory(this, child));
    }

    @Override
    protected void syncSpi() {}

    @Override
    protected void flushSpi() {}
  }
}
