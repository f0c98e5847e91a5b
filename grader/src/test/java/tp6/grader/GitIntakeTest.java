package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static tp6.grader.HandedIn.CLOCK;
import static tp6.grader.HandedIn.SOURCE;
import static tp6.grader.HandedIn.notes;
import static tp6.grader.HandedIn.take;
import static tp6.grader.HandedIn.taken;
import static tp6.grader.HandedIn.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;

/** Git repositories that no honest student hands in. Reading them starts and reaches nothing. */
@Tag("once")
@Timeout(60)
class GitIntakeTest {
  private static final ObjectId SOMETHING = ObjectId.fromString("12".repeat(20));

  private static final byte[] ECHO = "package tp6.echomulti;\n".getBytes(UTF_8);
  private static final String UNREADABLE =
      "not a git repository that can be read: git fsck tells what is broken; clone it again, or hand"
          + " in a zip of the files";

  @TempDir Path fork;
  @TempDir Path elsewhere;
  private GitFork git;

  @BeforeEach
  void open() throws IOException {
    git = new GitFork(fork);
  }

  @AfterEach
  void close() {
    git.close();
  }

  private void requireRefused(String message) {
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> take(fork)).withMessage(message);
  }

  @Test
  void obeysNoSettingsAndRunsNoHooks() throws IOException {
    Path canary = elsewhere.resolve("canary");
    git.write(
        "config",
        """
        [core]
          fsmonitor = "touch %1$s; false"
          hooksPath = %2$s
          sshCommand = touch %1$s
          worktree = %2$s
        [include]
          path = %2$s/more
        """
            .formatted(canary, elsewhere));
    git.write("hooks/post-checkout", "#!/bin/sh\ntouch " + canary);
    assertThat(fork.resolve(".git/hooks/post-checkout").toFile().setExecutable(true)).isTrue();
    git.commit(git.solution());

    assertThat(taken(take(fork))).containsExactly("tp6/clock/ClockServer.java");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void takesNoLinkAndNoSubmodule() throws IOException {
    ObjectId target = git.file("/etc/passwd".getBytes(UTF_8));
    TreeFormatter folder = new TreeFormatter();
    folder.append("ClockServer.java", FileMode.REGULAR_FILE, target);
    folder.append("Link.java", FileMode.SYMLINK, target);
    folder.append("Odd.java", FileMode.GITLINK, SOMETHING);
    folder.append("module", FileMode.GITLINK, SOMETHING);
    String path = CLOCK.substring(0, CLOCK.length() - 1);
    git.commit(git.folders(path, FileMode.TREE, git.folder(folder)));

    Submission submission = take(fork);

    assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
    assertThat(notes(submission))
        .containsOnly(
            entry(CLOCK + "Link.java", Reason.LINK),
            entry(CLOCK + "Odd.java", Reason.SUBMODULE),
            entry(CLOCK + "module", Reason.SUBMODULE));
  }

  @Test
  void readsNoOtherRepository() throws IOException {
    git.commit(git.solution());
    Files.move(fork.resolve(".git/objects"), elsewhere.resolve("objects"));
    git.write("objects/info/alternates", elsewhere.resolve("objects").toString());

    requireRefused(
        "the git repository borrows objects from another one: git repack -a -d, delete"
            + " objects/info/alternates, and hand it in again");
  }

  @Test
  void readsNoRepositoryInTheRepository() throws IOException {
    ObjectId file = git.file(SOURCE);
    TreeFormatter bare = new TreeFormatter();
    bare.append("HEAD", FileMode.REGULAR_FILE, file);
    String path = "src/main/java/tp6/clock/ClockServer.java";
    bare.append("clock", FileMode.TREE, git.folders(path, FileMode.REGULAR_FILE, file));
    bare.append("config", FileMode.REGULAR_FILE, file);
    bare.append("objects", FileMode.TREE, git.folders("info", FileMode.REGULAR_FILE, file));
    git.commit(git.folder(bare));

    assertThat(notes(take(fork)))
        .containsOnly(
            entry("HEAD", Reason.ADDED),
            entry("config", Reason.ADDED),
            entry("objects/info", Reason.ADDED));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsNoReferenceOutOfTheRepository() throws Exception {
    git.commit(git.solution());
    Path pipe = elsewhere.resolve("pipe").toAbsolutePath();
    HandedIn.makePipe(pipe);
    git.write(GitFork.BRANCH, "ref: " + "../".repeat(20) + pipe + "\n");

    requireRefused(
        "the git repository has no commit at its HEAD: git add and git commit there, or hand in a zip of"
            + " the files");
  }

  @Test
  void refusesFoldersInFoldersWithoutEnd() throws IOException {
    ObjectId folder = git.solution();
    for (int i = 0; i < 100; i++) {
      folder = git.folders("d".repeat(100), FileMode.TREE, folder);
    }
    git.commit(folder);

    requireRefused("holds a path of more than 1000 characters");
  }

  @Test
  void refusesFoldersThatHoldEachOtherMillionsOfTimes() throws IOException {
    ObjectId folder = git.solution();
    for (int i = 0; i < 30; i++) {
      TreeFormatter outer = new TreeFormatter();
      outer.append("a", FileMode.TREE, folder);
      outer.append("b", FileMode.TREE, folder);
      folder = git.folder(outer);
    }
    git.commit(folder);

    requireRefused("holds more than 20000 files");
  }

  @Test
  void makesNoRoomForObjectsThatAreOnlySaidToBeThere() throws IOException {
    git.commit(git.solution());
    ByteBuffer index = ByteBuffer.allocate(8 + 256 * 4).putInt(0xff744f63).putInt(2);
    while (index.hasRemaining()) {
      index.putInt(Integer.MAX_VALUE / 20);
    }
    String pack = ".git/objects/pack/pack-" + SOMETHING.name();
    write(fork, pack + ".idx", index.array());
    write(fork, pack + ".pack", "PACK".getBytes(UTF_8));
    git.write(GitFork.BRANCH, SOMETHING.name() + "\n");

    requireRefused(UNREADABLE);
  }

  @Test
  void makesNoRoomForAHugeTree() throws IOException {
    git.commit(git.folder("x".repeat(30_000_000).getBytes(UTF_8)));

    requireRefused(UNREADABLE);
  }

  @Test
  void takesTheOnlyBranchWhereHeadHasNoCommit() throws IOException {
    git.commit(git.solution());
    git.write("HEAD", "ref: refs/heads/master\n");

    Submission submission = take(fork);

    assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
    assertThat(notes(submission)).containsOnly(entry("main", Reason.BRANCH));
  }

  @Test
  void guessesNothingBetweenBranches() throws IOException {
    git.commit(git.solution());
    git.write("refs/heads/essai", Files.readString(fork.resolve(".git").resolve(GitFork.BRANCH)));
    git.write("HEAD", "ref: refs/heads/master\n");

    requireRefused(
        "the git repository has no commit at its HEAD, but in essai, main: git switch to one of"
            + " them");
  }

  @Test
  void saysThatAPartialCloneLacksFiles() throws IOException {
    String path = CLOCK + "ClockServer.java";
    git.commit(git.folders(path, FileMode.REGULAR_FILE, SOMETHING));
    git.write("config", "[remote \"origin\"]\n\tpromisor = true\n");

    requireRefused("the git repository is a clone that lacks files: clone it without --filter");
  }

  @Test
  void readsAShallowClone() throws IOException {
    git.commit(git.solution());
    git.write("shallow", SOMETHING.name() + "\n");

    assertThat(taken(take(fork))).containsExactly("tp6/clock/ClockServer.java");
  }

  @ParameterizedTest
  @CsvSource({
    "objectformat = sha256, 'has SHA-256 objects, which cannot be read here: hand in a zip of the files'",
    "refStorage = reftable, 'has a reftable: git refs migrate --ref-format=files, and hand it in again'",
  })
  void namesWhatOnlyANewGitHas(String setting, String why) throws IOException {
    git.write("config", "[extensions]\n\t" + setting + "\n");
    git.write(GitFork.BRANCH, "12".repeat(32) + "\n");

    requireRefused("the git repository " + why);
  }

  @Test
  void takesTheFilesOfAWorktreeAsTheyLieThere(@TempDir Path worktree) throws IOException {
    write(worktree, ".git", ("gitdir: " + fork.resolve(".git/worktrees/x")).getBytes(UTF_8));
    write(worktree, HandedIn.SERVER, SOURCE);

    Submission submission = take(worktree);

    assertThat(taken(submission)).containsExactly("tp6/clock/ClockServer.java");
    assertThat(notes(submission)).containsOnly(entry(".git", Reason.WORKTREE));
  }

  @Test
  void takesTheFilesOfASubmoduleAndNotThoseOfTheRepositoryAround(@TempDir Path worktree)
      throws IOException {
    git.commit(git.solution());
    write(worktree, ".git", ("gitdir: " + fork.resolve(".git")).getBytes(UTF_8));
    write(worktree, "notes.txt", SOURCE);

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> take(worktree))
        .withMessageContaining("no exercise folder found");
  }

  @Test
  void namesAFileThatGitLfsHas() throws IOException {
    byte[] pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:1\n".getBytes(UTF_8);
    String path = CLOCK + "ClockServer.java";
    git.commit(git.folders(path, FileMode.REGULAR_FILE, git.file(pointer)));

    Submission submission = take(fork);

    assertThat(notes(submission)).containsOnly(entry(path, Reason.LFS));
    assertThat(submission.wasRefused(Exercises.CLOCK)).isTrue();
  }

  @Test
  void namesTheSubmoduleThatAnExerciseIsIn() throws IOException {
    git.commit(git.folders("tp6/clock", FileMode.GITLINK, SOMETHING));

    requireRefused(
        "no exercise folder found, but the submodule tp6/clock, whose files are in another repository:"
            + " hand in the sources themselves");
  }

  @Test
  void namesTheSubmoduleBesideOtherExercises() throws IOException {
    TreeFormatter root = new TreeFormatter();
    root.append("clock", FileMode.GITLINK, SOMETHING);
    String path = Exercises.ECHO_MULTI.studentFile();
    ObjectId echo =
        git.folders(path.substring(path.indexOf('/') + 1), FileMode.REGULAR_FILE, git.file(ECHO));
    root.append(path.substring(0, path.indexOf('/')), FileMode.TREE, echo);
    git.commit(git.folder(root));

    Submission submission = take(fork);

    assertThat(notes(submission)).containsOnly(entry("clock", Reason.SUBMODULE));
    assertThat(submission.wasRefused(Exercises.CLOCK)).isTrue();
  }

  /** Of a submodule, a zip of a clone has the name alone. */
  @Test
  void namesTheSubmoduleThatHasNotComeAlong(@TempDir Path folder) throws IOException {
    byte[] list = "[submodule \"c\"]\n\tpath = clock\n\turl = x\n".getBytes(UTF_8);
    write(folder, "tp6/.gitmodules", list);
    write(folder, "tp6/" + Exercises.ECHO_MULTI.studentFile(), ECHO);

    Submission lacking = take(folder);
    assertThat(notes(lacking)).containsOnly(entry("clock", Reason.SUBMODULE));
    assertThat(lacking.wasRefused(Exercises.CLOCK)).isTrue();

    write(folder, "tp6/" + HandedIn.SERVER, SOURCE);
    assertThat(take(folder).notes()).isEmpty();
  }
}
