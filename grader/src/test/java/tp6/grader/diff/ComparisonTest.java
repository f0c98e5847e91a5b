package tp6.grader.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.grader.diff.Snippets.alone;
import static tp6.grader.diff.Snippets.withMembers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.Exercises;
import tp6.grader.Project;
import tp6.grader.code.PlainText;
import tp6.grader.course.Course;

/** What is shown of two solutions that differ. */
class ComparisonTest {
  @Test
  void showsTheLessonOnThreadsAndNothingElse() throws IOException {
    Comparison comparison =
        Snippets.compare(solution(Exercises.ECHO_SINGLE), solution(Exercises.ECHO_MULTI));

    String text = Snippets.text(comparison);
    assertThat(text)
        .isEqualTo(
            """
            --- a/echo-single/EchoServer.java
            +++ b/echo-multi/EchoServer.java
            @@ -26 +26 @@ serve()
             public void serve() throws IOException {
               while (!listener.isClosed()) {
                 try {
            -      speakToClient(listener.accept());
            +      Socket client = listener.accept();
            +      new Thread(() -> speakToClient(client)).start();
                 } catch (SocketException e) {
                   if (!listener.isClosed()) {
                     throw e;
            """);
    assertThat(Path.of("README.md"))
        .content()
        .contains(text.replace("- a/", "- tp6/").replace("+ b/", "+ tp6/"));
  }

  private static Sources solution(Course exercise) throws IOException {
    return new Sources(
        exercise, Map.of("EchoServer.java", Files.readString(Project.solution(exercise))));
  }

  @Test
  void tellsWhatIsOnlyCalledOtherwiseBesideWhatIsNot() {
    String left =
        """
        private final Socket listener = open(1);
        public void serve() {
          while (true) {
            answer(listener.accept());
          }
        }
        private void answer(Socket client) {
          try (Reader in = client.reader()) {
            String line = in.read();
            client.write(line);
          }
        }
        """;
    String right =
        """
        private final Socket server = open(1);
        private void speak(Socket socket) {
          try (Reader reader = socket.reader()) {
            String time = reader.read();
            socket.write("echo:" + time);
          }
        }
        public void serve() {
          while (true) {
            speak(server.accept());
          }
        }
        """;

    assertThat(Snippets.text(Snippets.compare(withMembers(left), withMembers(right))))
        .isEqualTo(
            """
            --- a/clock/ClockServer.java
            +++ b/clock/ClockServer.java
            renamed in ClockServer: listener → server, answer → speak
            renamed in answer: client → socket, in → reader, line → time
            @@ -9 +4 @@ answer(Socket)
             private void answer(Socket client) {
               try (Reader in = client.reader()) {
                 String line = in.read();
            -    client.write(line);
            +    socket.write("echo:" + time);
               }
             }
            """);
  }

  @Test
  void showsMembersThatOnlyOneHas() {
    String text =
        Snippets.text(
            Snippets.compare(
                withMembers("int f; void m(int a) { f(a); } void gone() { }"),
                withMembers("int f; void m(long a) { f(a); }\nvoid come() { }")));

    assertThat(text)
        .isEqualTo(
            """
            --- a/clock/ClockServer.java
            +++ b/clock/ClockServer.java
            @@ -3 +3 @@ m(int)
            -void m(int a) {
            +void m(long a) {
               f(a);
             }
            @@ -3 @@ gone()
            -void gone() {
            -}
            @@ +4 @@ come()
            +void come() {
            +}
            """);
  }

  @Test
  void showsFilesThatOnlyOneHas() {
    Comparison comparison =
        Snippets.compare(
            Snippets.sources(Map.of("ClockServer.java", alone("int f;"))),
            Snippets.sources(
                Map.of("ClockServer.java", alone("int f;"), "More.java", "class More {}\n")));

    assertThat(comparison.same()).isFalse();
    assertThat(Snippets.text(comparison))
        .isEqualTo(
            """
            clock/ClockServer.java: same
            +++ b/clock/More.java
            only in b
            @@ +1 @@
            +class More {}
            """);
  }

  @Test
  void comparesPlainTextWhereOneCannotBeRead() {
    String broken = "class ClockServer {\n  void m( {\n    a();\n  }\n}\n";

    assertThat(Snippets.text(Snippets.compare(broken, broken.replace("a()", "b()"))))
        .isEqualTo(
            """
            --- a/clock/ClockServer.java
            +++ b/clock/ClockServer.java
            ClockServer.java does not compile (line 2): compared as plain text
            @@ -1 +1 @@
             class ClockServer {
               void m( {
            -    a();
            +    b();
               }
             }
            """);
  }

  @Test
  void comparesPlainTextWhereThatIsAsked() {
    Comparison comparison =
        Comparison.ofText(
            Snippets.clock("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n"),
            Snippets.clock("1\n2\n3\n\t4\n5\n6\n7\n8\n9\n10\n11\n"));

    assertThat(Snippets.text(comparison))
        .isEqualTo(
            """
            --- a/clock/ClockServer.java
            +++ b/clock/ClockServer.java
            @@ -1 +1 @@
             1
             2
             3
            -4
            +    4
             5
             6
             7
            @@ -9 +9 @@
             9
             10
             11
            -12
            """);
  }

  @ParameterizedTest(name = "{1} {3} times")
  @CsvSource(
      delimiter = '|',
      value = {
        "int i = %s1%s;       | (     | ) | 5000",
        "void m() { %sa();%s} | {     | } | 5000",
        "int i = %s1%s;       | -~    |   | 20000",
        "int i = %s1%s;       | (a)   |   | 3000",
        "int i = 1%s%s;       | +1    |   | 30000",
        "void m() { %sa();%s} | if(a) |   | 8000",
        "void m() { %s%s}     | a();  |   | 60000",
      })
  void isNotLostInWhatNobodyWrites(String around, String before, String after, int times) {
    String end = after == null ? "" : after;
    String text = withMembers(around.formatted(before.repeat(times), end.repeat(times)));

    Comparison comparison = Snippets.compare(text, text + "class More {}\n");

    assertThat(comparison.same()).isFalse();
    assertThat(comparison.files().get(0).plainText())
        .contains(new PlainText(PlainText.Reason.TOO_MUCH, "ClockServer.java", 0));
    assertThat(Snippets.text(comparison))
        .contains("ClockServer.java is nested too deeply or too long to be read");
  }

  @Test
  void isNotLostAmongManyMembers() {
    String many =
        IntStream.range(0, 2_000)
            .mapToObj("private void a%d() { }%n"::formatted)
            .collect(Collectors.joining());

    Comparison comparison =
        Snippets.compare(withMembers(many), withMembers(many.replace(" a", " b")));

    assertThat(comparison.files().get(0).hunks().size()).isEqualTo(4_000);
  }

  @Test
  void showsWhatIsHiddenAndCutsWhatIsEndless() {
    String text =
        Snippets.text(
            Snippets.compare(
                withMembers("String s = \"\u202e\u001b[2J\ue0001\ue001\";"),
                withMembers("String s = \"" + "x".repeat(5_000) + "\";")));

    assertThat(text).contains("-String s = \"\\u202e\\u001b[2J\\ue0001\\ue001\";\n");
    assertThat(text.lines()).allMatch(line -> line.length() <= 1_002);
  }

  @Test
  void isNoCommandToALog() {
    Comparison comparison =
        Comparison.ofText(Snippets.clock("::error::x\n1\n"), Snippets.clock("::error::x\n2\n"));

    assertThat(Snippets.text(comparison)).doesNotContain(" ::error");
  }
}
