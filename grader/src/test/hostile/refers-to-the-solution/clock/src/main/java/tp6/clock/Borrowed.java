package tp6.clock;

import tp6.echosingle.EchoServer;

/** Lets others do the work. */
final class Borrowed {
  private final Class<?> other = EchoServer.class;
}
