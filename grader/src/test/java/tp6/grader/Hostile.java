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
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Result;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Note;
import tp6.stage.report.SourceError;

/**
 * A submission that tries something, and what is expected of it: the points of each exercise that
 * was handed in, its status where it is not graded, and each file that was not taken. What differs
 * in a sandbox stands behind {@code bwrap.}; {@code isolation = bwrap} keeps it to sandboxes, for
 * elsewhere it does harm. A submission that has only an attempt gets the server that is right where
 * the attempt has reached something.
 */
record Hostile(String name, Path path, Properties expected) {
  private static final Path BANK = Path.of("src/test/hostile");
  private static final String EXPECTED = "expected.properties";
  private static final String ISOLATION = "isolation";
  private static final String IN_SANDBOX = "bwrap.";
  private static final String ATTEMPT = HandedIn.CLOCK + "Attempt.java";

  /**
   * Those that lie in the bank, as forks to be handed in.
   *
   * @param places what stands in their sources for what is known only now
   */
  static List<Hostile> inBank(Path scratch, Map<String, String> places) throws IOException {
    List<Hostile> all = new ArrayList<>();
    try (Stream<Path> entries = Files.list(BANK)) {
      for (Path entry : entries.filter(Files::isDirectory).sorted().toList()) {
        all.add(handIn(entry, scratch.resolve(entry.getFileName()), places));
      }
    }
    return all;
  }

  private static Hostile handIn(Path entry, Path fork, Map<String, String> places)
      throws IOException {
    try (Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        HandedIn.write(fork, entry.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    Files.delete(fork.resolve(EXPECTED));
    if (Files.exists(fork.resolve(ATTEMPT))) {
      Files.copy(BANK.resolve("ClockServer.java"), fork.resolve(HandedIn.SERVER));
      String attempt = Files.readString(fork.resolve(ATTEMPT));
      for (Map.Entry<String, String> place : places.entrySet()) {
        attempt = attempt.replace(place.getKey(), place.getValue());
      }
      Files.writeString(fork.resolve(ATTEMPT), attempt);
    }
    Properties expected = CourseTest.properties(entry.resolve(EXPECTED));
    for (Course exercise : Course.all()) {
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

  /** Whether it may be graded in this way. */
  boolean isFor(Isolation isolation) {
    return isolation == Isolation.BWRAP || !expected.containsKey(ISOLATION);
  }

  /** All that is expected of its result, line by line. */
  Map<String, String> verdict(Isolation isolation) {
    Map<String, String> verdict = new TreeMap<>();
    Map<String, String> inSandbox = new TreeMap<>();
    for (String key : expected.stringPropertyNames()) {
      if (key.startsWith(IN_SANDBOX)) {
        inSandbox.put(key.substring(IN_SANDBOX.length()), expected.getProperty(key));
      } else if (!key.endsWith(".solution") && !key.endsWith(".error") && !key.equals(ISOLATION)) {
        verdict.put(key, expected.getProperty(key));
      }
    }
    if (isolation == Isolation.BWRAP) {
      verdict.putAll(inSandbox);
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
        .map(SourceError::message)
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
