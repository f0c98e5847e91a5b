package tp6.grader.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import tp6.grader.text.Sha256;
import tp6.stage.text.Words;

/**
 * What all pages have in common. A page holds its own style and script, and a policy that lets the
 * browser take those two and nothing else from anywhere.
 *
 * @param language en or fr
 * @param policy in the words of the Content-Security-Policy
 */
public record Frame(String language, Words words, String style, String script, String policy) {
  private static final String STYLE = resource("page.css");
  private static final String SCRIPT = resource("page.js");

  /** For pages in that language. */
  public static Frame in(Locale language) {
    return in(language, SCRIPT, "");
  }

  /** For a page that asks where it came from whether there is something new. */
  public static Frame live(Locale language) {
    return in(language, SCRIPT + resource("live.js"), "connect-src 'self'; ");
  }

  private static Frame in(Locale language, String script, String more) {
    Words words = Words.of(Frame.class, "page", language);
    String policy =
        "default-src 'none'; %sstyle-src %s; script-src %s; base-uri 'none'; form-action 'none'"
            .formatted(more, hash(STYLE), hash(script));
    return new Frame(language.getLanguage(), words, STYLE, script, policy);
  }

  private static String resource(String name) {
    try (InputStream in = Frame.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    byte[] digest = Sha256.begin().digest(text.getBytes(UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  /** A sentence in the language of the page. */
  public String say(String key, Object... values) {
    return words.say(key, values);
  }

  /** A number as this language writes it: with a comma in French. */
  public String number(String plain) {
    return language.equals("fr") ? plain.replace('.', ',') : plain;
  }
}
