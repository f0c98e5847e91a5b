package tp6.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import picocli.CommandLine;

/** What {@code --help} says: in English as it stands at each option, or in French. */
final class Help {
  private static final String FRENCH = "french-help.properties";

  private Help() {}

  static void in(Locale language, CommandLine grader) {
    if (!language.equals(Locale.FRENCH)) {
      return;
    }
    try (Reader in = new InputStreamReader(Help.class.getResourceAsStream(FRENCH), UTF_8)) {
      grader.setResourceBundle(new PropertyResourceBundle(in));
    } catch (IOException e) {
      throw new UncheckedIOException(FRENCH, e);
    }
  }
}
