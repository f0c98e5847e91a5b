package tp6.grader.diff;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What the compiler makes of a source: the same bytes for programs that mean the same. */
final class ByteCode {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

  private ByteCode() {}

  /** The classes, without the names of variables; empty where it does not compile. */
  static Optional<Map<String, ByteBuffer>> of(String source, String className) {
    Map<String, ByteArrayOutputStream> classes = new TreeMap<>();
    JavaFileManager memory =
        new ForwardingJavaFileManager<>(FILES) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name), kind) {
              @Override
              public OutputStream openOutputStream() {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                classes.put(name, content);
                return content;
              }
            };
          }
        };
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("mem:///" + className.replace('.', '/') + ".java"), Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreErrors) {
            return source;
          }
        };
    List<String> options = List.of("-proc:none", "-g:none", "-nowarn");
    boolean compiles =
        COMPILER.getTask(new StringWriter(), memory, null, options, null, List.of(file)).call();
    return compiles
        ? Optional.of(
            classes.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, one -> ByteBuffer.wrap(one.getValue().toByteArray()))))
        : Optional.empty();
  }
}
