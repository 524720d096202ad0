package gameday.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads lines whose fields stand in the order in which they are asked for, as our own writers put
 * them, straight from their bytes: several times as fast as {@link JsonLine}, but without words for
 * what is wrong. Whatever is not as asked for is {@link Crooked} and has to be read again by {@link
 * JsonLine}, which takes fields in any order and tells every fault.
 *
 * <p>Fields asked for one after the other, up to the object's end, leave no room for unknown or
 * repeated ones: what is read here, {@link JsonLine} reads alike.
 */
public final class StraightLines {
  private static final JsonFactory JSON = new JsonFactory();

  /** Not as asked for, which doesn't mean that the line is bad. */
  public static final class Crooked extends Exception {
    private static final long serialVersionUID = 1L;

    /** One such line. */
    public Crooked() {
      super("not in the writer's order", null, false, false);
    }
  }

  private final byte[] bytes;
  private final int end;
  private JsonParser parser;
  private int parserStart;
  private int next = -1;

  /** Whether the parser stands on a token that was looked at and not taken. */
  private boolean ahead;

  /** Reads what stands in {@code bytes} before {@code end}. */
  public StraightLines(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /** A field's name, prepared for being looked for. */
  public static SerializableString name(String name) {
    return new SerializedString(name);
  }

  /** Goes to the line that begins at {@code from}, and into its object. */
  public void begin(int from) throws Crooked {
    try {
      if (next != from) {
        // One parser reads on from line to line; after a crooked one it would be lost.
        parser = JSON.createParser(bytes, from, end - from);
        parserStart = from;
      }
      next = -1;
      ahead = false;
      require(bytes[from] == '{' && parser.nextToken() == JsonToken.START_OBJECT);
    } catch (IOException bad) {
      throw new Crooked();
    }
  }

  /** Sees that the line's object ends at {@code to}, where the line ends. */
  public void end(int to) throws Crooked {
    close();
    require(parserStart + parser.currentLocation().getByteOffset() == to);
    next = to + 1;
  }

  /** Goes into an inner object. */
  public void open(SerializableString name) throws Crooked {
    require(has(name) && token() == JsonToken.START_OBJECT);
  }

  /** Sees that an inner object ends here. */
  public void close() throws Crooked {
    require((ahead ? parser.currentToken() : token()) == JsonToken.END_OBJECT);
    ahead = false;
  }

  /** Whether this field comes next; if so, its value is to be read. */
  private boolean has(SerializableString name) throws Crooked {
    try {
      boolean same =
          ahead
              ? parser.currentToken() == JsonToken.FIELD_NAME
                  && parser.currentName().equals(name.getValue())
              : parser.nextFieldName(name);
      ahead = !same;
      return same;
    } catch (IOException bad) {
      throw new Crooked();
    }
  }

  /** A text. */
  public String text(SerializableString name) throws Crooked {
    require(has(name));
    return text();
  }

  /** A text, if the field comes next. */
  public Optional<String> optionalText(SerializableString name) throws Crooked {
    return has(name) ? Optional.of(text()) : Optional.empty();
  }

  /** Goes into an inner object, if the field comes next. */
  public boolean opens(SerializableString name) throws Crooked {
    boolean there = has(name);
    require(!there || token() == JsonToken.START_OBJECT);
    return there;
  }

  /** A list of texts. */
  public List<String> texts(SerializableString name) throws Crooked {
    require(has(name) && token() == JsonToken.START_ARRAY);
    List<String> texts = new ArrayList<>(2);
    for (JsonToken item = token(); item != JsonToken.END_ARRAY; item = token()) {
      require(item == JsonToken.VALUE_STRING);
      texts.add(value());
    }
    return texts;
  }

  /** Goes into a list of objects, through which {@link #another} goes. */
  public void list(SerializableString name) throws Crooked {
    require(has(name) && token() == JsonToken.START_ARRAY);
  }

  /** Whether a list has another object, which is gone into. */
  public boolean another() throws Crooked {
    JsonToken item = token();
    require(item == JsonToken.START_OBJECT || item == JsonToken.END_ARRAY);
    return item == JsonToken.START_OBJECT;
  }

  /** A whole number that fits. */
  public long whole(SerializableString name) throws Crooked {
    require(has(name) && token() == JsonToken.VALUE_NUMBER_INT);
    try {
      return parser.getLongValue();
    } catch (IOException tooLong) {
      throw new Crooked();
    }
  }

  /** A whole number of 32 bits. */
  public int integer(SerializableString name) throws Crooked {
    long value = whole(name);
    require(value == (int) value);
    return (int) value;
  }

  /** True or false. */
  public boolean flag(SerializableString name) throws Crooked {
    require(has(name));
    JsonToken value = token();
    require(value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE);
    return value == JsonToken.VALUE_TRUE;
  }

  private String text() throws Crooked {
    require(token() == JsonToken.VALUE_STRING);
    return value();
  }

  private String value() throws Crooked {
    try {
      return parser.getText();
    } catch (IOException bad) {
      throw new Crooked();
    }
  }

  private JsonToken token() throws Crooked {
    try {
      return parser.nextToken();
    } catch (IOException bad) {
      throw new Crooked();
    }
  }

  /** To say that a line is not as it was asked for. */
  public static void require(boolean straight) throws Crooked {
    if (!straight) {
      throw new Crooked();
    }
  }
}
