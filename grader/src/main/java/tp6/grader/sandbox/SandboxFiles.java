package tp6.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a JVM in a sandbox needs of this computer's files, and those that we make for it. */
final class SandboxFiles {
  private final Path scratch;
  private final Path etc;
  private final Path calls;
  private final Path small;
  private final Path jdk = Path.of(System.getProperty("java.home"));
  private final Set<Path> libraries = new TreeSet<>();
  private final List<Path> settings = new ArrayList<>();

  SandboxFiles(Path scratch) throws IOException {
    this.scratch = scratch;
    this.etc = Files.createDirectories(scratch.resolve("etc"));
    this.calls = etc.resolve("calls");
    this.small = scratch.resolve("small");
    Files.createDirectories(jdkForAll());
    letOthersIn(scratch);
    letOthersIn(etc);
    letOthersIn(Files.createDirectories(small.resolve("tmp")).getParent());
    Files.createDirectories(small.resolve("w"));
    findLibraries();
    write("hosts", "127.0.0.1 localhost sandbox\n::1 localhost\n");
    write("nsswitch.conf", "hosts: files\n");
    write("passwd", "student:x:1000:1000::/w:/bin/false\n");
    write("group", "student:x:1000:\n");
    if (Machine.here().isPresent()) {
      letOthersReadFile(Files.write(calls, CallFilter.of(Machine.here().get())));
    }
  }

  Path scratch() {
    return scratch;
  }

  /** The filter of system calls, where there is one for this machine. */
  Path calls() {
    return calls;
  }

  /** Where a program's {@code /tmp} and {@code /w} are mounted before it sees them. */
  Path small() {
    return small;
  }

  Path jdk() {
    return jdk;
  }

  /** Where nobody finds the JDK, which may be in the home of root. */
  Path jdkForAll() {
    return scratch.resolve("jdk");
  }

  /** The folders of the libraries that a JVM needs beside the JDK. */
  Set<Path> libraries() {
    return libraries;
  }

  /** What stands in {@code /etc}. */
  List<Path> settings() {
    return settings;
  }

  /** A folder that the user whom the student's program runs as has to get through. */
  private static void letOthersIn(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /**
   * Lets a student's program read a file of ours, or a folder, under whatever umask it was made.
   */
  void letOthersRead(Path file) throws IOException {
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
    Path file = Files.writeString(etc.resolve(name), content);
    letOthersReadFile(file);
    settings.add(file);
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
}
