package tp6.grader.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tp6.grader.grade.Result;
import tp6.grader.submission.Note;

class SentencesTest {
  private static final Pattern PLACE = Pattern.compile("%(?:\\d\\$)?[a-z]");

  @ParameterizedTest
  @CsvSource({"report, words", "similar, words", "diff, words", "html, page"})
  void speaksBothLanguagesWithTheSameKeysAndPlaces(String folder, String name) throws IOException {
    Properties english = words("../" + folder + "/" + name + ".properties");
    Properties french = words("../" + folder + "/" + name + "_fr.properties");

    assertThat(french.keySet()).isEqualTo(english.keySet());
    for (String key : english.stringPropertyNames()) {
      assertThat(places(french.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasWordsForEveryReason(Note.Reason reason) {
    Result result = Samples.withNotes(Samples.result("dupont"), new Note("pom.xml", reason));

    assertThat(NotTaken.of(result).get(0))
        .startsWith(reason.isRefusal() ? "pom.xml  refused: " : "pom.xml  ");
  }

  private static List<String> places(String sentence) {
    return PLACE.matcher(sentence).results().map(MatchResult::group).toList();
  }

  private static Properties words(String name) throws IOException {
    Properties words = new Properties();
    try (Reader in = new InputStreamReader(SentencesTest.class.getResourceAsStream(name), UTF_8)) {
      words.load(in);
    }
    return words;
  }
}
