package tp6.grader.similar;

import de.jplag.ParsingException;
import de.jplag.SharedTokenType;
import de.jplag.Token;
import de.jplag.java.JavaTokenType;
import de.jplag.java.Language;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A JVM that turns sources into tokens with JPlag, whose front end for Java is the parser of this
 * very JDK. It runs nothing of a student's, and ends with its standard input.
 */
final class ParserMain {
  /** Stands for the end of a file. */
  static final int FILE_END = -1;

  private final Language language = new Language();
  private final DataOutputStream out;

  private ParserMain(DataOutputStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    ParserMain parser = new ParserMain(new DataOutputStream(new BufferedOutputStream(System.out)));
    System.setOut(new PrintStream(System.err));
    try {
      while (true) {
        List<File> files = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
          files.add(new File(in.readUTF()));
        }
        parser.answer(files);
      }
    } catch (EOFException e) {
      // Nobody asks any more.
    }
  }

  private void answer(List<File> files) throws IOException {
    try {
      List<Token> tokens = language.parse(new LinkedHashSet<>(files));
      out.writeUTF("");
      out.writeInt(tokens.size());
      for (Token token : tokens) {
        write(token, files);
      }
    } catch (ParsingException e) {
      out.writeUTF("does not parse as Java");
    } catch (RuntimeException | StackOverflowError e) {
      // Not a fault of Java's, but for one that is nested as nobody nests it.
      out.writeUTF("is more than the parser can take");
    }
    out.flush();
  }

  private void write(Token token, List<File> files) throws IOException {
    boolean isEnd = token.getType() == SharedTokenType.FILE_END;
    out.writeShort(isEnd ? FILE_END : ((JavaTokenType) token.getType()).ordinal());
    out.writeShort(files.indexOf(token.getFile()));
    out.writeInt(token.getLine());
  }
}
