// Loses nothing: a class that finds clients and a class that knows the answer.
package tp6.clock;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import tp6.common.LineSocket;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Tells the time to each client, one after the other. */
public final class ClockServer implements Server {
  private final ServerSocket listener;
  private final Clock clock;

  /** Tells the time of this computer. */
  public ClockServer(int port) throws IOException {
    this(port, Clock.systemDefaultZone());
  }

  /** Tells the local time of a clock. */
  public ClockServer(int port, Clock clock) throws IOException {
    this.listener = new ServerSocket(port);
    this.clock = clock;
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    Answer answer = new Answer(clock);
    for (Socket client = next(); client != null; client = next()) {
      answer.giveTo(client);
    }
  }

  /** The next client, or null when the server is closed. */
  private Socket next() throws IOException {
    try {
      return listener.accept();
    } catch (SocketException e) {
      if (listener.isClosed()) {
        return null;
      }
      throw e;
    }
  }

  private static final class Answer {
    private final DateTimeFormatter time = DateTimeFormatter.ISO_LOCAL_TIME;
    private final Clock clock;

    Answer(Clock clock) {
      this.clock = clock;
    }

    void giveTo(Socket client) {
      try (LineSocket line = new LineSocket(client)) {
        line.writeLine(LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS).format(time));
      } catch (IOException e) {
        System.err.println(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  public static void main(String[] args) {
    Program.serve(args, Ports.CLOCK, ClockServer::new);
  }
}
