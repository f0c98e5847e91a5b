package tp6.grader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import tp6.grader.compile.Diagnostic;
import tp6.grader.course.Course;
import tp6.grader.run.ExerciseResult;
import tp6.grader.run.ExerciseResult.Status;
import tp6.grader.run.Result;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Note;

/**
 * A submission that tries something, and what is expected of it: the points of each exercise that
 * was handed in, its status where it is not graded, and each file that was not taken.
 */
record Hostile(String name, Path path, Properties expected) {
  private static final Path BANK = Path.of("src/test/hostile");
  private static final String EXPECTED = "expected.properties";

  /** Those that lie in the bank, as forks to be handed in. */
  static List<Hostile> inBank(Path scratch) throws IOException {
    List<Hostile> all = new ArrayList<>();
    try (Stream<Path> entries = Files.list(BANK)) {
      for (Path entry : entries.filter(Files::isDirectory).sorted().toList()) {
        all.add(handIn(entry, scratch.resolve(entry.getFileName())));
      }
    }
    return all;
  }

  private static Hostile handIn(Path entry, Path fork) throws IOException {
    try (Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        HandedIn.write(fork, entry.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    Files.delete(fork.resolve(EXPECTED));
    Properties expected = CourseTest.properties(entry.resolve(EXPECTED));
    for (Course exercise : Course.values()) {
      String solution = expected.getProperty(exercise.module() + ".solution");
      if (solution != null) {
        Bank.entry(exercise.module() + "/" + solution).copyInto(fork);
      }
    }
    return new Hostile(fork.getFileName().toString(), fork, expected);
  }

  Candidate candidate() {
    return new Candidate(name, path, "", "");
  }

  /** All that is expected of its result, line by line. */
  Map<String, String> verdict() {
    Map<String, String> verdict = new TreeMap<>();
    for (String key : expected.stringPropertyNames()) {
      if (!key.endsWith(".solution") && !key.endsWith(".error")) {
        verdict.put(key, expected.getProperty(key));
      }
    }
    return verdict;
  }

  /** A part of the compiler's first error; empty where none is expected. */
  String error() {
    return expected.getProperty("clock.error", "");
  }

  /** Empty where there is none. */
  static String firstError(Result result) {
    return result.exercises().stream()
        .flatMap(exercise -> exercise.errors().stream())
        .map(Diagnostic::message)
        .findFirst()
        .orElse("");
  }

  /** What has come of it, in the same words. */
  static Map<String, String> verdict(Result result) {
    Map<String, String> verdict = new TreeMap<>();
    if (!result.reason().isEmpty()) {
      verdict.put("reason", result.reason());
    }
    for (ExerciseResult exercise : result.exercises()) {
      if (result.reason().isEmpty() && exercise.status() != Status.NOT_STARTED) {
        verdict.putAll(verdict(exercise));
      }
    }
    for (Note note : result.notes()) {
      verdict.put("note." + note.path(), withDashes(note.reason()));
    }
    return verdict;
  }

  private static Map<String, String> verdict(ExerciseResult exercise) {
    Map<String, String> verdict = new TreeMap<>();
    verdict.put(exercise.exercise(), Integer.toString(exercise.earned()));
    if (exercise.status() != Status.GRADED) {
      verdict.put(exercise.exercise() + ".status", withDashes(exercise.status()));
    }
    if (!exercise.reason().isEmpty()) {
      verdict.put(exercise.exercise() + ".reason", exercise.reason());
    }
    return verdict;
  }

  private static String withDashes(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
