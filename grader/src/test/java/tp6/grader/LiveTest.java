package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.run.NeedsSandbox;
import tp6.grader.store.ResultFolder;

/** {@code live}, as a lecturer has it beside a class at work, with real commits. */
@Tag("once")
@Tag("slow")
@NeedsSandbox
class LiveTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  /** The first compiler and the first program have to be started, too. */
  private static final Duration AFTER_A_START = Duration.ofSeconds(30);

  private static final Duration ALL = Duration.ofMinutes(3);

  /** Programs, files of others, and the network. */
  private static final List<String> HOSTILE =
      List.of("writes-elsewhere", "reads-other-files", "reaches-the-network");

  @TempDir private Path folder;
  @TempDir private Path planted;

  @Test
  void showsACommitWithinTenSeconds() throws Exception {
    try (LiveClass live = new LiveClass(folder)) {
      live.commit("dupont", "echo-single/right/Channels");
      live.commit("dupont", "clock/wrong/NeverCloses");
      live.commit("martin", "echo-single/right/Channels");
      live.commit("martin", "clock/right/Recursion");
      for (String student : List.of("abel", "noether", "serre")) {
        live.commit(student, "clock/partial/Step2");
      }
      Files.createDirectories(live.fork("durand"));
      Files.writeString(live.fork("durand").resolve("notes.txt"), "later");
      live.commit("durand");
      String[] options = {"--exercise", "clock,echo-single", "--lang", "en"};
      live.start(options);
      await().atMost(ALL).until(() -> group(live, "done").contains("martin"));
      await()
          .atMost(ALL)
          .until(
              () ->
                  live.page("").contains("gradings: 1") && !live.page("").contains("Being graded"));
      assertThat(group(live, "at.work")).contains("dupont", "clock 4", "gradings: 1");
      assertThat(group(live, "not.started")).contains("durand", "no exercise folder found");
      assertThat(live.page("students/dupont.html")).contains("closes the connection");
      String martins = grade("martin");
      String cost = cost("dupont", 1);

      Files.writeString(live.fork("martin").resolve("notes.txt"), "nothing of the program");
      live.commit("martin");
      live.commit("dupont", "clock/right/Recursion");
      await().atMost(SOON).until(() -> group(live, "done").contains("dupont"));
      assertThat(grade("martin")).isEqualTo(martins);
      assertThat(cost("dupont", 1)).as("of what had not changed").isEqualTo(cost);
      String duponts = grade("dupont");

      live.commit("curie", "clock/partial/Step1");
      await().atMost(SOON).until(() -> group(live, "at.work").contains("curie"));

      live.end();
      List<String> lines = live.screen().lines().toList();
      assertThat(lines.get(lines.size() - 1))
          .isEqualTo(
              "Ended. What is graded is in %s; the same command goes on with it.",
              folder.resolve("grades"));
      assertThat(lines.subList(1, lines.size() - 1))
          .allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d  [a-z]+: .+"))
          .anyMatch(line -> line.endsWith("  dupont: 40 / 40"))
          .anyMatch(line -> line.contains("  durand: no exercise folder found"));
      live.start(options);
      assertThat(group(live, "done")).contains("dupont", "martin");
      live.commit("noether", "clock/right/Recursion");
      await()
          .atMost(AFTER_A_START)
          .until(() -> group(live, "at.work").contains("noether</a> <b>echo-single"));
      assertThat(grade("martin")).isEqualTo(martins);
      assertThat(grade("dupont")).as("what was put together is what is there").isEqualTo(duponts);
    }
  }

  /** The part of the page about a group; empty where nobody is in it. */
  private static String group(LiveClass live, String name) {
    String page = live.page("");
    String[] parts = page.split(Pattern.quote("<h2 id=\"live." + name + "\">"), 2);
    return parts.length == 1 ? "" : parts[1].split("</section>", 2)[0];
  }

  /** Of running an exercise: never the same twice. */
  private String cost(String student, int exercise) {
    Path submission = folder.resolve("grades/submissions").resolve(student);
    return ResultFolder.read(submission).orElseThrow().exercises().get(exercise).cost().toString();
  }

  /** With the time at which it was written. */
  private String grade(String student) throws IOException {
    Path file = folder.resolve("grades/submissions").resolve(student).resolve("grade.json");
    return Files.getLastModifiedTime(file) + Files.readString(file);
  }

  @Test
  void runsNothingOfAForkOutsideTheSandbox() throws Exception {
    try (Canaries canaries = new Canaries(planted);
        LiveClass live = new LiveClass(folder)) {
      for (Hostile one : Hostile.inBank(folder.resolve("bank"), canaries.places())) {
        if (HOSTILE.contains(one.name())) {
          Files.createDirectories(live.fork("x").getParent());
          Files.move(one.path(), live.fork(one.name()));
          live.commit(one.name());
          setTraps(live.fork(one.name()).resolve(".git"), canaries);
        }
      }
      live.start("--exercise", "clock", "--lang", "en");
      for (String one : HOSTILE) {
        await().atMost(ALL).until(() -> live.page("").contains(one + "</a> <b>clock"));
      }
      canaries.requireUntouched(
          Stream.concat(
              Stream.of(live.page("")),
              HOSTILE.stream().map(one -> live.page("students/" + one + ".html"))));
    }
  }

  /** What git would run for whoever looks at a repository, were it asked. */
  private static void setTraps(Path git, Canaries canaries) throws IOException {
    Path trap = git.resolve("hooks/post-checkout");
    Files.createDirectories(trap.getParent());
    String caught = canaries.places().get("@canary.folder@") + "/caught";
    Files.writeString(trap, "#!/bin/sh\ntouch '" + caught + "'\n");
    Files.setPosixFilePermissions(trap, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String hook : List.of("reference-transaction", "post-index-change", "post-merge")) {
      Files.copy(trap, trap.resolveSibling(hook));
    }
    Files.writeString(
        git.resolve("config"),
        "[core]\n\trepositoryformatversion = 0\n\tfsmonitor = %s\n\tsshCommand = %1$s\n\tpager = %1$s\n"
            .formatted(trap));
  }
}
