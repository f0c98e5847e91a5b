package tp6.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.Bank;
import tp6.grader.page.Browser;

/** The pages of diff and similar in a real browser, from the disk. */
@Tag("once")
@Tag("slow")
class OtherPagesChromiumTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void areThereForEverybodyAndOnPictures(String language) throws IOException {
    try (Browser browser = Browser.start()) {
      Path one = folder.resolve("forks/dupont");
      Path two = folder.resolve("forks/martin");
      for (String exercise : new String[] {"clock", "echo-multi"}) {
        Bank.entry(exercise + "/partial/Step1").copyInto(one);
        Bank.entry(exercise + "/partial/Step2").copyInto(two);
      }
      Path diff = folder.resolve("diff.html");
      Path similar = folder.resolve("similar");
      assertThat(
              run("diff", one, two, "--html", diff, "--isolation", "process", "--lang", language))
          .isEqualTo(1);
      assertThat(run("similar", folder.resolve("forks"), "--out", similar, "--lang", language))
          .isZero();

      lookAt(browser, diff, "diff-" + language);
      lookAt(browser, similar.resolve("index.html"), "similar-" + language);
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests()).allMatch(address -> address.startsWith("file:"));
    }
  }

  private static void lookAt(Browser browser, Path page, String name) throws IOException {
    for (String scheme : new String[] {"light", "dark"}) {
      browser.prefers(scheme);
      browser.open(page);
      assertThat(browser.barriers()).as("%s, %s", page, scheme).isEmpty();
      Browser.keep(name + "-" + scheme, browser.screenshot());
    }
    browser.prefers("light");
    browser.resize(Browser.PHONE);
    browser.open(page);
    assertThat(browser.barriers()).as("%s on a phone", page).isEmpty();
    assertThat(browser.overflow()).as("%s on a phone", page).isZero();
    Browser.keep(name + "-phone", browser.screenshot());
    browser.resize(Browser.DESK);
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
