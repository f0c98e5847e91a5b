package tp6.grader.similar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import tp6.grader.course.Course;
import tp6.grader.similar.Similarity.LeftOut;
import tp6.grader.similar.Similarity.Pair;
import tp6.grader.similar.Similarity.Shared;
import tp6.grader.similar.Similarity.Spread;

/** Puts the pairs of a class in the order of how surprising they are, all exercises together. */
final class Ranking {
  private static final Comparator<Found> MOST_SURPRISING_LAST =
      Comparator.comparingDouble(Found::surprise)
          .thenComparing(Comparator.comparing(Found::first).reversed())
          .thenComparing(Comparator.comparing(Found::second).reversed());

  private final List<String> ids;
  private final Map<Course, Corpus> corpora;
  private final String base;
  private final List<LeftOut> leftOut;

  private record Found(String first, String second, double surprise) {}

  Ranking(List<String> ids, Map<Course, Corpus> corpora, String base, List<LeftOut> leftOut) {
    this.ids = ids;
    this.corpora = corpora;
    this.base = base;
    this.leftOut = leftOut;
  }

  /** The first so many. */
  Similarity of(int top) {
    PriorityQueue<Found> best = new PriorityQueue<>(MOST_SURPRISING_LAST);
    List<Integer> histogram = new ArrayList<>();
    int pairs = 0;
    for (int i = 0; i < ids.size(); i++) {
      for (int j = i + 1; j < ids.size(); j++) {
        List<Double> tails = tails(ids.get(i), ids.get(j));
        if (!tails.isEmpty()) {
          pairs++;
          double surprise = Surprise.of(tails);
          count(histogram, (int) surprise);
          best.add(new Found(ids.get(i), ids.get(j), surprise));
          if (best.size() > top) {
            best.remove();
          }
        }
      }
    }
    List<Found> ranked = new ArrayList<>(best);
    ranked.sort(MOST_SURPRISING_LAST.reversed());
    return new Similarity(
        base,
        ids.size(),
        pairs,
        corpora.entrySet().stream().map(one -> spread(one.getKey(), one.getValue())).toList(),
        rounded(Math.log10(pairs)),
        histogram,
        leftOut,
        IntStream.range(0, ranked.size()).mapToObj(i -> pair(i + 1, ranked.get(i))).toList());
  }

  private List<Double> tails(String first, String second) {
    return both(first, second).stream()
        .map(corpora::get)
        .map(corpus -> (double) corpus.asAlike(first, second) / corpus.pairs())
        .toList();
  }

  private List<Course> both(String first, String second) {
    return corpora.keySet().stream()
        .filter(one -> corpora.get(one).has(first) && corpora.get(one).has(second))
        .toList();
  }

  private static void count(List<Integer> histogram, int bin) {
    while (histogram.size() <= bin) {
      histogram.add(0);
    }
    histogram.set(bin, histogram.get(bin) + 1);
  }

  private Pair pair(int rank, Found found) {
    List<Shared> shared =
        both(found.first(), found.second()).stream()
            .map(exercise -> shared(exercise, found.first(), found.second()))
            .toList();
    return new Pair(rank, found.first(), found.second(), rounded(found.surprise()), shared);
  }

  private Shared shared(Course exercise, String first, String second) {
    Corpus corpus = corpora.get(exercise);
    return new Shared(
        exercise.module(),
        percent(corpus.similarity(first, second)),
        corpus.asAlike(first, second),
        corpus.passages(first, second));
  }

  private static Spread spread(Course exercise, Corpus corpus) {
    float[] all = corpus.similarities();
    List<Integer> histogram = new ArrayList<>(Collections.nCopies(10, 0));
    for (float one : all) {
      count(histogram, Math.min(9, (int) (one * 10)));
    }
    return new Spread(
        exercise.module(),
        corpus.size(),
        corpus.medianTokens(),
        corpus.passage(),
        percent(all[all.length / 2]),
        percent(all[all.length * 9 / 10]),
        percent(all[all.length - 1]),
        histogram);
  }

  private static int percent(double share) {
    return (int) Math.round(100 * share);
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
