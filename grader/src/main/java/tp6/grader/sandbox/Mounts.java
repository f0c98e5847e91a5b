package tp6.grader.sandbox;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** The files that a JVM in a sandbox sees, and its small folders, as bubblewrap is told of them. */
final class Mounts {
  private static final String SMALL_FOLDER = Integer.toString(32 << 20);

  /** bubblewrap has no such option for its own. Its settings are kept where it is bound. */
  private static final String MOUNTING =
      "for one in tmp w; do"
          + " mount -t tmpfs -o noexec,nosuid,nodev,size="
          + SMALL_FOLDER
          + ",nr_inodes=32k tmpfs \"$0/$one\" || exit;"
          + " done; exec \"$@\"";

  private final SandboxFiles files;

  Mounts(SandboxFiles files) {
    this.files = files;
  }

  /** Mounts the small folders before bubblewrap, which follows, binds them. */
  void addMounting(List<String> command) {
    command.addAll(List.of(Tools.required(Tools.UNSHARE), "--user", "--map-root-user"));
    command.addAll(List.of("--mount", "/bin/sh", "-c", MOUNTING, files.small().toString()));
  }

  /** These files, the JDK, and what it needs of the system, all to be read only. */
  void addFiles(List<String> command, List<Path> seen, Path jdkIsAt, boolean isMounted) {
    // First: what is bound may lie in one of them.
    command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    addSmallFolder(command, "tmp", isMounted);
    command.addAll(List.of("--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64"));
    files.libraries().forEach(folder -> bind(command, folder, folder));
    bindWhereItIs(command, Path.of("/usr/lib64"));
    bindWhereItIs(command, Path.of("/etc/ld.so.cache"));
    // Without it a JVM cannot read a path with an accent. Distributions spell it in two ways.
    bindWhereItIs(command, Path.of("/usr/lib/locale/C.utf8"));
    bindWhereItIs(command, Path.of("/usr/lib/locale/C.UTF-8"));
    bind(command, jdkIsAt, files.jdk());
    bind(command, Path.of(Tools.required(Tools.PRLIMIT)), Path.of("/usr/bin/prlimit"));
    files
        .settings()
        .forEach(file -> bind(command, file, Path.of("/etc").resolve(file.getFileName())));
    seen.forEach(file -> bind(command, file, file));
  }

  /** A folder of that name, of a limited size: one that was mounted before, or a new one. */
  void addSmallFolder(List<String> command, String name, boolean isMounted) {
    if (isMounted) {
      command.addAll(List.of("--bind", files.small().resolve(name).toString(), "/" + name));
    } else {
      command.addAll(List.of("--size", SMALL_FOLDER, "--tmpfs", "/" + name));
    }
  }

  static void bind(List<String> command, Path file, Path place) {
    command.addAll(List.of("--ro-bind", file.toString(), place.toString()));
  }

  private static void bindWhereItIs(List<String> command, Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      bind(command, file, file);
    }
  }
}
