package tp6.weather;

import java.io.IOException;
import java.net.URI;

/** Fails, and fails at telling so. */
public final class Weather {

  public Weather(URI endpoint, String apiKey) {}

  public void temperature(String city) throws IOException {
    throw new Endless();
  }

  private static final class Endless extends IOException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      while (true) {
        Thread.onSpinWait();
      }
    }
  }
}
