package tp6.grader.diff;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Problem;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads sources that nobody has looked at: a parser that calls itself needs a stack of measure, and
 * some sources take it minutes.
 */
final class JavaReader {
  private static final int MAX_LENGTH = 100_000;
  private static final int MAX_BRACKETS = 200;
  private static final int MAX_DEPTH = 400;
  private static final long STACK = 256L << 20;
  private static final int MAX_SECONDS = 10;

  private JavaReader() {}

  static CompilationUnit read(String text) throws Unreadable {
    if (text.length() > MAX_LENGTH || bracketsIn(text) > MAX_BRACKETS) {
      throw Unreadable.tooMuch();
    }
    FutureTask<CompilationUnit> reading = new FutureTask<>(() -> parse(text));
    Thread reader = new Thread(null, reading, "reader of Java", STACK);
    reader.setDaemon(true);
    reader.start();
    try {
      return reading.get(MAX_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw Unreadable.tooMuch();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Unreadable unreadable ? unreadable : Unreadable.tooMuch();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Unreadable.tooMuch();
    }
  }

  /** How deeply they are nested, those in texts and comments included. */
  private static int bracketsIn(String text) {
    int open = 0;
    int most = 0;
    for (char c : text.toCharArray()) {
      switch (c) {
        case '(', '[', '{' -> most = Math.max(most, ++open);
        case ')', ']', '}' -> open = Math.max(0, open - 1);
        default -> {
          // Nests nothing.
        }
      }
    }
    return most;
  }

  /** An escape such as {@code \u000a} is what it stands for, as the compiler has it. */
  private static CompilationUnit parse(String text) throws Unreadable {
    ParserConfiguration newest =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.JAVA_25)
            .setPreprocessUnicodeEscapes(true)
            .setAttributeComments(false);
    ParseResult<CompilationUnit> result = new JavaParser(newest).parse(text);
    if (!result.isSuccessful() || result.getResult().isEmpty()) {
      throw Unreadable.notJava(lineOf(result.getProblem(0)));
    }
    CompilationUnit unit = result.getResult().get();
    requireFlat(unit);
    return unit;
  }

  private static int lineOf(Problem problem) {
    return problem
        .getLocation()
        .flatMap(TokenRange::toRange)
        .map(range -> range.begin.line)
        .orElse(0);
  }

  private record Level(Node node, int depth) {}

  private static void requireFlat(Node root) throws Unreadable {
    Deque<Level> left = new ArrayDeque<>();
    left.push(new Level(root, 0));
    while (!left.isEmpty()) {
      Level next = left.pop();
      if (next.depth() > MAX_DEPTH) {
        throw Unreadable.tooMuch();
      }
      next.node().getChildNodes().forEach(node -> left.push(new Level(node, next.depth() + 1)));
    }
  }
}
