package tp6.grader.starter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tp6.grader.text.Sha256;

/** Which grader a fork's CI takes, and from where. */
public record Pin(URI address, String sha256) {
  private static final String FILE = ".grader.env";

  /** The pin of a jar that is, or will be, at that address. */
  public static Pin of(URI address, Path jar) throws IOException {
    byte[] digest = Sha256.begin().digest(Files.readAllBytes(jar));
    return new Pin(address, HexFormat.of().formatHex(digest));
  }

  /** The files of a starter with this pin in its place. */
  public Map<String, byte[]> in(Map<String, byte[]> starter) {
    Map<String, byte[]> files = new TreeMap<>(starter);
    files.computeIfPresent(
        FILE,
        (path, content) ->
            new String(content, UTF_8)
                .replaceAll("(?m)^GRADER_URL=.*$", "GRADER_URL=" + address)
                .replaceAll("(?m)^GRADER_SHA256=.*$", "GRADER_SHA256=" + sha256)
                .getBytes(UTF_8));
    return files;
  }
}
