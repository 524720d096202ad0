package gameday.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * report.html: one file that fetches nothing.
 *
 * @param policy the content security policy: only this style sheet and this script may act, by
 *     their hashes, whatever text a user managed to smuggle in
 * @param style the style sheet
 * @param script the script that fills the table of questions
 * @param questions the data for it, JSON that holds no {@code <}
 */
record ReportPage(
    RunReport report,
    Headline headline,
    String policy,
    String style,
    String script,
    String questions) {

  static String render(RunReport report) {
    String style = resource("report.css");
    String script = resource("report.js");
    String policy =
        "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
            .formatted(hash(style), hash(script));
    ReportPage page =
        new ReportPage(
            report, Headline.of(report), policy, style, script, QuestionsJson.of(report));
    StringOutput out = new StringOutput(64 * 1024);
    TemplateEngine.createPrecompiled(null, ContentType.Html, null, "gameday.report")
        .render("report.jte", page, out);
    return out.toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
