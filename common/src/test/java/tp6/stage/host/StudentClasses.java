package tp6.stage.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The classes of a student's program. At home there is one program in a JVM: where classes keep
 * something in static fields, each program here has them anew.
 */
final class StudentClasses {
  private static final String END = ".class";
  private static final Set<Class<?>> VALUES =
      Set.of(String.class, Charset.class, Pattern.class, URI.class, Integer.class, Long.class);

  /** What is in them is a value, or a tool that is the same each time. */
  private static final List<String> STATELESS =
      List.of("java.time.", "java.net.http.", "javax.xml.");

  private final boolean inOwnJvm;
  private Optional<Boolean> keepSomething = Optional.empty();

  /** Where other classes run in this JVM, too, those of the program are left as they are. */
  StudentClasses(boolean inOwnJvm) {
    this.inOwnJvm = inOwnJvm;
  }

  /** The program's class of that name: the same again, or one without a past. */
  Class<?> named(String name) throws ClassNotFoundException {
    Class<?> first = Class.forName(name);
    if (keepSomething.isEmpty()) {
      keepSomething = Optional.of(inOwnJvm && keepSomething(first));
      return first;
    }
    return keepSomething.get()
        ? Class.forName(name, true, new Anew(first.getPackageName()))
        : first;
  }

  private static boolean keepSomething(Class<?> program) {
    try {
      Path root = Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = root.resolve(program.getPackageName().replace('.', '/'));
      if (!Files.isDirectory(folder)) {
        return false;
      }
      try (Stream<Path> files = Files.list(folder)) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(END))
            .map(file -> file.substring(0, file.length() - END.length()))
            .anyMatch(file -> keepsSomething(program, program.getPackageName() + "." + file));
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean keepsSomething(Class<?> program, String name) {
    try {
      Class<?> one = Class.forName(name, false, program.getClassLoader());
      return Stream.of(one.getDeclaredFields()).anyMatch(StudentClasses::keepsSomething);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static boolean keepsSomething(Field field) {
    int modifiers = field.getModifiers();
    Class<?> type = field.getType();
    boolean isValue =
        type.isPrimitive()
            || VALUES.contains(type)
            || STATELESS.stream().anyMatch(type.getName()::startsWith);
    boolean neverChanges = Modifier.isFinal(modifiers) && isValue;
    return Modifier.isStatic(modifiers) && !field.isSynthetic() && !neverChanges;
  }

  /** Loads the classes of a package once more. */
  private static final class Anew extends ClassLoader {
    private final String start;

    private Anew(String packageName) {
      super(StudentClasses.class.getClassLoader());
      this.start = packageName + ".";
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(start)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? findClass(name) : known;
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + END)) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] code = in.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
