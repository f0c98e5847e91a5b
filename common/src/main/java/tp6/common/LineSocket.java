package tp6.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** A connection that speaks lines of UTF-8 text. */
public final class LineSocket implements Closeable {
  private final Socket socket;
  private final BufferedReader in;
  private final OutputStream out;

  /** Speaks over a connected socket, and closes it when it is closed itself. */
  public LineSocket(Socket socket) throws IOException {
    this.socket = socket;
    // Otherwise a line waits 40 ms for the other side to confirm the one before it.
    socket.setTcpNoDelay(true);
    this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    this.out = socket.getOutputStream();
  }

  /** Waits for the next line. Empty means that the other side has finished sending. */
  public Optional<String> readLine() throws IOException {
    return Optional.ofNullable(in.readLine());
  }

  /** Sends a line at once, text and line end in one piece. */
  public void writeLine(String line) throws IOException {
    out.write((line + "\n").getBytes(UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
