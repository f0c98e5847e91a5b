package tp6.grader.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium without a screen, which tells what it has complained of and asked for. */
public final class Browser implements Closeable {
  public static final Dimension DESK = new Dimension(1280, 940);
  public static final Dimension PHONE = new Dimension(390, 844);

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final boolean REQUIRED =
      "required".equals(Optional.ofNullable(System.getenv("TP6_CHROMIUM")).orElse(""));
  private static final Path SCREENSHOTS = Path.of("docs");
  private static final boolean UPDATE = "update".equals(System.getProperty("screenshots"));
  private static final int LARGEST_SCREENSHOT = 220_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** It misses a part that is not used here. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts it; where there is none, the test is not run, or fails with TP6_CHROMIUM=required. */
  public static Browser start() {
    Optional<Path> browser = NAMES.stream().flatMap(name -> find(name).stream()).findFirst();
    Optional<Path> remote = find("chromedriver");
    if (browser.isEmpty() || remote.isEmpty()) {
      String next = "apt-get install chromium chromium-driver brings the browser for this test";
      if (REQUIRED) {
        throw new IllegalStateException(next);
      }
      return abort(next);
    }
    SELENIUM.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable("browser", Level.ALL);
    logs.enable("performance", Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.get().toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--window-size=1280,940", "--hide-scrollbars");
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(remote.get().toFile()).build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
    return new Browser(driver);
  }

  private static Optional<Path> find(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public ChromeDriver driver() {
    return driver;
  }

  public void open(Path page) {
    driver.get(page.toUri().toString());
  }

  /** What a reader prefers: light or dark. */
  public void prefers(String scheme) {
    Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /** Until it is told otherwise; narrower than a window of it can be, as a phone is. */
  public void resize(Dimension size) {
    Map<String, Object> metrics =
        Map.of("width", size.width, "height", size.height, "deviceScaleFactor", 1, "mobile", false);
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
  }

  /** How much wider than the window the page is, in pixels. */
  public long overflow() {
    return (long) driver.executeScript("return document.documentElement.scrollWidth - innerWidth");
  }

  /** The texts of drawings that leave their drawing or the window, or lie on one another. */
  List<?> spoiledTexts() {
    return (List<?>)
        driver.executeScript(
            """
            const seen = [...document.querySelectorAll('.drawing')].filter(one => one.checkVisibility());
            return seen.flatMap(drawing => {
              const all = drawing.getBoundingClientRect();
              const texts = [...drawing.querySelectorAll('text')].map(text => {
                const box = text.getBoundingClientRect();
                return {box, text: text.textContent};
              });
              const out = texts.filter(({box}) => box.left < all.left || box.right > all.right
                  || box.top < all.top || box.bottom > all.bottom || box.right > innerWidth);
              const on = texts.filter(({box}, i) => texts.slice(0, i).some(other =>
                  box.left < other.box.right && other.box.left < box.right
                  && box.top + 4 < other.box.bottom && other.box.top + 4 < box.bottom));
              return [...out, ...on].map(one => one.text);
            });
            """);
  }

  /** The texts of one word that stand in more than one line. */
  List<?> brokenWords(String selector) {
    return (List<?>)
        driver.executeScript(
            """
            return [...document.querySelectorAll(arguments[0])].flatMap(one => {
              const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
              const broken = [];
              while (texts.nextNode()) {
                for (const word of texts.currentNode.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
                  const place = document.createRange();
                  place.setStart(texts.currentNode, word.index);
                  place.setEnd(texts.currentNode, word.index + word[0].length);
                  if (new Set([...place.getClientRects()].map(part => part.top)).size > 1) {
                    broken.push(word[0]);
                  }
                }
              }
              return broken;
            });
            """,
            selector);
  }

  /** What it has complained of since it was asked last. */
  public List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream().map(LogEntry::toString).toList();
  }

  /** The addresses it has asked for since it was asked last. */
  public List<String> requests() {
    return driver.manage().logs().get("performance").getAll().stream()
        .map(entry -> JSON.readTree(entry.getMessage()).path("message"))
        .filter(event -> event.path("method").asString("").equals("Network.requestWillBeSent"))
        .map(event -> event.path("params").path("request").path("url").asString(""))
        .toList();
  }

  /** What axe-core finds that not everybody can see, reach or understand: a line each. */
  public List<String> barriers() throws IOException {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      driver.executeScript(new String(in.readAllBytes(), UTF_8));
    }
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run().then(
              (all) => done(JSON.stringify(all.violations)), (error) => done(String(error)));
            """);
    return JSON.readTree((String) found)
        .valueStream()
        .map(one -> one.path("id").asString() + ": " + first(one))
        .toList();
  }

  private static String first(JsonNode violation) {
    JsonNode node = violation.path("nodes").path(0);
    return node.path("html").asString("") + " " + node.path("failureSummary").asString("");
  }

  /**
   * How long the page does not react when a script is run and its effect drawn, in milliseconds:
   * the time of its thread, whatever else this computer has to do.
   */
  double pause(String script) {
    driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
    double before = taskSeconds();
    driver.executeAsyncScript(
        """
        const done = arguments[arguments.length - 1];
        %s;
        requestAnimationFrame(() => setTimeout(done));
        """
            .formatted(script));
    double after = taskSeconds();
    driver.executeCdpCommand("Performance.disable", Map.of());
    return (after - before) * 1000;
  }

  private double taskSeconds() {
    List<?> metrics =
        (List<?>) driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
    return metrics.stream()
        .map(metric -> (Map<?, ?>) metric)
        .filter(metric -> metric.get("name").equals("TaskDuration"))
        .mapToDouble(metric -> ((Number) metric.get("value")).doubleValue())
        .findFirst()
        .orElseThrow();
  }

  /** The longest time in which the page did not react while it was opened, in milliseconds. */
  double longestTask() {
    return ((Number)
            driver.executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                let longest = 0;
                new PerformanceObserver((list) => {
                  for (const entry of list.getEntries()) {
                    longest = Math.max(longest, entry.duration);
                  }
                }).observe({type: "longtask", buffered: true});
                setTimeout(() => done(longest), 300);
                """))
        .doubleValue();
  }

  public byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /** Of which something is to be seen; {@code -Dscreenshots=update} puts it into the docs. */
  public static void keep(String name, byte[] png) throws IOException {
    assertThat(png.length).isGreaterThan(10_000);
    if (UPDATE) {
      assertThat(png.length).isLessThan(LARGEST_SCREENSHOT);
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), png);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
