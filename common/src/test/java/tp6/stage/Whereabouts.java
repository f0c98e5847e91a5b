package tp6.stage;

import java.util.Optional;

/** Reads a stack of calls as a student would: which line of the own code, and what it waits in. */
final class Whereabouts {
  private final String studentPackage;

  Whereabouts(String studentClass) {
    this.studentPackage = studentClass.substring(0, studentClass.lastIndexOf('.') + 1);
  }

  /** For example {@code ServerSocket.accept (ClockServer.java:31)}; empty outside student code. */
  Optional<String> of(StackTraceElement[] stack) {
    for (int i = 0; i < stack.length; i++) {
      if (stack[i].getClassName().startsWith(studentPackage)) {
        String line = "(" + stack[i].getFileName() + ":" + stack[i].getLineNumber() + ")";
        return Optional.of((i == 0 ? "" : call(stack[i - 1])) + line);
      }
    }
    return Optional.empty();
  }

  /** For example {@code NullPointerException: no client (ClockServer.java:31)}. */
  String of(Throwable thrown) {
    StackTraceElement[] stack = thrown.getStackTrace();
    String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    String line = of(stack).map(stand -> " " + stand.substring(stand.indexOf('('))).orElse("");
    return thrown.getClass().getSimpleName() + message + line;
  }

  private static String call(StackTraceElement frame) {
    String type = frame.getClassName();
    if (type.startsWith("java.lang.invoke.")) {
      // The machinery of lambdas and of string concatenation says nothing to anybody.
      return "";
    }
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + " ";
  }
}
