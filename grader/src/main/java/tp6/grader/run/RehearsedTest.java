package tp6.grader.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import tp6.common.LineSocket;
import tp6.stage.host.Channel;

/** Asks a host what tests ask most, and hangs up. */
record RehearsedTest(ServerSocket meeting, Play play) implements Runnable {
  @Override
  public void run() {
    try (Channel host = new Channel(meeting.accept())) {
      host.receive();
      if (play == Play.HTTP) {
        ask(host, "call", RehearsedProgram.class.getName(), "greets", "Paris", "http://a", "b");
      } else {
        ask(host, "serve", RehearsedServer.class.getName());
        visit(Integer.parseInt(ask(host, "port", "20").get(0)));
        for (String question : List.of("timed", "sockets", "newSockets", "busy", "close")) {
          ask(host, question);
        }
      }
      ask(host, "state", "20");
      ask(host, "display", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void visit(int port) throws IOException {
    try (LineSocket client = new LineSocket(new Socket("127.0.0.1", port))) {
      client.writeLine("bonjour");
      client.readLine();
    }
  }

  private static List<String> ask(Channel host, String... request) throws IOException {
    host.send(List.of(request));
    return host.receive();
  }
}
