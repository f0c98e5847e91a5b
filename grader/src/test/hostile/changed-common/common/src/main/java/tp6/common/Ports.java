package tp6.common;

/** Other ports. */
public final class Ports {
  public static final int CLOCK = 1;
  public static final int ECHO = 2;
}
