package tp6.grader.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tp6.stage.report.SourceError;

/**
 * What a compiler is told, and answers.
 *
 * @param output where to
 * @param classPath of the sources
 * @param release of Java that they are written in
 * @param root of their folders
 * @param files below it
 */
record CompilerQuestion(
    Path output, String classPath, String release, Path root, List<String> files) {
  static final int MAX_ERRORS = 50;

  /** Neither classes nor errors are there where it was lost over the sources. */
  record Answer(boolean compiled, List<SourceError> errors) {
    byte[] bytes() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeBoolean(compiled);
      out.writeInt(errors.size());
      for (SourceError error : errors) {
        out.writeUTF(error.file());
        out.writeLong(error.line());
        out.writeLong(error.column());
        out.writeUTF(error.message());
        out.writeUTF(error.source());
      }
      return bytes.toByteArray();
    }

    static Answer of(byte[] bytes) throws IOException {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      boolean compiled = in.readBoolean();
      int size = in.readInt();
      if (size > MAX_ERRORS) {
        throw new IOException(size + " errors");
      }
      List<SourceError> errors = new ArrayList<>();
      for (int i = size; i > 0; i--) {
        errors.add(
            new SourceError(
                in.readUTF(), in.readLong(), in.readLong(), in.readUTF(), in.readUTF()));
      }
      return new Answer(compiled, errors);
    }
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(output.toString());
    out.writeUTF(classPath);
    out.writeUTF(release);
    out.writeUTF(root.toString());
    out.writeInt(files.size());
    for (String file : files) {
      out.writeUTF(file);
    }
    return bytes.toByteArray();
  }

  static CompilerQuestion of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    Path output = Path.of(in.readUTF());
    String classPath = in.readUTF();
    String release = in.readUTF();
    Path root = Path.of(in.readUTF());
    List<String> files = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      files.add(in.readUTF());
    }
    return new CompilerQuestion(output, classPath, release, root, files);
  }
}
