package tp6.grader.ci;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for the grader: does at once what {@value #ORDERS} in its folder says. */
public final class StandInGrader {
  static final String ORDERS = "orders.properties";

  private StandInGrader() {}

  /** Prints, writes a report and ends. */
  public static void main(String[] args) throws IOException {
    Properties orders = new Properties();
    try (var in = Files.newInputStream(Path.of(ORDERS))) {
      orders.load(in);
    }
    System.out.println("variables: " + System.getenv().keySet());
    System.out.print(orders.getProperty("out", ""));
    System.out.flush();
    System.err.print(orders.getProperty("err", ""));
    System.err.flush();
    int lines = Integer.parseInt(orders.getProperty("lines", "1"));
    if (lines > 0) {
      Path out = Path.of(args[Arrays.asList(args).indexOf("--out") + 1]);
      Files.createDirectories(out);
      Files.writeString(out.resolve("grade.md"), "a line of this report: é\n".repeat(lines));
      Files.writeString(out.resolve("result.json"), "{}");
    }
    System.exit(Integer.parseInt(orders.getProperty("status", "0")));
  }

  /** Writes it as a jar. */
  static Path jar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInGrader.class.getName());
    String name = StandInGrader.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        var in = StandInGrader.class.getClassLoader().getResourceAsStream(name)) {
      jar.putNextEntry(new JarEntry(name));
      in.transferTo(jar);
      jar.closeEntry();
    }
    return file;
  }
}
