package tp6.grader.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import tp6.common.LineSocket;

/** Asks a host what tests ask most, and hangs up. */
record RehearsedTest(ServerSocket meeting, Play play) implements Runnable {
  @Override
  public void run() {
    try (Socket host = meeting.accept();
        DataInputStream in = new DataInputStream(host.getInputStream());
        DataOutputStream out = new DataOutputStream(host.getOutputStream())) {
      receive(in);
      if (play == Play.HTTP) {
        ask(in, out, "call", RehearsedProgram.class.getName(), "greets", "Paris", "http://a", "b");
      } else {
        ask(in, out, "serve", RehearsedServer.class.getName());
        visit(Integer.parseInt(ask(in, out, "port", "20").get(0)));
        for (String question : List.of("timed", "sockets", "newSockets", "busy", "close")) {
          ask(in, out, question);
        }
      }
      ask(in, out, "state", "20");
      ask(in, out, "display", "");
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

  private static List<String> ask(DataInputStream in, DataOutputStream out, String... request)
      throws IOException {
    out.writeByte(request.length);
    for (String word : request) {
      out.writeUTF(word);
    }
    return receive(in);
  }

  private static List<String> receive(DataInputStream in) throws IOException {
    List<String> words = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      words.add(in.readUTF());
    }
    return words;
  }
}
