package tp6.common;

import java.io.Closeable;
import java.io.IOException;

/** A program that listens on a port and answers clients until it is closed. */
public interface Server extends Closeable {
  /** The port clients connect to; the system's choice where 0 was asked for. */
  int port();

  /** Answers clients. Returns only after {@link #close}. */
  void serve() throws IOException;
}
