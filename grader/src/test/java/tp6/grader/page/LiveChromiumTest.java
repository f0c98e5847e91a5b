package tp6.grader.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import tp6.grader.LiveClass;

/** The page of a class at work in a real browser, while commits come in. */
@Tag("once")
@Tag("slow")
class LiveChromiumTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path folder;

  @Test
  void goesOnByItself() throws Exception {
    try (Browser browser = Browser.start();
        LiveClass live = new LiveClass(folder)) {
      live.commit("dupont", "clock/wrong/NeverCloses");
      live.commit("martin", "clock/wrong/OneDigitHours");
      start(live, "en");
      String address = live.address().toString();
      browser.driver().get(address);
      await().atMost(LONG).until(() -> rows(browser) == 2);

      // What the reader has done stays, and the page is the same: nothing is loaded again.
      browser.driver().executeScript("window.sameAsBefore = true");
      WebElement filter = browser.driver().findElement(By.id("filter"));
      filter.sendKeys("dup");
      browser.driver().executeScript("document.querySelector('details[id]').open = true");
      head(browser, "mark").click();
      head(browser, "mark").click();
      filter.click();
      assertThat(rows(browser)).isEqualTo(1);
      assertThat(browser.barriers()).isEmpty();
      onPictures(browser, "live-en");

      live.commit("dupont", "clock/right/Recursion");
      await()
          .atMost(SOON)
          .until(() -> text(browser, "[aria-labelledby='live.done']").contains("dupont"));
      assertThat(browser.driver().executeScript("return window.sameAsBefore")).isEqualTo(true);
      assertThat(filter.getDomProperty("value")).isEqualTo("dup");
      assertThat(browser.driver().switchTo().activeElement()).isEqualTo(filter);
      assertThat(rows(browser)).isEqualTo(1);
      assertThat(text(browser, "#class tbody tr")).contains("20");
      assertThat(browser.driver().findElement(By.cssSelector("[aria-sort=descending]")).getText())
          .isEqualTo("mark");
      filter.clear();
      filter.sendKeys("x");
      assertThat(rows(browser)).isZero();
      filter.sendKeys("\b");
      assertThat(rows(browser)).isEqualTo(2);
      assertThat(browser.driver().findElements(By.cssSelector("details[open][id]"))).isNotEmpty();
      assertThat(browser.barriers()).isEmpty();
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests()).isNotEmpty().allMatch(one -> one.startsWith(address));

      live.end();
      await().atMost(SOON).until(() -> browser.driver().findElement(By.id("lost")).isDisplayed());
    }
  }

  @Test
  void speaksFrenchAndIsReadOnAPhone() throws Exception {
    try (Browser browser = Browser.start();
        LiveClass live = new LiveClass(folder)) {
      live.commit("dupont", "clock/wrong/NeverCloses");
      live.commit("martin", "clock/right/Recursion");
      start(live, "fr");
      browser.driver().get(live.address().toString());
      await().atMost(LONG).until(() -> rows(browser) == 2);

      assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
          .isEqualTo("fr");
      onPictures(browser, "live-fr");
      browser.resize(Browser.PHONE);
      assertThat(browser.overflow()).isZero();
      assertThat(browser.barriers()).isEmpty();
      Browser.keep("live-phone", browser.screenshot());
    }
  }

  private static void onPictures(Browser browser, String name) throws IOException {
    for (String scheme : new String[] {"dark", "light"}) {
      browser.prefers(scheme);
      assertThat(browser.barriers()).as(scheme).isEmpty();
      Browser.keep(name + "-" + scheme, browser.screenshot());
    }
  }

  private static void start(LiveClass live, String language) throws IOException {
    live.start("--exercise", "clock", "--lang", language, "--isolation", "process");
  }

  private static int rows(Browser browser) {
    return browser.driver().findElements(By.cssSelector("#class tbody:first-of-type tr")).size();
  }

  private static String text(Browser browser, String selector) {
    return browser.driver().findElements(By.cssSelector(selector)).stream()
        .findFirst()
        .map(WebElement::getText)
        .orElse("");
  }

  private static WebElement head(Browser browser, String label) {
    return browser.driver().findElements(By.cssSelector("#class thead button")).stream()
        .filter(button -> label.equals(button.getAccessibleName()))
        .findFirst()
        .orElseThrow();
  }
}
