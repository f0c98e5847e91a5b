package tp6.grader.similar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A student's solution of one exercise. The order of its members is free.
 *
 * @param files its sources, numbered as its tokens tell
 */
record Program(String id, List<SourceFile> files, List<Token> tokens) {
  /** A file and its lines; its path is the one below the source root. */
  record SourceFile(String path, List<String> lines) {}

  /** A method, or another declaration, is the kinds of its tokens. */
  Map<Integer, List<Integer>> members() {
    return tokens.stream().collect(groupingBy(Token::member, mapping(Token::kind, toList())));
  }

  /** Leaves those members aside that were given to the student. */
  Program without(Set<List<Integer>> given) {
    Map<Integer, List<Integer>> members = members();
    return new Program(
        id,
        files,
        tokens.stream()
            .map(
                one ->
                    given.contains(members.get(one.member()))
                        ? new Token(Token.NONE, one.member(), one.file(), one.line())
                        : one)
            .toList());
  }

  /** How many tokens are the student's own. */
  int ownTokens() {
    return (int) tokens.stream().filter(Token::isOwn).count();
  }

  int[] kinds() {
    return tokens.stream().mapToInt(Token::kind).toArray();
  }

  /**
   * The phrases that begin at some of its tokens: so many of them in a row, fewer at the end of a
   * member.
   */
  Stream<List<Integer>> phrases(int length, int from, int to) {
    return IntStream.range(from, to)
        .filter(i -> tokens.get(i).isOwn())
        .mapToObj(
            i ->
                tokens.subList(i, Math.min(i + length, tokens.size())).stream()
                    .takeWhile(one -> one.member() == tokens.get(i).member())
                    .map(Token::kind)
                    .toList());
  }
}
