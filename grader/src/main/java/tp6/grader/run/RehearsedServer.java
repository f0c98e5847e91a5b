package tp6.grader.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import tp6.common.Server;

/** Answers each client once, as students' servers do. */
final class RehearsedServer implements Server {
  private final ServerSocket listener;

  RehearsedServer(int port) throws IOException {
    listener = new ServerSocket(port);
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    while (!listener.isClosed()) {
      Socket client = listener.accept();
      new Thread(() -> answer(client)).start();
    }
  }

  private static void answer(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8)) {
      out.println("echo:" + in.readLine());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
