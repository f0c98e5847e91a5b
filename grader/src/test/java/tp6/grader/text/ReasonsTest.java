package tp6.grader.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each reason that the code gives has a sentence. */
@Tag("once")
class ReasonsTest {
  private static final Pattern GIVEN =
      Pattern.compile("(?:new UserError|Refused\\.because|Reason\\.of)\\(\\s*\"([^\"]*)\"");

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void haveASentence(String language) throws IOException {
    List<String> keys = keys();

    assertThat(keys).hasSizeGreaterThan(80);
    assertThat(keys)
        .allSatisfy(
            key ->
                assertThat(
                        Reason.of(key, "a", "b", "c", "d", "e", "f")
                            .in(Locale.forLanguageTag(language)))
                    .isNotBlank());
  }

  private static List<String> keys() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      return sources.stream()
          .flatMap(file -> GIVEN.matcher(read(file)).results())
          .map(found -> found.group(1))
          .distinct()
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
