package tp6.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first and the last numbers that are told: whoever tells all there are has found none. */
record ToldNumbers(List<Double> few) {
  private static final int FEW = 10;

  /** Two numbers that are meant to be the same may have been computed in two ways. */
  private static final double CLOSE = 0.03;

  /** With that, a number with one decimal is one still after it was computed with. */
  private static final double ROUNDING = 0.0005;

  static ToldNumbers in(List<String> lines) {
    List<Double> all = Wording.numbers(String.join("\n", lines));
    List<Double> few = new ArrayList<>(all.subList(0, Math.min(FEW, all.size())));
    few.addAll(all.subList(Math.max(0, all.size() - FEW), all.size()));
    return new ToldNumbers(few);
  }

  /**
   * Whether one is close to this.
   *
   * @param tolerance for a number with one decimal or none
   * @param fine for one with more
   */
  boolean have(double wanted, double tolerance, double fine) {
    return few.stream()
        .anyMatch(number -> isClose(number, wanted, isCoarse(number) ? tolerance : fine));
  }

  /** The kind of the mistake by which another number is told; empty where none is known. */
  String mistake(Map<Double, String> mistakes) {
    return mistakes.keySet().stream()
        .filter(told -> few.stream().anyMatch(number -> isClose(number, told, CLOSE)))
        .findFirst()
        .map(mistakes::get)
        .orElse("");
  }

  private static boolean isCoarse(double number) {
    return Math.abs(number - Math.rint(number * 10) / 10) < ROUNDING;
  }

  private static boolean isClose(double number, double wanted, double tolerance) {
    return Math.abs(number - wanted) <= tolerance;
  }
}
