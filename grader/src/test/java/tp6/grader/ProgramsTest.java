package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs as a person starts them: what they say, and how they end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProgramsTest {
  private static final String CLOCK = "tp6.clock.ClockServer";
  private static final String HORLOGE_CLIENT = "tp6.common.HorlogeClient";
  private static final String ECHO_CLIENT = "tp6.common.EchoClient";
  private static final String WEATHER = "tp6.weather.Weather";

  @Test
  void tellsTheTime() throws Exception {
    try (RunningProgram server = RunningProgram.start("clock", CLOCK, "0");
        RunningProgram client =
            RunningProgram.start("common", HORLOGE_CLIENT, "localhost", port(server))) {
      assertThat(client.line()).matches("\\d\\d:\\d\\d:\\d\\d");
      assertThat(client.exitStatus()).isZero();
    }
  }

  @Test
  void speaksFrenchToo() throws Exception {
    try (RunningProgram server =
        RunningProgram.startIn("fr", "echo-single", "tp6.echosingle.EchoServer", "0")) {
      String port = server.line().replaceFirst("écoute sur le port ", "");
      try (RunningProgram client =
          RunningProgram.startIn("fr", "common", ECHO_CLIENT, "localhost", port)) {
        client.type("quit");
        assertThat(client.rest())
            .containsExactly(
                "connecté à localhost, port " + port + " ; tapez un message, ou quit",
                "exit status 0");
      }
    }
  }

  @Test
  void echoesUntilQuit() throws Exception {
    try (RunningProgram server =
        RunningProgram.start("echo-single", "tp6.echosingle.EchoServer", "0")) {
      String port = port(server);
      try (RunningProgram client = RunningProgram.start("common", ECHO_CLIENT, "localhost", port)) {
        client.type("bonjour à tous");
        client.type("");
        client.type("quit");
        client.type("not sent");

        assertThat(client.rest())
            .containsExactly(
                "connected to localhost, port " + port + "; type a message, or quit",
                "echo:bonjour à tous",
                "echo:",
                "exit status 0");
      }
    }
  }

  @Test
  void echoesUntilTheEndOfInput() throws Exception {
    try (RunningProgram server =
            RunningProgram.start("echo-multi", "tp6.echomulti.EchoServer", "0");
        RunningProgram client =
            RunningProgram.start("common", ECHO_CLIENT, "localhost", port(server))) {
      client.type("un");
      client.endInput();

      assertThat(client.rest()).endsWith("echo:un", "exit status 0");
    }
  }

  @Test
  void makesTheSecondClientWaitInExercise3() throws Exception {
    try (RunningProgram server =
        RunningProgram.start("echo-single", "tp6.echosingle.EchoServer", "0")) {
      String port = port(server);
      try (RunningProgram alice = RunningProgram.start("common", ECHO_CLIENT, "localhost", port)) {
        alice.type("salut");
        assertThat(alice.line()).startsWith("connected");
        assertThat(alice.line()).isEqualTo("echo:salut");
        try (RunningProgram bob = RunningProgram.start("common", ECHO_CLIENT, "localhost", port)) {
          bob.type("bonjour");
          assertThat(bob.line()).startsWith("connected");
          alice.type("encore");
          assertThat(alice.line()).isEqualTo("echo:encore");

          alice.type("quit");
          bob.type("quit");

          assertThat(bob.rest()).containsExactly("echo:bonjour", "exit status 0");
        }
      }
    }
  }

  @Test
  void letsBothTalkInExercise4() throws Exception {
    try (RunningProgram server =
        RunningProgram.start("echo-multi", "tp6.echomulti.EchoServer", "0")) {
      String port = port(server);
      try (RunningProgram alice = RunningProgram.start("common", ECHO_CLIENT, "localhost", port);
          RunningProgram bob = RunningProgram.start("common", ECHO_CLIENT, "localhost", port)) {
        assertThat(alice.line()).startsWith("connected");
        bob.type("bonjour");
        assertThat(bob.line()).startsWith("connected");
        assertThat(bob.line()).isEqualTo("echo:bonjour");
        alice.type("salut");
        assertThat(alice.line()).isEqualTo("echo:salut");
      }
    }
  }

  @Test
  void noticesThatTheServerHasGone() throws Exception {
    try (ServerSocket listener = new ServerSocket(0);
        RunningProgram client =
            RunningProgram.start(
                "common", ECHO_CLIENT, "localhost", "" + listener.getLocalPort())) {
      listener.accept().close();
      client.type("anyone there?");

      assertThat(client.line()).startsWith("connected");
      assertThat(client.line()).startsWith("the server has gone: ");
      assertThat(client.rest()).containsExactly("exit status 1");
    }
  }

  @ParameterizedTest
  @CsvSource({HORLOGE_CLIENT, ECHO_CLIENT})
  void saysThatNobodyListens(String client) throws Exception {
    try (Socket silent = bound();
        RunningProgram program =
            RunningProgram.start("common", client, "localhost", "" + silent.getLocalPort())) {
      int port = silent.getLocalPort();
      assertThat(program.rest())
          .containsExactly(
              "nobody listens at localhost, port " + port + ": start the server first",
              "exit status 1");
    }
  }

  /** Of a broadcast, whatever network there is. */
  @Test
  void saysWhichServerCannotBeReached() throws Exception {
    try (RunningProgram program = RunningProgram.start("common", ECHO_CLIENT, "255.255.255.255")) {
      assertThat(program.rest())
          .satisfiesExactly(
              line ->
                  assertThat(line).startsWith("255.255.255.255, port 49631 cannot be reached: "),
              line -> assertThat(line).isEqualTo("exit status 1"));
    }
  }

  @ParameterizedTest(name = "{0} {1} {2} -> {3}")
  @CsvSource({
    "tp6.common.HorlogeClient, localhost, http, http is not a port number (1 to 65535)",
    "tp6.common.HorlogeClient, 50000, '', 'the host comes before the port: localhost 50000'",
    "tp6.common.EchoClient, localhost, 65536, 65536 is not a port number (1 to 65535)",
    "tp6.common.EchoClient, localhost, -1, -1 is not a port number (1 to 65535)",
    "tp6.common.HorlogeClient, localhost, 0, 0 is not a port number (1 to 65535)",
    "tp6.common.EchoClient, '', '', 'the host is empty: name one, such as localhost'",
    "tp6.clock.ClockServer, 1, 2, 'one argument at most, the port: 2'",
    "tp6.common.HorlogeClient, localhost, 1 2, 1 2 is not a port number (1 to 65535)",
    "tp6.weather.Weather, --online, Orsay, 'name one city or more: Weather [--offline] CITY...'",
  })
  void explainsAWrongCommandLine(String type, String first, String second, String message)
      throws Exception {
    String module = type.split("\\.")[1];
    String[] args = second.isEmpty() ? new String[] {first} : new String[] {first, second};
    try (RunningProgram program = RunningProgram.start(module, type, args)) {
      assertThat(program.rest()).containsExactly(message, "exit status 2");
    }
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    try (ServerSocket other = new ServerSocket(0);
        RunningProgram server = RunningProgram.start("clock", CLOCK, "" + other.getLocalPort())) {
      assertThat(server.rest())
          .containsExactly(
              "port " + other.getLocalPort() + " is taken: stop the server that still runs on it",
              "exit status 1");
    }
  }

  @Test
  void displaysRecordedWeather() throws Exception {
    try (RunningProgram weather =
        RunningProgram.start("weather", WEATHER, "--offline", "Orsay", "são paulo")) {
      assertThat(weather.rest())
          .containsExactly("Orsay: 5.77 °C", "são paulo: 27.46 °C", "exit status 0");
    }
  }

  @Test
  void countsACityThatIsNotFound() throws Exception {
    try (RunningProgram weather =
        RunningProgram.start("weather", WEATHER, "--offline", "Nowhere", "Paris")) {
      assertThat(weather.rest())
          .containsExactlyInAnyOrder("unknown city: Nowhere", "Paris: 6.25 °C", "exit status 1");
    }
  }

  @Test
  void tellsHowToGetAKey() throws Exception {
    try (RunningProgram weather = RunningProgram.start("weather", WEATHER, "Orsay")) {
      assertThat(weather.rest())
          .containsExactly(
              "no key: get one at openweathermap.org and put it in OWM_API_KEY, or add --offline",
              "exit status 2");
    }
  }

  @Test
  void saysThatNoServiceIsThere() throws Exception {
    try (Socket silent = bound()) {
      String endpoint = "http://localhost:" + silent.getLocalPort() + "/weather";
      Map<String, String> environment = Map.of("OWM_API_KEY", "key", "OWM_ENDPOINT", endpoint);
      try (RunningProgram weather =
          RunningProgram.start(environment, "weather", WEATHER, "Orsay")) {
        assertThat(weather.rest())
            .containsExactly("the weather service cannot be reached: " + endpoint, "exit status 1");
      }
    }
  }

  private static String port(RunningProgram server) throws IOException {
    String line = server.line();
    assertThat(line).startsWith("listening on port ");
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  /** Holds a port on which nobody listens, and nobody else can meanwhile. */
  private static Socket bound() throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(0));
    return socket;
  }
}
