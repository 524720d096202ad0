package gameday.mining;

/** What an event or an object says of itself. */
public enum Attribute {
  SEQUENCE("sequence", Kind.INTEGER),
  /** Nanoseconds of the harness's clock since event time zero: machine time is told by it. */
  HARNESS_NANOS("harness-nanos", Kind.INTEGER),
  TEXT("text", Kind.PERSONAL),
  NAME("name", Kind.PERSONAL),
  EMAIL("email", Kind.PERSONAL),
  ISSUE("issue", Kind.PERSONAL),
  ANSWER("answer", Kind.PERSONAL),
  MARK("mark", Kind.PERSONAL),
  WHAT("what", Kind.PERSONAL),
  DETAIL("detail", Kind.PERSONAL),
  CALL("call", Kind.STRING),
  CHAT("chat", Kind.STRING),
  AUDIENCE("audience", Kind.STRING),
  TOPIC("topic", Kind.STRING),
  SESSION("session", Kind.STRING),
  PAGE("page", Kind.STRING),
  TRUTH("answerable-by", Kind.STRING),
  INTENDED("intended", Kind.TIME),
  ROLE("role", Kind.STRING),
  AGENT("agent", Kind.STRING),
  AUTHOR("author", Kind.STRING),
  BY("by", Kind.STRING),
  WAY("way", Kind.STRING),
  CHANNEL("channel", Kind.STRING),
  TS("ts", Kind.STRING),
  REACTION("reaction", Kind.STRING),
  CONVERSATION("conversation", Kind.STRING),
  MEDIUM("medium", Kind.STRING),
  RESOLVES("resolves", Kind.BOOLEAN),
  ANSWERS("answers", Kind.BOOLEAN),
  SILENTLY("silently", Kind.BOOLEAN),
  WRITING("writing", Kind.BOOLEAN),
  EXPECTED("expected", Kind.BOOLEAN),
  SCENARIO("scenario", Kind.STRING),
  SEED("seed", Kind.INTEGER),
  SPEED("speed", Kind.FLOAT),
  CLOCK("clock", Kind.STRING),
  REASON("reason", Kind.STRING),
  ON("on", Kind.STRING),
  FAULT("fault", Kind.STRING),
  HOW("how", Kind.STRING),
  PARTS("parts", Kind.STRING),
  EXIT_CODE("exit-code", Kind.INTEGER),
  FROM("from", Kind.STRING),
  DELIVERY("delivery", Kind.STRING),
  ATTEMPT("attempt", Kind.INTEGER),
  STATUS("status", Kind.INTEGER),
  TOOK_NANOS("took-nanos", Kind.INTEGER),
  TRICK("trick", Kind.STRING),
  OUTCOME("outcome", Kind.STRING);

  /** The types that both formats know, and text of people, which may be left out. */
  enum Kind {
    STRING("string", "string"),
    PERSONAL("string", "string"),
    INTEGER("integer", "int"),
    FLOAT("float", "float"),
    BOOLEAN("boolean", "boolean"),
    TIME("time", "date");

    private final String ocel;
    private final String xes;

    Kind(String ocel, String xes) {
      this.ocel = ocel;
      this.xes = xes;
    }
  }

  private final String word;
  private final Kind kind;

  Attribute(String word, Kind kind) {
    this.word = word;
    this.kind = kind;
  }

  /** Its name in a log. */
  public String word() {
    return word;
  }

  /** Its type, in OCEL's words. */
  public String ocelType() {
    return kind.ocel;
  }

  /** Its element in XES. */
  String xesElement() {
    return kind.xes;
  }

  /** Whether it holds what people wrote, or who they are. */
  public boolean isPersonal() {
    return kind == Kind.PERSONAL;
  }
}
