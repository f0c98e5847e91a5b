package tp6.grader.similar;

/** That the sources of a solution cannot be compared; the message tells why. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  Unreadable(String why) {
    super(why);
  }
}
