package tp6.weather;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A request of HTTP/1.1, as it has arrived.
 *
 * @param target what comes after the method: the path, with the query
 * @param headers by their names, in whichever capitals
 */
record Request(
    String method, String target, String version, Map<String, String> headers, String body) {
  private static final int LONGEST = 64_000;

  /** No service can tell what these are to mean. */
  private static final Pattern WRONG_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

  /**
   * Waits for the next one. Empty where the client sends no more.
   *
   * @throws ProtocolException where it is none that HTTP/1.1 allows
   */
  static Optional<Request> readFrom(InputStream in, Response.Sender sender) throws IOException {
    Optional<String> first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String[] words = first.get().split(" ", -1);
    Map<String, String> headers = headers(in);
    if (words.length != 3
        || !words[1].startsWith("/")
        || WRONG_ESCAPE.matcher(words[1]).find()
        || !words[2].startsWith("HTTP/1.")
        || words[2].equals("HTTP/1.1") && !headers.containsKey("Host")) {
      throw new ProtocolException(first.get());
    }
    if (headers.getOrDefault("Expect", "").equalsIgnoreCase("100-continue")) {
      sender.goOn();
    }
    return Optional.of(new Request(words[0], words[1], words[2], headers, body(in, headers)));
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = needed(in); !line.isEmpty(); line = needed(in)) {
      String[] both = line.split(":", 2);
      headers.put(both[0].strip(), both.length == 2 ? both[1].strip() : "");
    }
    return headers;
  }

  private static String body(InputStream in, Map<String, String> headers) throws IOException {
    boolean isChunked = headers.getOrDefault("Transfer-Encoding", "").equalsIgnoreCase("chunked");
    byte[] body =
        isChunked ? chunks(in) : bytes(in, headers.getOrDefault("Content-Length", "0"), 10);
    return new String(body, UTF_8);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (all.size() <= LONGEST) {
      byte[] chunk = bytes(in, needed(in).replaceAll(";.*", "").strip(), 16);
      needed(in);
      if (chunk.length == 0) {
        return all.toByteArray();
      }
      all.writeBytes(chunk);
    }
    throw new ProtocolException("a body of more than " + LONGEST + " bytes");
  }

  private static byte[] bytes(InputStream in, String size, int radix) throws IOException {
    try {
      int bytes = Integer.parseUnsignedInt(size, radix);
      if (bytes >= 0 && bytes <= LONGEST) {
        return in.readNBytes(bytes);
      }
      throw new ProtocolException("a body of " + size + " bytes");
    } catch (NumberFormatException e) {
      throw new ProtocolException("not a number of bytes: " + size);
    }
  }

  private static String needed(InputStream in) throws IOException {
    return line(in).orElseThrow(EOFException::new);
  }

  private static Optional<String> line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return Optional.empty();
      }
      if (line.size() == LONGEST) {
        throw new ProtocolException("a line of more than " + LONGEST + " bytes");
      }
      line.write(next);
    }
    return Optional.of(line.toString(UTF_8).replaceAll("\r$", ""));
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Whether the client may ask again over the same connection. */
  boolean keepsAlive() {
    return version.equals("HTTP/1.1") && !header("Connection").equalsIgnoreCase("close");
  }
}
