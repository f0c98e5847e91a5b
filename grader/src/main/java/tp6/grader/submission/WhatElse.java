package tp6.grader.submission;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tp6.grader.course.CourseFiles;
import tp6.grader.submission.Tree.Entry;
import tp6.grader.submission.Tree.Kind;

/** Why there is nothing to grade in a hand-in, and what there is. */
record WhatElse(Tree tree, CourseFiles course) {
  /**
   * Tells it.
   *
   * @param entries what was looked at
   * @param all with what lies in folders that nobody looks into
   */
  Refused of(List<Entry> entries, List<Entry> all) throws IOException {
    Optional<Entry> submodule = first(entries, entry -> entry.kind() == Kind.SUBMODULE);
    if (submodule.isPresent()) {
      return Refused.because("git.submodule", submodule.get().path());
    }
    List<Entry> sources =
        entries.stream().filter(entry -> isSource(entry) && !isGiven(entry)).toList();
    if (!sources.isEmpty()) {
      return ofSources(sources);
    }
    List<String> names = entries.stream().map(Entry::path).toList();
    Optional<Entry> aside = first(all, WhatElse::isWorkAside);
    if (aside.isPresent()) {
      String path = aside.get().path();
      return Refused.because("no.exercise.aside", path, Noise.folderIn(path).get());
    }
    return switch (names.size()) {
      case 0 -> Refused.because("no.exercise");
      case 1 -> Refused.because("no.exercise.but", names.get(0));
      default -> Refused.because("no.exercise.but.more", names.get(0));
    };
  }

  /** Where each has a line as it should be, it is in a wrong place. */
  private Refused ofSources(List<Entry> sources) throws IOException {
    for (Entry source : sources) {
      if (!isOfExercise(source)) {
        return Refused.because("no.line", source.path());
      }
    }
    String path = sources.get(0).path();
    return Refused.because(
        JavaPath.isAmongTests(path) ? "no.exercise.tests" : "no.exercise.but", path);
  }

  private boolean isGiven(Entry source) {
    String path = source.path();
    return IntStream.range(0, path.length())
        .filter(at -> at == 0 || path.charAt(at - 1) == '/')
        .anyMatch(at -> course.find(path.substring(at)).isPresent());
  }

  private boolean isOfExercise(Entry source) throws IOException {
    String text = SourceText.of(tree, source).orElse("");
    return PackageLine.folderIn(text).flatMap(PackageLine::exerciseOf).isPresent();
  }

  private static boolean isSource(Entry entry) {
    return entry.path().endsWith(".java");
  }

  /** Not what a Mac or an editor keeps there. */
  private static boolean isWorkAside(Entry entry) {
    return Noise.folderIn(entry.path()).filter(one -> !one.endsWith("__MACOSX")).isPresent()
        && !Noise.isHidden(entry.path())
        && (isSource(entry) || Archives.isName(entry.path()));
  }

  private static Optional<Entry> first(List<Entry> entries, Predicate<Entry> is) {
    return entries.stream().filter(is).findFirst();
  }
}
