package tp6.weather;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A response of HTTP/1.1.
 *
 * @param type of its content; empty where it does not tell
 * @param pace in which it is sent
 */
record Response(int status, String type, String body, Pace pace) {
  /** How many pieces there are of one that is sent in pieces. */
  static final int PIECES = 5;

  private static final int MILLIS_BETWEEN = 20;
  private static final Map<Integer, String> REASONS =
      Map.of(
          200, "OK",
          400, "Bad Request",
          401, "Unauthorized",
          404, "Not Found",
          405, "Method Not Allowed",
          500, "Server Error");

  /** How a response is sent. */
  enum Pace {
    WHOLE,
    IN_PIECES,
    NEVER
  }

  static Response of(int status, String body) {
    return new Response(status, "", body, Pace.WHOLE);
  }

  static Response of(String body) {
    return of(200, body);
  }

  Response as(String contentType) {
    return new Response(status, contentType, body, pace);
  }

  Response at(Pace another) {
    return new Response(status, type, body, another);
  }

  byte[] bytes() {
    return body.getBytes(UTF_8);
  }

  private String head(boolean isLast) {
    return "HTTP/1.1 %d %s\r\n".formatted(status, REASONS.get(status))
        + (isLast ? "Connection: close\r\n" : "")
        + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
        + "Content-Length: "
        + bytes().length
        + "\r\n\r\n";
  }

  /** The end of a connection that responses are sent over. */
  record Sender(OutputStream out, CountDownLatch closed) {
    /** Lets a client send the body that it has announced. */
    void goOn() throws IOException {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
      out.flush();
    }

    /** Sends a response, and ends the connection with it unless the client goes on. */
    void send(Response response, boolean isHead, boolean isLast) throws IOException {
      out.write(response.head(isLast).getBytes(US_ASCII));
      if (!isHead && response.pace() == Pace.IN_PIECES) {
        sendPieces(response.bytes());
      } else if (!isHead) {
        out.write(response.bytes());
      }
      out.flush();
    }

    private void sendPieces(byte[] body) throws IOException {
      int size = (body.length + PIECES - 1) / PIECES;
      for (int from = 0; from < body.length; from += size) {
        out.flush();
        pause();
        out.write(Arrays.copyOfRange(body, from, Math.min(from + size, body.length)));
      }
    }

    /** So that no client finds two pieces together. */
    private void pause() throws IOException {
      try {
        if (closed.await(MILLIS_BETWEEN, TimeUnit.MILLISECONDS)) {
          throw new IOException("the service is closed");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
