package tp6.grader.diff;

import com.github.javaparser.ast.CompilationUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one solution, each taken apart, or else as a text. */
final class Solution {
  /**
   * A file of it.
   *
   * @param java where it could be read as Java
   * @param plainText why not, otherwise
   */
  record File(
      String path, List<String> text, Optional<JavaFile> java, Optional<PlainText> plainText) {

    /** What it has in common with others that say the same in other names. */
    List<String> anonymous() {
      return java.map(JavaFile::anonymous).orElse(text);
    }
  }

  private Solution() {}

  /** Its files, by path, as texts alone. */
  static List<File> asText(Sources sources) {
    List<File> files = new ArrayList<>();
    sources
        .files()
        .forEach(
            (path, text) ->
                files.add(
                    new File(
                        path,
                        text.lines().toList(),
                        Optional.empty(),
                        Optional.of(new PlainText(PlainText.Reason.ASKED, path, 0)))));
    return files;
  }

  /** Its files, by path. */
  static List<File> of(Sources sources) {
    Map<String, CompilationUnit> units = new TreeMap<>();
    Map<String, PlainText> texts = new TreeMap<>();
    sources
        .files()
        .forEach(
            (path, text) -> {
              try {
                units.put(path, JavaReader.read(text));
              } catch (Unreadable e) {
                texts.put(path, e.why(path));
              }
            });
    OwnTypes types = OwnTypes.of(units.values(), sources.mainType());
    Map<String, JavaFile> files = new TreeMap<>();
    units.forEach(
        (path, unit) -> files.put(path, takeApart(path, unit, types, sources.packageName())));
    return asText(sources).stream()
        .map(
            file ->
                new File(
                    file.path(),
                    file.text(),
                    Optional.ofNullable(files.get(file.path())),
                    Optional.ofNullable(texts.get(file.path()))))
        .toList();
  }

  private static JavaFile takeApart(
      String path, CompilationUnit unit, OwnTypes types, String packageName) {
    Names names = new Names();
    types.mark(unit, names);
    Binder.bind(unit, names);
    Normal.make(unit, packageName, names);
    return new JavaFile(path, names, Parts.of(unit, names));
  }
}
