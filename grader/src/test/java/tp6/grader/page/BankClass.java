package tp6.grader.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tp6.grader.Bank;
import tp6.grader.Exercises;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.run.ClassRun;
import tp6.grader.run.Grader;
import tp6.grader.submission.Candidate;

/**
 * A class of 40 from the bank. Six forks are graded, each with one solution an exercise; the others
 * have handed in the same solutions, mixed in another way.
 */
final class BankClass {
  private static final int FORKS = 6;
  private static final int SIZE = 40;
  private static final List<String> NAMES =
      List.of("Zoé Martin", "Ali Ben Salah", "Chloé Dubois", "Jan Kowalski", "Inès Garcia");

  private BankClass() {}

  /** Grades them. */
  static List<Result> graded(Path scratch, Locale language) throws Exception {
    List<Candidate> forks = new ArrayList<>();
    for (int i = 0; i < FORKS; i++) {
      Path fork = scratch.resolve("fork" + i);
      for (Course exercise : Course.all()) {
        List<Bank.Entry> entries = Bank.of(exercise);
        entries
            .get(new Random(31L * i + Course.all().indexOf(exercise)).nextInt(entries.size()))
            .copyInto(fork);
      }
      forks.add(new Candidate("fork" + i, fork, "", ""));
    }
    spoil(forks);
    List<Result> results = new ArrayList<>();
    try (Grader grader = new Grader(Bank.rules(language, Course.all()), 4)) {
      ClassRun.of(forks, grader, results::add);
    }
    return mixed(results);
  }

  /** One of them does not compile, one has not begun, and one has changed what is not theirs. */
  private static void spoil(List<Candidate> forks) throws IOException {
    Path broken = forks.get(3).path().resolve(Exercises.CLOCK.studentFile());
    Files.writeString(broken, Files.readString(broken).replaceFirst(";", ""));
    Files.delete(forks.get(4).path().resolve(Exercises.ECHO_MULTI.studentFile()));
    Files.writeString(forks.get(5).path().resolve("pom.xml"), "<project/>");
  }

  private static void keep(String path, String text, String exercise, Map<String, String> kept) {
    if (path.startsWith(exercise + "/")) {
      kept.put(path, text);
    }
  }

  private static List<Result> mixed(List<Result> graded) {
    List<Result> all = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      Result one = graded.get(i % FORKS);
      List<ExerciseResult> mixed = new ArrayList<>();
      Map<String, String> sources = new TreeMap<>();
      for (int e = 0; e < one.exercises().size(); e++) {
        Result other = graded.get((i + i / FORKS * e) % FORKS);
        ExerciseResult exercise = other.exercises().get(e);
        mixed.add(exercise);
        other.sources().forEach((path, text) -> keep(path, text, exercise.exercise(), sources));
      }
      all.add(
          new Result(
              "student%02d".formatted(i + 1),
              NAMES.get(i % NAMES.size()) + " " + (i + 1),
              "",
              "",
              one.language(),
              one.seed(),
              one.limit(),
              one.only(),
              one.isolation(),
              mixed,
              one.notes(),
              one.handedIn(),
              one.digest(),
              sources));
    }
    return all;
  }
}
