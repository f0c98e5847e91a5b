package tp6.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Bank;
import tp6.grader.page.Browser;

/** The pages of diff and similar in a real browser, from the disk. */
@Tag("once")
@Tag("slow")
class OtherPagesChromiumTest {
  @TempDir private Path folder;

  @Test
  void areThereForEverybody() throws IOException {
    try (Browser browser = Browser.start()) {
      Path one = folder.resolve("forks/dupont");
      Path two = folder.resolve("forks/martin");
      for (String exercise : new String[] {"clock", "echo-multi"}) {
        Bank.entry(exercise + "/partial/Step1").copyInto(one);
        Bank.entry(exercise + "/partial/Step2").copyInto(two);
      }
      Path diff = folder.resolve("diff.html");
      Path similar = folder.resolve("similar");
      assertThat(run("diff", one, two, "--html", diff, "--isolation", "process")).isEqualTo(1);
      assertThat(run("similar", folder.resolve("forks"), "--out", similar)).isZero();

      for (Path page : new Path[] {diff, similar.resolve("index.html")}) {
        for (String scheme : new String[] {"light", "dark"}) {
          browser.prefers(scheme);
          browser.open(page);
          assertThat(browser.barriers()).as("%s, %s", page, scheme).isEmpty();
        }
        browser.prefers("light");
        Browser.keep(page.equals(diff) ? "diff" : "similar", browser.screenshot());
      }
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests()).allMatch(address -> address.startsWith("file:"));
    }
  }

  private static int run(String command, Object... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = command;
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i].toString();
    }
    return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), all);
  }
}
