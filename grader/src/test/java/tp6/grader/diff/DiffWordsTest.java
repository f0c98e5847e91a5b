package tp6.grader.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DiffWordsTest {
  @Test
  void areInBothLanguagesWithTheSamePlaces() throws IOException {
    Properties english = words("words.properties");
    Properties french = words("words_fr.properties");

    assertThat(french.keySet()).isEqualTo(english.keySet());
    for (String key : english.stringPropertyNames()) {
      assertThat(places(french.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  private static String places(String sentence) {
    return sentence.replaceAll("[^%]*(%\\w)?", "$1");
  }

  private static Properties words(String name) throws IOException {
    Properties words = new Properties();
    try (Reader in = new InputStreamReader(DiffText.class.getResourceAsStream(name), UTF_8)) {
      words.load(in);
    }
    return words;
  }
}
