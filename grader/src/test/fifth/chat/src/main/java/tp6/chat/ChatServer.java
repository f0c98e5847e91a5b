package tp6.chat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tp6.common.LineSocket;
import tp6.common.Program;
import tp6.common.Server;

/** Tells each line of a client to all others. */
public final class ChatServer implements Server {
  private static final int PORT = 47911;

  private final ServerSocket listener;
  private final Set<LineSocket> present = ConcurrentHashMap.newKeySet();

  public ChatServer(int port) throws IOException {
    this.listener = new ServerSocket(port);
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    // BEGIN SOLUTION accept each client, and listen to it in a thread of its own
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        new Thread(() -> listenTo(client)).start();
      } catch (SocketException e) {
        if (!listener.isClosed()) {
          throw e;
        }
      }
    }
    // END SOLUTION accepter chaque client, et l'écouter dans un thread à part
  }

  /** Greets one client, and passes on what it says until it leaves or is lost. */
  private void listenTo(Socket client) {
    // BEGIN SOLUTION say "welcome", and write each line to all others who are present
    try (LineSocket speaker = new LineSocket(client)) {
      present.add(speaker);
      speaker.writeLine("welcome");
      Optional<String> line = speaker.readLine();
      while (line.isPresent()) {
        tellOthers(speaker, line.get());
        line = speaker.readLine();
      }
      present.remove(speaker);
    } catch (IOException e) {
      System.err.println("client lost: " + e.getMessage());
    }
    // END SOLUTION dire « welcome », et écrire chaque ligne à tous les autres présents
  }

  /** Whoever cannot be told any more has gone. */
  private void tellOthers(LineSocket speaker, String line) {
    // BEGIN SOLUTION where one of them is lost, the others are told all the same
    for (LineSocket listening : present) {
      try {
        if (listening != speaker) {
          listening.writeLine(line);
        }
      } catch (IOException lost) {
        present.remove(listening);
      }
    }
    // END SOLUTION si l'un d'eux est perdu, les autres reçoivent la ligne malgré tout
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  public static void main(String[] args) {
    Program.serve(args, PORT, ChatServer::new);
  }
}
