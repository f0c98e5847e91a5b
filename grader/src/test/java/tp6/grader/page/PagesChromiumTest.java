package tp6.grader.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import tp6.grader.Exercises;
import tp6.grader.diff.Comparison;
import tp6.grader.diff.Sources;
import tp6.grader.grade.Result;
import tp6.stage.Stages;

/**
 * The pages in a real browser, from the disk. {@code -Dscreenshots=update} takes those of the
 * README anew. Without Chromium nothing of this is run, unless TP6_CHROMIUM=required is set.
 */
@Tag("once")
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesChromiumTest {
  private static final double LONGEST_PAUSE = 1000;

  @TempDir private static Path scratch;
  private Browser browser;
  private Path english;
  private Path french;

  @BeforeAll
  void gradeAndStart() throws Exception {
    browser = Browser.start();
    english = page("en", Locale.ENGLISH);
    french = page("fr", Locale.FRENCH);
  }

  private static Path page(String name, Locale language) throws Exception {
    Path folder = Files.createDirectory(scratch.resolve(name));
    Sources reference =
        new Sources(Exercises.CLOCK, Map.of("ClockServer.java", "class ClockServer {}"));
    Sources own =
        new Sources(Exercises.CLOCK, Map.of("ClockServer.java", "class ClockServer { int a; }"));
    return Written.pages(
        BankClass.graded(folder, language),
        folder.resolve("grades"),
        result -> List.of(Comparison.ofText(reference, own)));
  }

  @AfterAll
  void end() {
    if (browser != null) {
      browser.close();
    }
  }

  /** Whatever a test does, nothing goes wrong and nothing comes from elsewhere. */
  @AfterEach
  void wasQuietAndAtHome() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.startsWith("file:"));
    browser.prefers("light");
  }

  @ParameterizedTest
  @CsvSource({"en, light", "en, dark", "fr, light", "fr, dark"})
  void areThereForEverybodyAndOnPictures(String language, String scheme) throws IOException {
    browser.prefers(scheme);
    browser.open(language.equals("en") ? english : french);
    assertThat(rows()).hasSize(40);
    assertThat(browser.barriers()).isEmpty();
    Browser.keep("class-" + language + "-" + scheme, browser.screenshot());

    String stage = "#" + first("details[id^=echo-multi]:has(.reason a)").getDomAttribute("id");
    WebElement reason = first(stage + " .reason a");
    assertThat(reason.isDisplayed()).isFalse();
    click(".passed a[href='" + stage + "']");
    // The script opens it when the browser tells it of the new place.
    await().until(reason::isDisplayed);
    assertThat(browser.barriers()).isEmpty();
    click(stage + " .reason a");

    assertThat(browser.driver().findElements(By.cssSelector("article svg"))).isNotEmpty();
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.brokenWords(".exercises th, .exercises td")).isEmpty();
    WebElement story = first(stage);
    Browser.keep("story-" + language + "-" + scheme, story.getScreenshotAs(OutputType.BYTES));
    browser.driver().executeScript("scrollTo(0, 0)");
    Browser.keep("student-" + language + "-" + scheme, browser.screenshot());
  }

  /** Nothing is cut, nor wider than the screen, but for the table of the class, which scrolls. */
  @Test
  void areReadOnAPhone() throws IOException {
    browser.resize(Browser.PHONE);
    try {
      browser.open(english);
      assertThat(browser.overflow()).isZero();
      WebElement figures = browser.driver().findElement(By.cssSelector(".scroll:has(.numbers)"));
      assertThat(figures.getDomProperty("scrollWidth"))
          .isEqualTo(figures.getDomProperty("clientWidth"));
      Browser.keep("class-phone", browser.screenshot());
      click("#class tbody a");
      assertThat(browser.overflow()).isZero();
      Browser.keep("student-phone", browser.screenshot());
      assertThat(browser.driver().findElements(By.cssSelector(".scroll.wide")))
          .isNotEmpty()
          .noneMatch(WebElement::isDisplayed);
      assertThat(browser.barriers()).isEmpty();
      Browser.keep(
          "story-phone",
          browser.driver().findElement(By.tagName("article")).getScreenshotAs(OutputType.BYTES));
    } finally {
      browser.resize(Browser.DESK);
    }
  }

  /** As Moodle names a hand-in: a word that no blank lets break. */
  @Test
  void keepALongIdOnAPhone() throws IOException {
    List<Result> results =
        Stream.of("García_7100006", "Müller-Lüdenscheidt_7100007", "Nguyễn_7100008")
            .map(name -> Synthetic.nasty("María " + name + "_assignsubmission_file"))
            .toList();
    browser.resize(Browser.PHONE);
    try {
      browser.open(Written.pages(results, scratch.resolve("moodle")));
      assertThat(browser.overflow()).isZero();
      for (String page : students()) {
        browser.driver().get(page);
        assertThat(browser.overflow()).as(page).isZero();
        assertThat(browser.brokenWords(".exercises thead th")).as(page).isEmpty();
      }
    } finally {
      browser.resize(Browser.DESK);
    }
  }

  /** However many take part. */
  @Test
  void drawOnAPhoneWithoutCuttingAText() {
    browser.resize(Browser.PHONE);
    try {
      int most = 0;
      for (Path pages : List.of(english, french)) {
        browser.open(pages);
        for (String page : students()) {
          browser.driver().get(page);
          assertThat(browser.spoiledTexts()).as(page).isEmpty();
          assertThat(browser.overflow()).as(page).isZero();
          for (WebElement drawing : browser.driver().findElements(By.cssSelector(".narrow svg"))) {
            most = Math.max(most, drawing.findElements(By.cssSelector(".lane")).size());
          }
        }
      }
      assertThat(most).isGreaterThanOrEqualTo(4);
    } finally {
      browser.resize(Browser.DESK);
    }
  }

  private List<String> students() {
    return browser.driver().findElements(By.cssSelector("#class tbody a")).stream()
        .map(link -> link.getDomProperty("href"))
        .toList();
  }

  @Test
  void leadFromALineToItsStoryAndBack() {
    browser.open(english);
    List<String> pages = students();
    for (String page : pages) {
      browser.driver().get(page);
      if (!browser.driver().findElements(By.cssSelector("article a[href*='.java-']")).isEmpty()) {
        WebElement place =
            browser.driver().findElement(By.cssSelector("article a[href*='.java-']"));
        String line = place.getDomAttribute("href");
        place.click();
        assertThat(browser.driver().getCurrentUrl()).endsWith(line);
        WebElement named = browser.driver().findElement(By.cssSelector("li:target"));
        String story = named.findElement(By.tagName("a")).getDomAttribute("href");
        named.findElement(By.tagName("a")).click();
        assertThat(browser.driver().getCurrentUrl()).endsWith(story);
        assertThat(browser.driver().findElements(By.cssSelector("article:target"))).hasSize(1);
        return;
      }
    }
    throw new AssertionError("no story names a line in any of " + pages);
  }

  private void click(String selector) {
    first(selector).click();
  }

  private WebElement first(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  @Test
  void sortByAnyColumnInBothDirections() {
    browser.open(english);
    List<String> ids = column(0);

    head("mark").click();
    assertThat(numbers(2)).isSorted();
    head("mark").click();
    assertThat(numbers(2)).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(browser.driver().findElement(By.cssSelector("[aria-sort=descending]")).getText())
        .isEqualTo("mark");
    head("time (s)").click();
    assertThat(numbers(numberOfColumns() - 3)).isSorted();
    head("6: repeats ASCII text unchanged, however long (echo-single)").click();
    int before =
        Stages.of(Exercises.WEATHER.stages()).size() + Stages.of(Exercises.CLOCK.stages()).size();
    assertThat(column(3 + before + 2 + 1 + 6 - 1)).startsWith("✗").endsWith("✓");
    head("id").click();
    assertThat(column(0)).isEqualTo(ids);
  }

  @Test
  void filterByNameAndByWhatHappened() {
    browser.open(english);

    browser.driver().findElement(By.id("filter")).sendKeys("ZOE");
    assertThat(column(1)).hasSize(8).allMatch(name -> name.startsWith("Zoé"));
    assertThat(browser.driver().findElement(By.id("shown")).getText()).isEqualTo("8 of 40");

    browser.driver().findElement(By.id("filter")).clear();
    browser.driver().findElement(By.cssSelector("#having option[value=c]")).click();
    assertThat(rows())
        .isNotEmpty()
        .hasSizeLessThan(40)
        .allMatch(row -> row.getText().contains("!"));
  }

  @Test
  void areReadWithTheKeyboardAlone() {
    browser.open(english);

    press(Keys.TAB, Keys.ENTER);
    assertThat(browser.driver().getCurrentUrl()).endsWith("#students");
    tabTo("#filter");
    press("zoe");
    tabTo("#class thead th:nth-child(3) button");
    press(Keys.SPACE);
    assertThat(numbers(2)).hasSize(8).isSorted();
    tabTo("#class tbody a");
    String name = active().getText();
    press(Keys.ENTER);
    assertThat(browser.driver().findElement(By.tagName("header")).getText()).contains(name);
    tabTo(".exercises a");
    press(Keys.ENTER);
    assertThat(browser.driver().getCurrentUrl()).contains("#");
    tabTo("nav a");
    press(Keys.ENTER);
    assertThat(rows()).hasSize(40);
  }

  @Test
  void takeNoStudentsTextForTheirOwn() throws IOException {
    List<Result> results =
        PagesTest.NASTY.stream()
            .distinct()
            .map(Synthetic::nasty)
            .sorted(Comparator.comparing(Result::id))
            .toList();
    browser.open(Written.pages(results, scratch.resolve("nasty")));
    assertThat(rows()).hasSameSizeAs(results);
    assertThat(browser.driver().getTitle()).isEqualTo("TP 6: the class");

    for (int i = 0; i < results.size(); i++) {
      String shown = rows().get(i).findElement(By.tagName("a")).getText();
      rows().get(i).findElement(By.tagName("a")).click();
      assertThat(browser.driver().getTitle()).contains(", TP 6");
      assertThat(browser.driver().findElement(By.tagName("h1")).getText()).isEqualTo(shown);
      assertThat(browser.driver().findElements(By.tagName("img"))).isEmpty();
      browser.driver().navigate().back();
    }
  }

  @Test
  void areQuickWithAThousand() throws IOException {
    Path thousand = Written.pages(Synthetic.results(1000, "en"), scratch.resolve("thousand"));
    // By the clock, which also runs while this computer does something else: the best one counts.
    double longest = Double.MAX_VALUE;
    for (int i = 0; i < 30 && longest >= LONGEST_PAUSE; i++) {
      browser.open(thousand);
      longest = Math.min(longest, browser.longestTask());
    }
    assertThat(longest).isLessThan(LONGEST_PAUSE);
    assertThat(rows()).hasSize(100);

    assertThat(pause("heads[2].click()")).isLessThan(LONGEST_PAUSE);
    assertThat(pause("heads[9].click()")).isLessThan(LONGEST_PAUSE);
    assertThat(
            pause(
                "filter.value = filter.value ? '' : '7'; filter.dispatchEvent(new Event('input'))"))
        .isLessThan(LONGEST_PAUSE);

    browser.driver().findElement(By.id("more")).click();
    assertThat(rows()).hasSize(200);
    head("mark").click();
    assertThat(rows()).hasSize(100);
  }

  /** What a script mostly makes the reader wait. */
  private double pause(String script) {
    String known =
        "const filter = document.getElementById('filter');"
            + "const heads = document.querySelectorAll('#class thead button');";
    return IntStream.range(0, 5)
        .mapToDouble(i -> browser.pause(known + script))
        .sorted()
        .skip(2)
        .findFirst()
        .orElseThrow();
  }

  private List<WebElement> rows() {
    return browser.driver().findElements(By.cssSelector("#class tbody:first-of-type tr"));
  }

  private List<String> column(int at) {
    return browser
        .driver()
        .findElements(
            By.cssSelector("#class tbody:first-of-type tr > :nth-child(" + (at + 1) + ")"))
        .stream()
        .map(WebElement::getText)
        .toList();
  }

  private List<Double> numbers(int at) {
    return column(at).stream()
        .filter(text -> text.matches("[\\d.]+"))
        .map(Double::valueOf)
        .toList();
  }

  private int numberOfColumns() {
    return rows().get(0).findElements(By.cssSelector("th, td")).size();
  }

  private WebElement head(String label) {
    return browser.driver().findElements(By.cssSelector("#class thead button")).stream()
        .filter(button -> label.equals(button.getAccessibleName()))
        .findFirst()
        .orElseThrow();
  }

  private WebElement active() {
    return browser.driver().switchTo().activeElement();
  }

  private void press(CharSequence... keys) {
    active().sendKeys(keys);
  }

  private void tabTo(String selector) {
    for (int i = 0; i < 200; i++) {
      press(Keys.TAB);
      Object isThere =
          browser
              .driver()
              .executeScript("return document.activeElement.matches(arguments[0])", selector);
      if (Boolean.TRUE.equals(isThere)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not lead to " + selector);
  }
}
