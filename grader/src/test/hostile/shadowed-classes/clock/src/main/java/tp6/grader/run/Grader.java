package tp6.grader.run;

/** Grades nothing. */
public final class Grader {}
