package gameday.report;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class GoldenTest {
  @Test
  void summaryReadsAsOnFile() throws IOException {
    Golden.check("summary.md", RunFiles.markdown(SampleRun.violated()));
  }

  @Test
  void junitReadsAsOnFile() throws IOException {
    Golden.check("junit.xml", RunFiles.junit(SampleRun.violated()));
  }

  @Test
  void terminalReadsAsOnFile() throws IOException {
    Golden.check("terminal.txt", TerminalSummary.of(SampleRun.violated(), false));
  }

  @Test
  void violationsReadAsOnFile() throws IOException {
    Golden.check("violations.csv", ViolationsCsv.of(SampleRun.violated()));
  }

  @Test
  void readyRunEndsInGoodWords() throws IOException {
    Golden.check("terminal-ready.txt", TerminalSummary.of(SampleRun.of(SampleRun.READY), false));
  }
}
