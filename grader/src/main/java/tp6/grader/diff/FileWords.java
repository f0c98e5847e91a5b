package tp6.grader.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tp6.grader.code.PlainText;
import tp6.grader.text.Plain;
import tp6.stage.text.Words;

/** What there is to say of two files besides their lines. */
public final class FileWords {
  private FileWords() {}

  /** Sentence by sentence: how they were compared, and what is only called otherwise. */
  public static List<String> of(FileDiff file, Words words) {
    List<String> lines = new ArrayList<>();
    file.plainText().ifPresent(why -> why(why, words).forEach(lines::add));
    Map<String, List<String>> renamings =
        file.renamings().stream()
            .collect(
                Collectors.groupingBy(
                    Renaming::where,
                    LinkedHashMap::new,
                    Collectors.mapping(
                        one -> one.left() + " → " + one.right(), Collectors.toList())));
    renamings.forEach(
        (where, pairs) ->
            lines.add(
                where.isEmpty()
                    ? words.say("renamed", String.join(", ", pairs))
                    : words.say("renamed.in", where, String.join(", ", pairs))));
    return lines.stream().map(Plain::forTerminal).toList();
  }

  private static List<String> why(PlainText why, Words words) {
    return switch (why.reason()) {
      case ASKED -> List.of();
      case NOT_JAVA ->
          List.of(
              why.line() == 0
                  ? words.say("not.java", why.path())
                  : words.say("not.java.line", why.path(), why.line()));
      case TOO_MUCH -> List.of(words.say("too.much", why.path()));
    };
  }
}
