package tp6.grader.ci;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the commands in a log from its text, as GitHub's runner does. */
final class LogCommands {
  private static final Pattern COMMAND =
      Pattern.compile("\\s*::(\\S+?)(?: .*?)?::(.*)|.*?##\\[(\\S+?)(?: .*?)?](.*)");

  private LogCommands() {}

  /** Those that are obeyed, such as {@code error: this is wrong}. */
  static List<String> in(String log) {
    List<String> obeyed = new ArrayList<>();
    String token = "";
    for (String line : log.lines().toList()) {
      Matcher command = COMMAND.matcher(line);
      if (!command.matches()) {
        continue;
      }
      boolean isOld = command.group(1) == null;
      String name = command.group(isOld ? 3 : 1);
      String value = command.group(isOld ? 4 : 2);
      if (!token.isEmpty()) {
        token = name.equals(token) ? "" : token;
      } else if (name.equals("stop-commands")) {
        token = value;
      } else {
        obeyed.add(name + ": " + value);
      }
    }
    if (!token.isEmpty()) {
      obeyed.add("never obeyed again");
    }
    return obeyed;
  }
}
