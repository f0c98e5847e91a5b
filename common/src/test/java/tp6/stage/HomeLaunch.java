package tp6.stage;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.common.Server;
import tp6.stage.host.Host;
import tp6.stage.link.Launch;

/** The student's program as Maven and an IDE have compiled it, and nothing of the tests. */
public record HomeLaunch(String studentClass) implements Launch {
  @Override
  public Process java(List<String> arguments) throws IOException {
    String classPath =
        Stream.of(studentClass, Server.class.getName(), Host.class.getName())
            .flatMap(HomeLaunch::rootOf)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath));
    command.addAll(arguments);
    return Launch.withoutEnvironment(new ProcessBuilder(command)).redirectErrorStream(true).start();
  }

  /** The folder or jar that a class is in; nothing where there is no such class. */
  private static Stream<Path> rootOf(String className) {
    String file = className.replace('.', '/') + ".class";
    URL found = HomeLaunch.class.getClassLoader().getResource(file);
    if (found == null) {
      return Stream.empty();
    }
    String root = found.toString().replace(file, "").replaceAll("^jar:|!/$", "");
    return Stream.of(Path.of(URI.create(root)));
  }
}
