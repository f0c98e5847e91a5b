package tp6.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tp6.stage.link.Launch;

/**
 * The command lines of bubblewrap around a JVM. Two sandboxes, one in the other: the outer one has
 * a network of its own, and files that it can only read, but for the grader's scratch folder; in it
 * is the prober, which plays the clients. The inner one has the student's program, which shares
 * that network and nothing else, and makes no system call but those that programs need.
 */
public final class Sandbox {
  /** Nobody, whose processes are limited in number where root's are not. */
  private static final String NOBODY = "65534";

  /** Data has room for the stacks of as many threads as there may be: 1 MiB each. */
  private static final List<String> STUDENTS_LIMITS =
      List.of("--data=1073741824", "--nproc=700", "--nofile=2048", "--fsize=8388608", "--cpu=3600");

  private static final List<String> COMPILERS_LIMITS =
      List.of("--data=1073741824", "--nproc=200", "--nofile=1024", "--fsize=33554432");

  private final SandboxFiles files;
  private final Mounts mounts;
  private final Set<Protection> without;
  private final boolean isRoot;
  private final boolean forbidsNamespaces;

  private Sandbox(Path scratch, Set<Protection> without) throws IOException {
    this.files = new SandboxFiles(scratch);
    this.mounts = new Mounts(files);
    this.without = without;
    this.isRoot = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    this.forbidsNamespaces = Tools.forbidsNamespaces();
  }

  /**
   * Gets ready.
   *
   * @param scratch the grader's folder for temporary files
   * @param without what is left out, in a test
   */
  public static Sandbox in(Path scratch, Set<Protection> without) throws IOException {
    return new Sandbox(scratch, Set.copyOf(without));
  }

  /** Lets a student's program read a file of ours, or a folder. */
  public void letOthersRead(Path file) throws IOException {
    files.letOthersRead(file);
  }

  /** A process with nothing of the grader's environment but how the names of files are spelt. */
  public ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    if (has(Protection.ENVIRONMENT)) {
      Launch.withoutEnvironment(builder);
    }
    return builder;
  }

  private boolean has(Protection protection) {
    return !without.contains(protection);
  }

  /** Whether a student's program is a user whom other folders than ours may keep out. */
  private boolean isNobody() {
    return isRoot && has(Protection.PRIVILEGES);
  }

  /** A trusted program on a network of its own, which writes nothing but to our scratch folder. */
  public List<String> around(List<String> prober) {
    List<String> command =
        new ArrayList<>(List.of(Tools.required(Tools.BWRAP), "--die-with-parent"));
    if (has(Protection.NETWORK)) {
      command.add("--unshare-net");
    }
    if (has(Protection.READ_ONLY)) {
      command.addAll(List.of("--ro-bind", "/", "/", "--dev-bind", "/dev", "/dev"));
      // The inner sandbox says there who is who in it.
      command.addAll(List.of("--bind", "/proc", "/proc"));
      String scratch = files.scratch().toString();
      command.addAll(List.of("--bind", scratch, scratch));
      command.addAll(List.of("--ro-bind-try", "/dev/shm", "/dev/shm"));
    } else {
      command.addAll(List.of("--dev-bind", "/", "/"));
    }
    if (isNobody()) {
      Mounts.bind(command, files.jdk(), files.jdkForAll());
    }
    command.add("--");
    command.addAll(prober);
    return command;
  }

  /** A student's program, which sees these files and no others. */
  public List<String> aroundStudent(List<String> java, List<Path> seen) {
    List<String> command = new ArrayList<>();
    if (isNobody()) {
      command.addAll(
          List.of(Tools.required(Tools.SETPRIV), "--reuid=" + NOBODY, "--regid=" + NOBODY));
      command.addAll(List.of("--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "--"));
    }
    boolean isMounted = has(Protection.SCRATCH);
    if (isMounted) {
      mounts.addMounting(command);
    }
    command.addAll(inner(seen, isNobody() ? files.jdkForAll() : files.jdk(), isMounted));
    if (has(Protection.FILES)) {
      mounts.addSmallFolder(command, "w", isMounted);
      command.addAll(List.of("--chdir", "/w"));
    }
    return close(command, STUDENTS_LIMITS, java);
  }

  /**
   * A compiler, which sees these files and no others, and writes to one folder of ours. So it stays
   * the user that we are, without any privilege.
   */
  public List<String> aroundCompiler(List<String> java, List<Path> seen, Path folder) {
    List<String> command = inner(seen, files.jdk(), false);
    command.add("--unshare-net");
    command.addAll(List.of("--bind", folder.toString(), folder.toString(), "--chdir", "/tmp"));
    return close(command, COMPILERS_LIMITS, java);
  }

  private List<String> inner(List<Path> seen, Path jdkIsAt, boolean isMounted) {
    List<String> command = new ArrayList<>();
    if (has(Protection.CALLS) && Machine.here().isPresent()) {
      // A JVM hands no open file on.
      command.addAll(List.of("/bin/sh", "-c", "exec \"$@\" 9< \"$0\"", files.calls().toString()));
      command.addAll(List.of(Tools.required(Tools.BWRAP), "--seccomp", "9"));
    } else {
      command.add(Tools.required(Tools.BWRAP));
    }
    command.addAll(List.of("--die-with-parent", "--new-session"));
    command.addAll(List.of("--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"));
    command.addAll(List.of("--hostname", "sandbox"));
    if (has(Protection.PRIVILEGES)) {
      command.addAll(List.of("--unshare-user", "--uid", "1000", "--gid", "1000"));
      command.addAll(List.of("--cap-drop", "ALL"));
      if (forbidsNamespaces) {
        command.add(Tools.NO_NAMESPACES);
      }
    }
    if (has(Protection.PROCESSES)) {
      command.add("--unshare-pid");
    }
    if (has(Protection.ENVIRONMENT)) {
      command.addAll(List.of("--clearenv", "--setenv", "PATH", "/usr/bin:/bin"));
      command.addAll(List.of("--setenv", "LANG", "C.UTF-8", "--setenv", "HOME", "/w"));
    }
    if (has(Protection.FILES)) {
      mounts.addFiles(command, seen, jdkIsAt, isMounted);
    } else {
      command.addAll(List.of("--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev"));
    }
    return command;
  }

  private List<String> close(List<String> command, List<String> limits, List<String> java) {
    if (has(Protection.READ_ONLY)) {
      command.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
    }
    command.add("--");
    if (has(Protection.LIMITS)) {
      command.add("/usr/bin/prlimit");
      command.add("--core=0");
      command.addAll(limits);
    }
    command.addAll(java);
    return command;
  }
}
