package tp6.small;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import tp6.common.Server;

/** A server of a few lines, for the tests of the stage kit. */
abstract class SmallServer implements Server {
  final ServerSocket listener;

  SmallServer(int port) throws IOException {
    listener = new ServerSocket(port);
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    while (!listener.isClosed()) {
      serve(listener.accept());
    }
  }

  abstract void serve(Socket client) throws IOException;

  static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(UTF_8));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  /** Greets, and hangs up. */
  static final class Polite extends SmallServer {
    Polite(int port) throws IOException {
      super(port);
    }

    @Override
    void serve(Socket client) throws IOException {
      say(client, "hello\n");
      client.close();
    }
  }

  /** Ends the whole program when it sees a client. */
  static final class Exits extends SmallServer {
    Exits(int port) throws IOException {
      super(port);
    }

    @Override
    void serve(Socket client) {
      System.exit(3);
    }
  }

  /** Greets in another encoding. */
  static final class Foreign extends SmallServer {
    Foreign(int port) throws IOException {
      super(port);
    }

    @Override
    void serve(Socket client) throws IOException {
      client.getOutputStream().write(new byte[] {'h', (byte) 0xE9, '\n'});
    }
  }

  /** Prints what should not reach a report as it is, and says nothing. */
  static final class Prints extends SmallServer {
    Prints(int port) throws IOException {
      super(port);
    }

    @Override
    void serve(Socket client) {
      System.out.println("```\u001b[2J\u202e");
      System.out.println("::error::x");
    }
  }

  /** Greets, and does not stop when it is closed. */
  static final class Unstoppable extends SmallServer {
    Unstoppable(int port) throws IOException {
      super(port);
    }

    @Override
    void serve(Socket client) throws IOException {
      say(client, "hello\n");
      Object forever = new Object();
      synchronized (forever) {
        try {
          forever.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** Is not there yet. */
  static final class Starter extends SmallServer {
    Starter(int port) throws IOException {
      super(port);
    }

    @Override
    void serve(Socket client) {
      throw new UnsupportedOperationException("TODO greet the client");
    }
  }

  /** Throws the starter's exception for a reason of its own. */
  static final class Immutable extends SmallServer {
    Immutable(int port) throws IOException {
      super(port);
    }

    @Override
    void serve(Socket client) {
      java.util.List.of().add(null);
    }
  }

  /** Fails with words that would do harm in a terminal or in the log of a CI. */
  static final class Injects extends SmallServer {
    Injects(int port) throws IOException {
      super(port);
    }

    @Override
    void serve(Socket client) {
      throw new IllegalStateException("a\n::error::x\u001b[31m\ud83d");
    }
  }

  /** Is not done opening, ever. */
  static final class Blocked extends SmallServer {
    Blocked(int port) throws IOException {
      super(port);
      serve();
    }

    @Override
    void serve(Socket client) {}
  }

  /** Sends without end. */
  static final class Floods extends SmallServer {
    Floods(int port) throws IOException {
      super(port);
    }

    @Override
    void serve(Socket client) throws IOException {
      byte[] lines = "hello\n".repeat(1000).getBytes(UTF_8);
      while (true) {
        client.getOutputStream().write(lines);
      }
    }
  }

  /** Cannot even be opened. */
  static final class Closed extends SmallServer {
    Closed(int port) throws IOException {
      super(port);
      throw new IOException("no port today");
    }

    @Override
    void serve(Socket client) {}
  }
}
