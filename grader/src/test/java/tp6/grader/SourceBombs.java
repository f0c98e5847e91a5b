package tp6.grader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sources that are too much for a compiler, or no text at all, each beside a right solution. */
final class SourceBombs {
  private static final Map<String, String> COMPILES = Map.of("clock", "20");

  private final Path scratch;
  private final List<Hostile> all = new ArrayList<>();

  private SourceBombs(Path scratch) {
    this.scratch = scratch;
  }

  /** All of them, as forks to be handed in. */
  static List<Hostile> all(Path scratch) throws IOException {
    SourceBombs bombs = new SourceBombs(scratch);
    bombs.addThoseThatTheCompilerGivesUp();
    bombs.addThoseThatItExplains();
    // As with Maven at home: the odd byte is replaced, and no reason not to run the program.
    bombs.add("latin-1", member("// caf\u00e9").getBytes(ISO_8859_1), COMPILES);
    return bombs.all;
  }

  /** THREATS B13. */
  private void addThoseThatTheCompilerGivesUp() throws IOException {
    Map<String, String> givesUp = doesNotCompile("");
    add(
        "nested-parentheses",
        member("int one = " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + ";"),
        givesUp);
    add(
        "sum-of-strings",
        member(
            "String sum(String a) { return a"
                + repeat(12_000, i -> " + \"" + i + "\" + a")
                + "; }"),
        givesUp);
    add(
        "doubled-constants",
        member(
            "static final String C0 = \"0123456789abcdef\";"
                + repeat(27, i -> "static final String C%d = C%d + C%2$d;".formatted(i + 1, i))),
        givesUp);
    String entries = "java.util.Map.ofEntries(java.util.Map.entry(1, ".repeat(100);
    add("nested-maps", member("Object map = " + entries + "1" + "))".repeat(100) + ";"), givesUp);
    add(
        "endless-wildcard",
        member(
            "interface N<Z> {} interface C<X> extends N<N<? super C<C<X>>>> {}"
                + " N<? super C<Byte>> cast(C<Byte> c) { return c; }"),
        givesUp);
  }

  /** THREATS B14 and B19. */
  private void addThoseThatItExplains() throws IOException {
    add(
        "many-errors",
        member(repeat(20_000, i -> "s i" + i + ";\n")),
        doesNotCompile("cannot find symbol"));
    add(
        "long-line",
        member("String s = 1; /*" + "\u00e9\t ".repeat(50_000) + "*/"),
        doesNotCompile("int cannot be converted to java.lang.String"));
    add(
        "byte-order-mark",
        "\ufeff" + member("int one = 1;"),
        doesNotCompile("illegal character: '\\ufeff'"));
  }

  private static String member(String text) {
    return "package tp6.clock;\n\nfinal class Bomb {\n  " + text + "\n}\n";
  }

  private static String repeat(int times, IntFunction<String> text) {
    return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining());
  }

  private static Map<String, String> doesNotCompile(String error) {
    return Map.of("clock", "0", "clock.status", "does-not-compile", "clock.error", error);
  }

  private void add(String name, String source, Map<String, String> expected) throws IOException {
    add(name, source.getBytes(UTF_8), expected);
  }

  private void add(String name, byte[] source, Map<String, String> expected) throws IOException {
    Path fork = scratch.resolve(name);
    Bank.entry("clock/right/FormatsByHand").copyInto(fork);
    HandedIn.write(fork, HandedIn.CLOCK + "Bomb.java", source);
    Properties properties = new Properties();
    properties.putAll(expected);
    all.add(new Hostile(name, fork, properties));
  }
}
