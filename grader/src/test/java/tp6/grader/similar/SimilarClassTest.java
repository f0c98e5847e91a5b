package tp6.grader.similar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.Exercises;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.report.Schemas;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Roster;

@Tag("once")
@Tag("slow")
class SimilarClassTest {
  private static final Path COURSE = Path.of("..");
  private static final String BANK = "src/test/bank/clock/";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, true", "4, false"})
  void ranksThreePlantedCopiesFirst(long seed, boolean hasStarter) throws Exception {
    Path forks = Files.createDirectory(folder.resolve("forks"));
    Map<String, String> copies = CopiedClass.make(forks, 60, seed);

    Similarity similarity = compare(forks, hasStarter ? Base.in(COURSE) : Map.of());

    assertThat(first(similarity, 3)).isEqualTo(pairs(copies));
    assertThat(similarity.ranked().get(2).surprise())
        .isGreaterThan(similarity.chance())
        .isGreaterThan(similarity.ranked().get(3).surprise());
    assertThat(similarity.pairs()).isEqualTo(60 * 59 / 2);
    assertThat(similarity.surprises().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(similarity.pairs());
    assertThat(similarity.leftOut()).isEmpty();
  }

  /** Eight have the same, two have another in common, and two have one that nobody has. */
  @Test
  void isNotSurprisedByWhatEverybodyWrites() throws Exception {
    for (int i = 0; i < 8; i++) {
      copy("right/PrintWriterCrlf", "everybody" + i);
    }
    copy("right/SelectorLoop", "rare1");
    copy("right/SelectorLoop", "rare2");
    copy("right/Channels", "alone1");
    copy("right/LooksAndSleeps", "alone2");

    Similarity similarity = compare(folder, Base.in(COURSE));

    assertThat(first(similarity, 1)).containsExactly(Set.of("rare1", "rare2"));
    assertThat(similarity.ranked().get(0).exercises().get(0).asAlike()).isEqualTo(1);
    assertThat(similarity.ranked().get(1).exercises().get(0).similarity()).isEqualTo(100);
    assertThat(similarity.ranked().get(1).exercises().get(0).asAlike()).isEqualTo(1 + 8 * 7 / 2);
  }

  @Test
  void leavesOutWhatCannotBeParsedAndGoesOn() throws Exception {
    copy("right/Channels", "a");
    copy("right/Recursion", "b");
    write("wordy", "this is no Java {{{");
    write("deep", "class A { int x = " + "(".repeat(60_000) + 1 + ")".repeat(60_000) + "; }");
    write("long", "class A { void f() { " + "g();\n".repeat(20_000) + " } }");
    write("large", "class A { void f() { " + "g();\n".repeat(60_000) + " } }");
    Files.createDirectory(folder.resolve("empty"));

    Similarity similarity = compare(folder, Base.in(COURSE));

    assertThat(similarity.ranked()).hasSize(1);
    assertThat(first(similarity, 1)).containsExactly(Set.of("a", "b"));
    assertThat(similarity.leftOut())
        .extracting(Similarity.LeftOut::label)
        .containsExactly("deep clock", "empty", "large clock", "long clock", "wordy clock");
    assertThat(similarity.leftOut())
        .extracting(Similarity.LeftOut::reason)
        .contains(
            "is more than the parser can take",
            "does not parse as Java",
            "is longer than 1500 tokens",
            "is refused; grade tells why");
  }

  @Test
  void takesSourcesInOldEncodings() throws Exception {
    copy("right/Channels", "a");
    copy("right/Channels", "b");
    Path source = folder.resolve("b").resolve(Exercises.CLOCK.studentFile());
    String text = Files.readString(source) + "// d\u00e9j\u00e0 vu\n";
    Files.write(source, text.getBytes(ISO_8859_1));

    assertThat(compare(folder, Base.in(COURSE)).leftOut()).isEmpty();
  }

  @Test
  void findsPassagesInFilesOfTheirOwn() throws Exception {
    for (String student : List.of("a", "b")) {
      copy("right/Channels", student);
      Path second =
          folder.resolve(student).resolve(Exercises.CLOCK.sourceFolder()).resolve("B.java");
      Files.writeString(
          second, "class B { void b() { a(); a(); if (a()) { a(); } else { b(); } } }");
    }

    Similarity.Shared shared =
        compare(folder, Base.in(COURSE)).ranked().get(0).in("clock").orElseThrow();

    assertThat(shared.similarity()).isEqualTo(100);
    assertThat(shared.passages())
        .filteredOn(passage -> passage.first().file().endsWith("B.java"))
        .singleElement()
        .satisfies(passage -> assertThat(passage.second()).isEqualTo(passage.first()));
  }

  @Test
  void admitsThatAFewSubmissionsTellLittle() throws Exception {
    copy("right/Channels", "a");
    copy("right/Channels", "b");

    assertThat(SimilarText.of(compare(folder, Map.of()), Locale.ENGLISH))
        .contains("2 submissions, 1 pairs", "No starter", "With so few submissions", "100 % alike")
        .endsWith("Read the passages, and talk to the students.\n");
  }

  @Test
  void needsTwoSolutions() throws Exception {
    copy("right/Channels", "a");
    copy("wrong/Starter", "b");

    assertThatThrownBy(() -> compare(folder, Base.in(COURSE)))
        .isInstanceOf(Refused.class)
        .hasMessage("there are no two solutions of one exercise to compare");
  }

  @Test
  void writesAPageInWhichNothingIsMarkupOrHidden() throws Exception {
    copy("right/Channels", "<b>&\u202Ename");
    copy("right/Channels", "b");
    Path source = folder.resolve("b").resolve(Exercises.CLOCK.studentFile());
    String text = Files.readString(source);
    Files.writeString(source, text.replace("while (", "while /*</pre><script>\u202E*/ ("));
    assertThat(Files.readString(source)).isNotEqualTo(text);

    SimilarPage.write(compare(folder, Base.in(COURSE)), Locale.FRENCH, folder.resolve("out"));

    assertThat(folder.resolve("out/index.html"))
        .content()
        .contains(
            "<html lang=\"fr\">",
            "&lt;b&gt;&amp;\\u{202E}name",
            "&lt;/pre&gt;&lt;script&gt;\\u{202E}")
        .contains("Cela ne prouve rien")
        .doesNotContain("<script", "<b>", "\u202E", "http://", "https://", "src=");
  }

  @Test
  void writesTheSameForProgramsEachTime() throws Exception {
    Path forks = Files.createDirectory(folder.resolve("forks"));
    CopiedClass.make(forks, 12, 1);

    String json = json(forks, "one");

    assertThat(Schemas.errorsIfClosed("similar.schema.json", json)).isEmpty();
    for (String field : List.of("surprise", "sharedBy", "leftOut", "histogram", "base")) {
      String wrong = json.replace("\"" + field + "\"", "\"x\"");
      assertThat(Schemas.errors("similar.schema.json", wrong)).as(field).isNotEmpty();
    }
    assertThat(json(forks, "other")).isEqualTo(json);
  }

  private String json(Path forks, String out) throws IOException {
    SimilarPage.write(compare(forks, Map.of()), Locale.ENGLISH, folder.resolve(out));
    return Files.readString(folder.resolve(out).resolve("similar.json"));
  }

  private void copy(String solution, String student) throws IOException {
    write(student, Files.readString(Path.of(BANK + solution + ".java")));
  }

  private void write(String student, String text) throws IOException {
    Path target = folder.resolve(student).resolve(Exercises.CLOCK.studentFile());
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
  }

  private static Similarity compare(Path forks, Map<Course, Map<String, byte[]>> base)
      throws IOException {
    return SimilarClass.compare(
        Roster.of(List.of(forks)).candidates(),
        path -> Intake.of(path, CourseFiles.packed()),
        Course.all(),
        base,
        10,
        Locale.ENGLISH);
  }

  private static Set<Set<String>> pairs(Map<String, String> copies) {
    return copies.entrySet().stream()
        .map(one -> new TreeSet<>(Set.of(one.getKey(), one.getValue())))
        .collect(Collectors.toSet());
  }

  private static Set<Set<String>> first(Similarity similarity, int pairs) {
    return similarity.ranked().stream()
        .limit(pairs)
        .map(pair -> new TreeSet<>(Set.of(pair.first(), pair.second())))
        .collect(Collectors.toSet());
  }
}
