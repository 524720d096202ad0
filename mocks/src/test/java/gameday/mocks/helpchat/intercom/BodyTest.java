package gameday.mocks.helpchat.intercom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {
  @Test
  void showsWhatWasTypedAsOneParagraph() {
    Body body = Body.ofText("is a < b & \"c\"?\n\n<script>alert('x')</script> &amp; ");

    assertEquals(
        "<p>is a &lt; b &amp; \"c\"?<br><br>&lt;script&gt;alert('x')&lt;/script&gt; &amp;amp; </p>",
        body.html());
    assertEquals("is a < b & \"c\"?\n\n<script>alert('x')</script> &amp; ", body.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Thanks again :)            | <p>Thanks again :)</p>           | Thanks again :)
          a &lt; b &amp;amp; c       | <p>a &lt; b &amp;amp; c</p>      | a < b &amp; c
          a < b & c                  | <p>a &lt; b &amp; c</p>          | a < b & c
          <p>a &lt; b<br>c</p>       | <p>a &lt; b<br>c</p>             | a < b¶c
          <p>one</p><p>two</p>       | <p>one</p><p>two</p>             | one¶two
          <p>one</p> <p></p><p>2</p> | <p>one</p><p></p><p>2</p>        | one¶¶2
          <p>one</p><p><br></p><p>2</p> | <p>one</p><p><br></p><p>2</p> | one¶¶2
          say <b>hi</b><p>you</p>    | <p>say <b>hi</b></p><p>you</p>   | say hi¶you
          <ul> <li>tea</li> <li>milk</li></ul> | <ul> <li>tea</li> <li>milk</li></ul> | tea¶milk
          <div><p>one</p></div>      | <div><p>one</p></div>            | one
          """)
  void readsWhatTheApiWasGivenAsHtml(String given, String html, String text) {
    Body body = Body.ofHtml(given);

    assertEquals(html, body.html());
    assertEquals(text.replace('¶', '\n'), body.text());
  }

  @Test
  void keepsLineEndsOfABodyWithoutTags() {
    Body body = Body.ofHtml("one\n\ntwo &amp; three\n");

    assertEquals("<p>one<br><br>two &amp; three<br></p>", body.html());
    assertEquals("one\n\ntwo & three\n", body.text());
  }

  @Test
  void dropsWhatCouldHarmAReader() {
    Body body =
        Body.ofHtml(
            "<p onclick=\"x()\">hi<script>alert(1)</script><img src=x onerror=y()></p>"
                + "<a href=\"javascript:z()\">link</a><style>p{}</style><iframe></iframe>");

    assertEquals("<p>hi</p><p><a rel=\"nofollow\">link</a></p>", body.html());
    assertEquals("hi\nlink", body.text());
  }

  @Test
  void takesNoMoreThanAMessageHolds() {
    assertTrue(Body.ofText("x".repeat(150_000)).isAcceptable());
    assertFalse(Body.ofText("x".repeat(150_001)).isAcceptable());
    assertTrue(Body.ofText("<".repeat(150_000)).isAcceptable());
    assertFalse(Body.ofText(" \n ").isAcceptable());
    assertFalse(Body.ofHtml("<p> </p><script>x</script>").isAcceptable());
  }

  @Test
  void survivesTagsNestedWithoutEnd() {
    assertEquals("x", Body.ofHtml("<b>".repeat(100_000) + "x").text());
    assertEquals("x", Body.ofHtml("<div><p><a>".repeat(30_000) + "x").text().strip());
  }

  // Whatever is typed comes out of its own HTML again, letter by letter.
  @Test
  void givesBackEveryTextThatWasEscapedOnItsWayIn() {
    long seed = 20_261_122;
    String letters = "a <>&\"'\n\t/=;#-¶ü€\u00a0😀\u2028";
    int[] points = letters.codePoints().toArray();
    SplittableRandom chance = new SplittableRandom(seed);

    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder("x");
      int length = chance.nextInt(30);
      for (int i = 0; i < length; i++) {
        text.appendCodePoint(points[chance.nextInt(points.length)]);
      }
      String typed = text.toString();

      Body shown = Body.ofText(typed);
      Body readAgain = Body.ofHtml(shown.html());

      assertEquals(typed, readAgain.text(), "seed " + seed + ", round " + round);
      assertEquals(shown.html(), readAgain.html(), "seed " + seed + ", round " + round);
    }
  }
}
