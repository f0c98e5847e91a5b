package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tp6.grader.fuzz.Garbage;
import tp6.stage.link.Launch;

/** Starts no JVM: what calls back knows the password, and says garbage from then on. */
final class Impostor extends Process implements Launch {
  private final byte[] printed;
  private final byte[] answers;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  Impostor(Garbage garbage) throws IOException {
    this.printed = garbage.bytes(100);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(all);
    for (int left = garbage.size(6); left > 0; left--) {
      if (garbage.chance(30)) {
        out.write(garbage.bytes(2000));
      } else {
        say(garbage.some(garbage.chance(25) ? 255 : 5, () -> garbage.text(20_000)), out);
      }
    }
    this.answers = all.toByteArray();
  }

  private static void say(List<String> words, DataOutputStream out) throws IOException {
    out.writeByte(words.size());
    for (String word : words) {
      out.writeUTF(word);
    }
  }

  @Override
  public Process java(List<String> arguments) {
    return this;
  }

  /** Calls back as soon as all is told that a host needs to know. */
  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int one) {
        told.write(one);
      }

      @Override
      public void flush() throws IOException {
        String[] lines = told.toString(UTF_8).split("\n");
        int port = Integer.parseInt(lines[0]);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        new Thread(() -> talk(socket, lines[1])).start();
      }
    };
  }

  private void talk(Socket socket, String password) {
    try (socket) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      say(List.of(password), out);
      out.write(answers);
    } catch (IOException e) {
      // Nobody listens any longer.
      return;
    }
  }

  @Override
  public long pid() {
    return -1;
  }

  @Override
  public Stream<ProcessHandle> children() {
    return Stream.empty();
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(printed);
  }

  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public Stream<ProcessHandle> descendants() {
    return Stream.empty();
  }

  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public boolean waitFor(long timeout, TimeUnit unit) {
    return true;
  }

  @Override
  public int waitFor() {
    return 1;
  }

  @Override
  public int exitValue() {
    return 1;
  }

  @Override
  public void destroy() {
    // There is nothing to be ended.
  }
}
