package gameday.mining;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Keeps line breaks and tabs of attributes: a reader takes them for spaces unless they are written
 * as references, which the JDK's writer leaves undone. It writes none of its own, so all that come
 * through are of values.
 */
final class AttributeBreaks extends FilterWriter {
  AttributeBreaks(Writer out) {
    super(out);
  }

  /** A line's end of the document itself. */
  void line() throws IOException {
    out.write('\n');
  }

  @Override
  public void write(int c) throws IOException {
    switch (c) {
      case '\n', '\r', '\t' -> out.write("&#" + c + ";");
      default -> out.write(c);
    }
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    int from = offset;
    for (int i = offset; i < offset + length; i++) {
      if (text[i] == '\n' || text[i] == '\r' || text[i] == '\t') {
        out.write(text, from, i - from);
        write(text[i]);
        from = i + 1;
      }
    }
    out.write(text, from, offset + length - from);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    write(text.toCharArray(), offset, length);
  }

  /** The XML writer flushes at each element; what lies below is flushed at the end. */
  @Override
  public void flush() {}
}
