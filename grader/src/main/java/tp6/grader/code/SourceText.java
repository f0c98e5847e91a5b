package tp6.grader.code;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source that javac reads from memory. */
public final class SourceText extends SimpleJavaFileObject {
  private final String path;
  private final String text;

  /**
   * A source as it is.
   *
   * @param path of the file, with slashes
   */
  public SourceText(String path, String text) {
    this("", path, text);
  }

  SourceText(String folder, String path, String text) {
    super(URI.create("memory:///" + folder + path), Kind.SOURCE);
    this.path = path;
    this.text = text;
  }

  String path() {
    return path;
  }

  @Override
  public String getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
