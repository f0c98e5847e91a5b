package tp6.grader.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tp6.stage.Launch;

/**
 * The command lines of bubblewrap around a JVM. Two sandboxes, one in the other: the outer one has
 * a network of its own, and files that it can only read, but for the grader's scratch folder; in it
 * is the prober, which plays the clients. The inner one has the student's program, which shares
 * that network and nothing else, and makes no system call but those that programs need.
 */
public final class Sandbox {
  private static final String BWRAP = "bwrap";
  private static final String PRLIMIT = "prlimit";
  private static final String SETPRIV = "setpriv";
  public static final String UNSHARE = "unshare";
  private static final String NO_NAMESPACES = "--disable-userns";

  /** Nobody, whose processes are limited in number where root's are not. */
  private static final String NOBODY = "65534";

  private static final String SMALL_FOLDER = Integer.toString(32 << 20);
  private static final List<String> STUDENTS_LIMITS =
      List.of("--data=536870912", "--nproc=700", "--nofile=2048", "--fsize=8388608", "--cpu=3600");
  private static final List<String> COMPILERS_LIMITS =
      List.of("--data=1073741824", "--nproc=200", "--nofile=1024", "--fsize=33554432");

  private final Path scratch;
  private final Path etc;
  private final Path calls;
  private final Set<Protection> without;
  private final Path jdk = Path.of(System.getProperty("java.home"));
  private final Set<Path> libraries = new TreeSet<>();
  private final boolean isRoot;
  private final boolean forbidsNamespaces;

  private Sandbox(Path scratch, Set<Protection> without) throws IOException {
    this.scratch = scratch;
    this.etc = Files.createDirectories(scratch.resolve("etc"));
    this.calls = etc.resolve("calls");
    this.without = without;
    this.isRoot = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    Files.createDirectories(jdkForAll());
    letOthersIn(scratch);
    letOthersIn(etc);
    this.forbidsNamespaces = forbidsNamespaces();
    findLibraries();
    write("hosts", "127.0.0.1 localhost sandbox\n::1 localhost\n");
    write("nsswitch.conf", "hosts: files\n");
    write("passwd", "student:x:1000:1000::/w:/bin/false\n");
    write("group", "student:x:1000:\n");
    if (Machine.here().isPresent()) {
      write("calls", CallFilter.of(Machine.here().get()));
    }
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

  /** The first of the programs needed that is not there; nothing where all are. */
  public static Optional<String> missing() {
    return Stream.of(BWRAP, PRLIMIT, SETPRIV, UNSHARE)
        .filter(name -> find(name).isEmpty())
        .findFirst();
  }

  /** Whether programs can be kept from making namespaces of their own: before 0.8 they cannot. */
  public static boolean forbidsNamespaces() throws IOException {
    Process help = new ProcessBuilder(required(BWRAP), "--help").redirectErrorStream(true).start();
    return isOption(NO_NAMESPACES, new String(help.getInputStream().readAllBytes(), UTF_8));
  }

  public static boolean isOption(String option, String help) {
    return help.lines().anyMatch(line -> (line.strip() + " ").startsWith(option + " "));
  }

  private static Optional<Path> find(String program) {
    return Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public static String required(String program) {
    return find(program)
        .orElseThrow(() -> new IllegalStateException("there is no " + program))
        .toString();
  }

  /** A folder that the user whom the student's program runs as has to get through. */
  private static void letOthersIn(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /**
   * Lets a student's program read a file of ours, or a folder, under whatever umask it was made.
   */
  public void letOthersRead(Path file) throws IOException {
    for (Path on = file.getParent(); on.startsWith(scratch); on = on.getParent()) {
      letOthersIn(on);
    }
    try (Stream<Path> all = Files.walk(file)) {
      for (Path one : all.toList()) {
        if (Files.isDirectory(one)) {
          letOthersIn(one);
        } else {
          letOthersReadFile(one);
        }
      }
    }
  }

  private void write(String name, String content) throws IOException {
    write(name, content.getBytes(UTF_8));
  }

  private void write(String name, byte[] content) throws IOException {
    letOthersReadFile(Files.write(etc.resolve(name), content));
  }

  private static void letOthersReadFile(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  /** Those that a JVM has loaded here are those that it needs there. */
  private void findLibraries() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
      int slash = line.indexOf('/');
      if (slash > 0 && line.contains(".so")) {
        addFolderOf(Path.of(line.substring(slash)));
      }
    }
    // Debian's JDK has links to its settings in /etc.
    for (String name : List.of("conf", "lib")) {
      try (Stream<Path> files = Files.walk(jdk.resolve(name), 3)) {
        for (Path link : files.filter(Files::isSymbolicLink).filter(Files::exists).toList()) {
          addFolderOf(link.toRealPath());
        }
      }
    }
  }

  private void addFolderOf(Path file) throws IOException {
    if (Files.exists(file) && !file.startsWith(jdk.toRealPath())) {
      libraries.add(file.getParent().toRealPath());
    }
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

  /** Where nobody finds the JDK, which may be in the home of root. */
  private Path jdkForAll() {
    return scratch.resolve("jdk");
  }

  /** A trusted program on a network of its own, which writes nothing but to our scratch folder. */
  public List<String> around(List<String> prober) {
    List<String> command = new ArrayList<>(List.of(required(BWRAP), "--die-with-parent"));
    if (has(Protection.NETWORK)) {
      command.add("--unshare-net");
    }
    if (has(Protection.READ_ONLY)) {
      command.addAll(List.of("--ro-bind", "/", "/", "--dev-bind", "/dev", "/dev"));
      // The inner sandbox says there who is who in it.
      command.addAll(List.of("--bind", "/proc", "/proc"));
      command.addAll(List.of("--bind", scratch.toString(), scratch.toString()));
      command.addAll(List.of("--ro-bind-try", "/dev/shm", "/dev/shm"));
    } else {
      command.addAll(List.of("--dev-bind", "/", "/"));
    }
    if (isNobody()) {
      bind(command, jdk, jdkForAll());
    }
    command.add("--");
    command.addAll(prober);
    return command;
  }

  /** A student's program, which sees these files and no others. */
  public List<String> aroundStudent(List<String> java, List<Path> files) {
    List<String> command = new ArrayList<>();
    if (isNobody()) {
      command.addAll(List.of(required(SETPRIV), "--reuid=" + NOBODY, "--regid=" + NOBODY));
      command.addAll(List.of("--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "--"));
    }
    command.addAll(inner(files, isNobody() ? jdkForAll() : jdk));
    if (has(Protection.FILES)) {
      command.addAll(List.of("--size", SMALL_FOLDER, "--tmpfs", "/w", "--chdir", "/w"));
    }
    return close(command, STUDENTS_LIMITS, java);
  }

  /**
   * A compiler, which sees these files and no others, and writes to one folder of ours. So it stays
   * the user that we are, without any privilege.
   */
  public List<String> aroundCompiler(List<String> java, List<Path> files, Path folder) {
    List<String> command = inner(files, jdk);
    command.add("--unshare-net");
    command.addAll(List.of("--bind", folder.toString(), folder.toString(), "--chdir", "/tmp"));
    return close(command, COMPILERS_LIMITS, java);
  }

  private List<String> inner(List<Path> files, Path jdkIsAt) {
    List<String> command = new ArrayList<>();
    if (has(Protection.CALLS) && Machine.here().isPresent()) {
      // A JVM hands no open file on.
      command.addAll(List.of("/bin/sh", "-c", "exec \"$@\" 9< \"$0\"", calls.toString()));
      command.addAll(List.of(required(BWRAP), "--seccomp", "9"));
    } else {
      command.add(required(BWRAP));
    }
    command.addAll(List.of("--die-with-parent", "--new-session"));
    command.addAll(List.of("--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"));
    command.addAll(List.of("--hostname", "sandbox"));
    if (has(Protection.PRIVILEGES)) {
      command.addAll(List.of("--unshare-user", "--uid", "1000", "--gid", "1000"));
      command.addAll(List.of("--cap-drop", "ALL"));
      if (forbidsNamespaces) {
        command.add(NO_NAMESPACES);
      }
    }
    if (has(Protection.PROCESSES)) {
      command.add("--unshare-pid");
    }
    if (has(Protection.ENVIRONMENT)) {
      command.addAll(List.of("--clearenv", "--setenv", "PATH", "/usr/bin:/bin"));
      command.addAll(List.of("--setenv", "LANG", "C.UTF-8", "--setenv", "HOME", "/w"));
    }
    addFiles(command, files, jdkIsAt);
    return command;
  }

  private void addFiles(List<String> command, List<Path> files, Path jdkIsAt) {
    if (has(Protection.FILES)) {
      // First: what is bound may lie in one of them.
      command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
      command.addAll(List.of("--size", SMALL_FOLDER, "--tmpfs", "/tmp"));
      command.addAll(List.of("--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64"));
      libraries.forEach(folder -> bind(command, folder, folder));
      bindWhereItIs(command, Path.of("/usr/lib64"));
      bindWhereItIs(command, Path.of("/etc/ld.so.cache"));
      // Without it a JVM cannot read a path with an accent. Distributions spell it in two ways.
      bindWhereItIs(command, Path.of("/usr/lib/locale/C.utf8"));
      bindWhereItIs(command, Path.of("/usr/lib/locale/C.UTF-8"));
      bind(command, jdkIsAt, jdk);
      bind(command, Path.of(required(PRLIMIT)), Path.of("/usr/bin/prlimit"));
      for (String name : List.of("hosts", "nsswitch.conf", "passwd", "group")) {
        bind(command, etc.resolve(name), Path.of("/etc", name));
      }
      files.forEach(file -> bind(command, file, file));
    } else {
      command.addAll(List.of("--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev"));
    }
  }

  private static void bind(List<String> command, Path file, Path place) {
    command.addAll(List.of("--ro-bind", file.toString(), place.toString()));
  }

  private static void bindWhereItIs(List<String> command, Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      bind(command, file, file);
    }
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
