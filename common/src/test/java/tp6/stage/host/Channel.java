package tp6.stage.host;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The line between a test and the host of the student's program: lists of words, bounded. */
public final class Channel implements Closeable {
  private static final int MAX_WORDS = 64;
  private static final int MAX_WORD = 16_000;

  /** Longer than a host is asked to wait before it answers. */
  private static final int SLICE_MILLIS = 100;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private BooleanSupplier isLeft;

  /** Speaks over a connected socket, and closes it when it is closed itself. */
  public Channel(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in =
        new DataInputStream(new BufferedInputStream(new BoundedInTime(socket.getInputStream())));
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  /** Sends words; of too many, and of too long ones, the beginning. */
  public synchronized void send(List<String> words) throws IOException {
    List<String> kept = words.subList(0, Math.min(words.size(), MAX_WORDS));
    out.writeByte(kept.size());
    for (String word : kept) {
      out.writeUTF(word.substring(0, Math.min(word.length(), MAX_WORD)));
    }
    out.flush();
  }

  /** Waits for the next words, without end. */
  public List<String> receive() throws IOException {
    return receive(null);
  }

  /**
   * Waits for the next words; a {@link SocketTimeoutException} ends the waiting.
   *
   * @param patience is asked now and then whether any is left
   */
  public List<String> receive(BooleanSupplier patience) throws IOException {
    isLeft = patience;
    int size = in.readUnsignedByte();
    if (size > MAX_WORDS) {
      throw new IOException("more words than anybody sends");
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      words.add(in.readUTF());
    }
    return words;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Asks whether there is patience left while nothing comes, and also where it comes by drops. */
  private final class BoundedInTime extends FilterInputStream {
    private long before = System.nanoTime();

    BoundedInTime(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (isLeft == null) {
        socket.setSoTimeout(0);
        return super.read(bytes, offset, length);
      }
      socket.setSoTimeout(SLICE_MILLIS);
      while (true) {
        try {
          int size = super.read(bytes, offset, length);
          requirePatience(false);
          return size;
        } catch (SocketTimeoutException e) {
          requirePatience(true);
        }
      }
    }

    private void requirePatience(boolean nothingCame) throws SocketTimeoutException {
      long now = System.nanoTime();
      if (nothingCame || now - before > SLICE_MILLIS * 1_000_000L) {
        before = now;
        if (!isLeft.getAsBoolean()) {
          throw new SocketTimeoutException();
        }
      }
    }
  }
}
