package tp6.stage.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a stack of calls as a student would: which line of the own code, and what it waits in. */
final class Whereabouts {
  /** Calls that a student knows to wait. */
  private static final Pattern TELLING =
      Pattern.compile(
          "(?:new )?(?:BufferedReader|DataInputStream|InputStream|LineSocket|ObjectInputStream|Scanner"
              + "|ServerSocket|Socket)(?:\\..+)?");

  private static final Pattern LOCK = Pattern.compile("(?:ReentrantLock|InternalLock)\\.lock");

  private final String studentPackage;

  Whereabouts(String studentClass) {
    this.studentPackage = studentClass.substring(0, studentClass.lastIndexOf('.') + 1);
  }

  /**
   * For example {@code ServerSocket.accept (ClockServer.java:31)}, where a thread is; {@code
   * synchronized BufferedReader.readLine (…)} where it waits for another one to leave. Empty
   * outside student code.
   */
  Optional<String> of(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    boolean isLocked = thread.getState() == Thread.State.BLOCKED || isLocked(stack);
    return of(stack)
        .map(stand -> (isLocked && !stand.contains("Lock.lock ") ? "synchronized " : "") + stand);
  }

  /**
   * The call of the student's own line, and where that says little, the first after it that a
   * student knows: {@code ReferencePipeline.forEach, BufferedReader.readLine
   * (ClockServer.java:31)}.
   */
  Optional<String> of(StackTraceElement[] stack) {
    int own = ownFrame(stack);
    if (own < 0) {
      return Optional.empty();
    }
    List<String> calls = new ArrayList<>();
    for (int i = own - 1; i >= 0; i--) {
      if (!isReference(stack[i])) {
        calls.add(call(stack[i]));
      }
    }
    return Optional.of(told(calls) + line(stack[own]));
  }

  /** For example {@code NullPointerException: no client (ClockServer.java:31)}. */
  String of(Throwable thrown) {
    StackTraceElement[] stack = thrown.getStackTrace();
    String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    int own = ownFrame(stack);
    return thrown.getClass().getSimpleName() + message + (own < 0 ? "" : " " + line(stack[own]));
  }

  /** The place in the stack of the student's own code that was called last; -1 without any. */
  private int ownFrame(StackTraceElement[] stack) {
    for (int i = 0; i < stack.length; i++) {
      if (stack[i].getClassName().startsWith(studentPackage) && !isReference(stack[i])) {
        return i;
      }
    }
    return -1;
  }

  /** Of a method reference or a lambda: Java 17 shows a class for it, which has no line. */
  private static boolean isReference(StackTraceElement frame) {
    return frame.getClassName().contains("$$Lambda");
  }

  private static String line(StackTraceElement frame) {
    return "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
  }

  /**
   * @param calls of the own code, that which it made itself first
   */
  private static String told(List<String> calls) {
    if (calls.isEmpty() || calls.get(0).isEmpty()) {
      return "";
    }
    String own = calls.get(0);
    Optional<String> telling = calls.stream().filter(TELLING.asMatchPredicate()).findFirst();
    return telling.filter(call -> !call.equals(own)).map(call -> own + ", " + call).orElse(own)
        + " ";
  }

  private static boolean isLocked(StackTraceElement[] stack) {
    return Arrays.stream(stack).map(Whereabouts::call).anyMatch(LOCK.asMatchPredicate());
  }

  private static String call(StackTraceElement frame) {
    String type = frame.getClassName();
    if (type.startsWith("java.lang.invoke.")) {
      // The machinery of lambdas and of string concatenation says nothing to anybody.
      return "";
    }
    String name = type.substring(type.lastIndexOf('.') + 1);
    return frame.getMethodName().equals("<init>")
        ? "new " + name
        : name + "." + frame.getMethodName();
  }
}
