package tp6.grader.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import tp6.grader.text.Sha256;
import tp6.stage.Words;

/**
 * What all pages have in common. A page holds its own style and script, and a policy that lets the
 * browser take those two and nothing else from anywhere.
 *
 * @param language en or fr
 */
public record Frame(String language, Words words, String style, String script) {
  /** For pages in that language. */
  public static Frame in(Locale language) {
    return new Frame(
        language.getLanguage(),
        Words.of(Frame.class, "page", language),
        resource("page.css"),
        resource("page.js"));
  }

  private static String resource(String name) {
    try (InputStream in = Frame.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the words of the Content-Security-Policy. */
  public String policy() {
    return "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
        .formatted(hash(style), hash(script));
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
