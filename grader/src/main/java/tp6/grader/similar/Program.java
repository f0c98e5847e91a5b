package tp6.grader.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A student's solution of one exercise.
 *
 * @param files its sources, numbered as its tokens tell
 * @param members the parts of it that the student has written; their order is free
 */
record Program(String id, List<SourceFile> files, List<Token> tokens, List<Member> members) {
  /** A file and its lines; its path is the one below the source root. */
  record SourceFile(String path, List<String> lines) {}

  /** A method, or another declaration: which token it begins with, and the kinds of its tokens. */
  record Member(int from, List<Integer> kinds) {}

  static Program of(String id, List<SourceFile> files, List<Token> tokens) {
    List<Member> members = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.get(i).member() != tokens.get(from).member()) {
        members.add(new Member(from, tokens.subList(from, i).stream().map(Token::kind).toList()));
        from = i;
      }
    }
    members.removeIf(member -> member.kinds().contains(Token.END_OF_FILE));
    return new Program(id, files, tokens, members);
  }

  /** Leaves those members aside that were given to the student. */
  Program without(Set<List<Integer>> given) {
    List<Member> own = members.stream().filter(one -> !given.contains(one.kinds())).toList();
    return new Program(id, files, tokens, own);
  }

  /** How many tokens are the student's own. */
  int ownTokens() {
    return members.stream().mapToInt(member -> member.kinds().size()).sum();
  }

  /** The kind of each token, or -1 where it was given, and at the end of each file. */
  int[] kinds() {
    int[] kinds = new int[tokens.size()];
    Arrays.fill(kinds, -1);
    for (Member member : members) {
      for (int i = 0; i < member.kinds().size(); i++) {
        kinds[member.from() + i] = member.kinds().get(i);
      }
    }
    return kinds;
  }
}
