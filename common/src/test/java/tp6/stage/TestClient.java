package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A client that a test plays: it acts, it expects, and all of it is noted. A test has several by
 * name, and is the only thread that uses them.
 */
public final class TestClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofMillis(150);
  private static final int LOOK_AT_SERVER_MILLIS = 50;
  private static final int MAX_LINE = 65_536;

  /** What came of waiting for bytes. */
  private enum Arrival {
    BYTES,
    END,
    RESET,
    NOTHING
  }

  private final String name;
  private final Socket socket = new Socket();
  private final Transcript transcript;
  private final Words words;
  private final Supplier<HostState> server;
  private byte[] unread = {};

  TestClient(String name, Transcript transcript, Words words, Supplier<HostState> server) {
    this.name = name;
    this.transcript = transcript;
    this.words = words;
    this.server = server;
  }

  /** Connects. That alone proves nothing: the system accepts for a server that does not. */
  void connect(int port) {
    note("connects");
    if (!isAccepted(port)) {
      throw unexpected(Symptom.REFUSED, port);
    }
  }

  boolean isAccepted(int port) {
    try {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) CONNECT.toMillis());
      socket.setTcpNoDelay(true);
      // The system may connect a port on which nobody listens to itself.
      return socket.getLocalPort() != port;
    } catch (IOException e) {
      return false;
    }
  }

  /** Sends a line. */
  public TestClient sends(String line) {
    return sendsBytes((line + "\n").getBytes(UTF_8));
  }

  /** Sends bytes in one piece, whatever they mean. */
  public TestClient sendsBytes(byte[] bytes) {
    transcript.note(name, () -> words.say("step.sends", Visible.quote(bytes)));
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw unexpected(Symptom.RESET);
    }
    return this;
  }

  /** Expects a line, exactly this one. Its end may be LF or CRLF. */
  public TestClient receives(String expected) {
    byte[] line = nextLine();
    byte[] wanted = expected.getBytes(UTF_8);
    int at = Arrays.mismatch(wanted, line);
    if (at >= 0) {
      throw unexpected(
          Symptom.DIFFERENT,
          List.of(
              words.say("expected", Visible.quote(wanted)),
              words.say("received", Visible.quote(line)),
              words.say("difference", at + 1, hex(wanted, at), hex(line, at))));
    }
    return this;
  }

  /** Expects some answer, be it the end of the connection. */
  public TestClient receivesSomething() {
    Arrival arrival = await(Deadline.in(ANSWER));
    if (arrival == Arrival.NOTHING) {
      throw unexpected(Symptom.SILENCE);
    }
    if (arrival == Arrival.BYTES) {
      noteReceived(unread);
      return this;
    }
    return atTheEnd(arrival);
  }

  /** Expects that for a moment nothing comes. */
  public TestClient receivesNothing() {
    if (unread.length > 0 || await(Deadline.in(SILENCE)) == Arrival.BYTES) {
      noteReceived(unread);
      throw unexpected(Symptom.UNASKED);
    }
    note("hears.nothing");
    return this;
  }

  /** Reads over all that comes, at least something, and expects the end of the connection. */
  public TestClient readsToTheEnd() {
    Deadline deadline = Deadline.in(ANSWER);
    Arrival arrival = await(deadline);
    if (arrival != Arrival.BYTES) {
      throw noLine(arrival);
    }
    while (arrival == Arrival.BYTES) {
      noteReceived(unread);
      unread = new byte[0];
      arrival = await(deadline);
    }
    return atTheEnd(arrival);
  }

  /** Expects the end of the connection, and nothing before it. */
  public TestClient seesTheEnd() {
    Arrival arrival = unread.length > 0 ? Arrival.BYTES : await(Deadline.in(ANSWER));
    if (arrival == Arrival.BYTES) {
      noteReceived(unread);
      throw unexpected(Symptom.UNASKED);
    }
    return atTheEnd(arrival);
  }

  /** A connection also ends with its server's JVM; that is not what was expected. */
  private TestClient atTheEnd(Arrival arrival) {
    if (arrival == Arrival.NOTHING) {
      throw unexpected(Symptom.OPEN);
    }
    if (server.get().hasNoJvm()) {
      throw unexpected(Symptom.END);
    }
    note("sees.end");
    return this;
  }

  /** Sends no more, and can still receive. */
  public TestClient finishesSending() {
    note("finishes");
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw unexpected(Symptom.RESET);
    }
    return this;
  }

  /** Closes the connection. */
  public void leaves() {
    note("leaves");
    close();
  }

  /** Breaks the connection off: the server's next read fails. */
  public void resets() {
    note("resets");
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException e) {
      throw unexpected(Symptom.RESET);
    }
    close();
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw unexpected(Symptom.RESET);
    }
  }

  private byte[] nextLine() {
    Deadline deadline = Deadline.in(ANSWER);
    int end = lineEnd();
    while (end < 0) {
      Arrival arrival = await(deadline);
      if (arrival != Arrival.BYTES) {
        throw noLine(arrival);
      }
      if (unread.length > MAX_LINE) {
        noteReceived(unread);
        throw unexpected(Symptom.ENDLESS, MAX_LINE);
      }
      end = lineEnd();
    }
    noteReceived(Arrays.copyOf(unread, end + 1));
    boolean crlf = end > 0 && unread[end - 1] == '\r';
    byte[] line = Arrays.copyOf(unread, crlf ? end - 1 : end);
    unread = Arrays.copyOfRange(unread, end + 1, unread.length);
    return line;
  }

  private Unexpected noLine(Arrival arrival) {
    if (unread.length > 0) {
      noteReceived(unread);
      return unexpected(Symptom.UNFINISHED);
    }
    return unexpected(
        switch (arrival) {
          case END -> Symptom.END;
          case RESET -> Symptom.RESET;
          default -> Symptom.SILENCE;
        });
  }

  private int lineEnd() {
    for (int i = 0; i < unread.length; i++) {
      if (unread[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Waits for more bytes; now and then looks whether there is still a server to wait for. */
  private Arrival await(Deadline deadline) {
    byte[] piece = new byte[8192];
    boolean lastLook = false;
    while (true) {
      try {
        socket.setSoTimeout(deadline.millisLeft(LOOK_AT_SERVER_MILLIS));
        int size = socket.getInputStream().read(piece);
        if (size < 0) {
          return Arrival.END;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(unread, 0, unread.length);
        all.write(piece, 0, size);
        unread = all.toByteArray();
        return Arrival.BYTES;
      } catch (SocketTimeoutException e) {
        if (lastLook || deadline.hasPassed()) {
          return Arrival.NOTHING;
        }
        lastLook = server.get().isHopeless();
      } catch (IOException e) {
        return Arrival.RESET;
      }
    }
  }

  private void note(String step) {
    transcript.note(name, () -> words.say("step." + step));
  }

  private void noteReceived(byte[] bytes) {
    transcript.note(
        words.say("server"), () -> words.say("step.answers", name, Visible.quote(bytes)));
  }

  private Unexpected unexpected(Symptom symptom, Object... values) {
    return unexpected(symptom, List.of(), values);
  }

  private Unexpected unexpected(Symptom symptom, List<String> findings, Object... values) {
    String what = words.say("symptom." + symptom.key(), values);
    transcript.note(name, what);
    return new Unexpected(symptom, name + " " + what, findings);
  }

  /** The bytes from the character on in which the difference lies, and that character. */
  private String hex(byte[] bytes, int at) {
    return at < bytes.length ? Visible.hex(bytes, at) : words.say("nothing.more");
  }
}
