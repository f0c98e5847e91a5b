package tp6.grader.similar;

import de.jplag.SharedTokenType;
import de.jplag.Submission;
import de.jplag.Token;
import de.jplag.TokenType;
import de.jplag.java.JavaTokenType;
import de.jplag.java.Language;
import java.io.File;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A student's solution of one exercise, as JPlag's tokens: some are given, the others count. */
final class Program {
  static final Language JAVA = new Language();

  private static final JavaTokenType[] TYPES = JavaTokenType.values();

  /** These follow from the rest. */
  private static final Set<JavaTokenType> IDLE =
      EnumSet.of(JavaTokenType.J_PACKAGE, JavaTokenType.J_IMPORT);

  private static final Set<JavaTokenType> METHOD_BEGIN =
      EnumSet.of(JavaTokenType.J_METHOD_BEGIN, JavaTokenType.J_CONSTR_BEGIN);
  private static final Set<JavaTokenType> METHOD_END =
      EnumSet.of(JavaTokenType.J_METHOD_END, JavaTokenType.J_CONSTR_END);

  /** In front of these, outside of methods, one member ends and another begins. */
  private static final Set<JavaTokenType> DECLARATION =
      EnumSet.of(
          JavaTokenType.J_VARDEF,
          JavaTokenType.J_ANNO,
          JavaTokenType.J_CLASS_BEGIN,
          JavaTokenType.J_CLASS_END,
          JavaTokenType.J_RECORD_BEGIN,
          JavaTokenType.J_RECORD_END,
          JavaTokenType.J_INTERFACE_BEGIN,
          JavaTokenType.J_INTERFACE_END,
          JavaTokenType.J_ENUM_BEGIN,
          JavaTokenType.J_ENUM_END);

  private final String id;
  private final List<SourceFile> files;
  private final List<ParserJvm.Lexeme> lexemes;
  private final BitSet own = new BitSet();
  private final List<Member> members = new ArrayList<>();

  /** What is not compared. */
  private enum Given implements TokenType {
    GIVEN;

    @Override
    public String getDescription() {
      return "given";
    }

    @Override
    public Boolean isExcludedFromMatching() {
      return true;
    }
  }

  /**
   * A file and its lines.
   *
   * @param path below the source root
   */
  record SourceFile(String path, List<String> lines) {
    SourceFile {
      lines = List.copyOf(lines);
    }
  }

  /** A method, or another declaration, from one token to before another; their order is free. */
  record Member(int from, int to) {}

  Program(String id, List<SourceFile> files, List<ParserJvm.Lexeme> lexemes) {
    this.id = id;
    this.files = List.copyOf(files);
    this.lexemes = List.copyOf(lexemes);
    findMembers();
  }

  private void findMembers() {
    int begin = 0;
    int depth = 0;
    for (int i = 0; i < lexemes.size(); i++) {
      boolean isCode = isCode(i);
      boolean begins = METHOD_BEGIN.contains(type(i));
      if (!isCode || depth == 0 && (begins || DECLARATION.contains(type(i)))) {
        end(begin, i);
        begin = isCode ? i : i + 1;
      }
      own.set(i, isCode);
      if (begins) {
        depth++;
      } else if (METHOD_END.contains(type(i)) && --depth == 0) {
        end(begin, i + 1);
        begin = i + 1;
      }
    }
    end(begin, lexemes.size());
  }

  private boolean isCode(int token) {
    return lexemes.get(token).type() != ParserMain.FILE_END && !IDLE.contains(type(token));
  }

  private void end(int from, int to) {
    if (from < to) {
      members.add(new Member(from, to));
    }
  }

  private JavaTokenType type(int token) {
    int type = lexemes.get(token).type();
    return type == ParserMain.FILE_END ? JavaTokenType.J_PACKAGE : TYPES[type];
  }

  String id() {
    return id;
  }

  int length() {
    return lexemes.size();
  }

  int ownTokens() {
    return own.cardinality();
  }

  /** How many of them stand in a row long enough for a passage: the others cannot be compared. */
  int comparableTokens(int passage) {
    int sum = 0;
    for (int from = own.nextSetBit(0); from >= 0; from = own.nextSetBit(own.nextClearBit(from))) {
      int length = own.nextClearBit(from) - from;
      sum += length < passage ? 0 : length;
    }
    return sum;
  }

  List<Member> members() {
    return members;
  }

  /** Some tokens as a text: the same tokens are the same text. */
  String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append((char) lexemes.get(i).type());
    }
    return text.toString();
  }

  /** Members of which this is true were not written by the student. */
  void leaveOut(Predicate<String> isGiven) {
    members.removeIf(
        member -> {
          boolean given = isGiven.test(text(member.from(), member.to()));
          if (given) {
            own.clear(member.from(), member.to());
          }
          return given;
        });
  }

  SourceFile file(int token) {
    return files.get(lexemes.get(token).file());
  }

  int line(int token) {
    return lexemes.get(token).line();
  }

  /** As JPlag compares it. */
  Submission forJPlag() {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < lexemes.size(); i++) {
      TokenType type =
          lexemes.get(i).type() == ParserMain.FILE_END
              ? SharedTokenType.FILE_END
              : own.get(i) ? type(i) : Given.GIVEN;
      tokens.add(new Token(type, new File(id), line(i), 1, 1));
    }
    Submission submission = new Submission(id, new File(id), true, List.of(), JAVA);
    submission.setTokenList(tokens);
    return submission;
  }
}
