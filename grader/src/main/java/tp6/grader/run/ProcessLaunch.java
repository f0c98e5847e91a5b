package tp6.grader.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tp6.stage.Launch;

/**
 * An ordinary process, with nothing of the grader's environment, in a folder of its own.
 *
 * @param host the course's classes
 * @param classes the student's
 * @param folder to work in
 * @param places of which it takes one while it is busy
 * @param mark in the environment of all that the student's program starts
 */
record ProcessLaunch(HostFiles host, Path classes, Path folder, Places places, Leftovers mark)
    implements Launch {
  @Override
  public Process java(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:ActiveProcessorCount=2");
    command.addAll(host.options(classes));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().retainAll(Set.of("SystemRoot"));
    builder.environment().put(Leftovers.VARIABLE, mark.value());
    return builder.start();
  }

  @Override
  public void idles() {
    places.leave();
  }

  @Override
  public void resumes() {
    places.enterAtOnce();
  }
}
