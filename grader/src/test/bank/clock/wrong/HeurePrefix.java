// Loses 2, 9: a text before the time, on the same line; and a RuntimeException when closed.
// Hints diff.around, 9.hint.
package tp6.clock;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
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
  public void serve() {
    try {
      while (true) {
        Socket clientSocket = listener.accept();
        PrintWriter out = new PrintWriter(clientSocket.getOutputStream(), true);
        out.println(
            "Heure actuelle du serveur : "
                + LocalTime.now(clock).format(DateTimeFormatter.ofPattern("HH:mm:ss")));
        out.flush();
        clientSocket.close();
      }
    } catch (IOException e) {
      throw new RuntimeException(e);
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
