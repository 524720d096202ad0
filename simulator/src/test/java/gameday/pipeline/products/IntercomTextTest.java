package gameday.pipeline.products;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntercomTextTest {
  @Test
  void showsTextAsItIs() {
    assertEquals(
        "<p>Is a &lt; b &amp; \"c\"?<br><br>&lt;i&gt; &amp;amp; 'd'</p>",
        IntercomText.html("Is a < b & \"c\"?\n\n<i> &amp; 'd'"));
  }

  @Test
  void readsItsOwnHtmlLetterByLetter() {
    for (String text :
        List.of("x", " a  b \n", "\n\nx", "<p>a</p>", "&lt;", "a\u00a0b", "😀 ü\t/", "x\r\ny")) {
      assertEquals(text, IntercomText.text(IntercomText.html(text)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>one</p><p>two</p>          | one¶two
          <p>one <b>more</b></p>        | one more
          no tags &amp; none            | no tags & none
          <p>a</p> <p><a href="x">b</a></p> | a¶b
          """)
  void readsWhatTheProductShows(String html, String text) {
    assertEquals(text.replace('¶', '\n'), IntercomText.text(html));
  }
}
