package tp6.stage.report;

/** Takes the grades of a run. */
@FunctionalInterface
public interface GradeReader {
  /** A run of this exercise begins: what is known of an earlier one is out of date. */
  default void begins(Class<?> exercise) {}

  /** The stages of this exercise could not be run at all: there will be no grade. */
  default void fails(Class<?> exercise, Throwable reason) {}

  /** A run of this exercise is over, and this came of it. */
  void reads(Class<?> exercise, Grade grade);
}
