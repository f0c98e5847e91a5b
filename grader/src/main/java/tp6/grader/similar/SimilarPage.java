package tp6.grader.similar;

import java.util.Locale;

final class SimilarPage {
  private SimilarPage() {}

  static String of(Similarity similarity, Locale language) {
    return "";
  }
}
