package tp6.grader;

import tp6.grader.course.Course;

/** The exercises that tests of the grader speak of. */
public final class Exercises {
  public static final Course WEATHER = Course.of("weather");
  public static final Course CLOCK = Course.of("clock");
  public static final Course ECHO_SINGLE = Course.of("echo-single");
  public static final Course ECHO_MULTI = Course.of("echo-multi");

  private Exercises() {}
}
