package tp6.grader.starter;

/**
 * What is wrong with a marker.
 *
 * @param line counted from 1
 */
record Complaint(String path, int line, String what) {
  @Override
  public String toString() {
    return path + ":" + line + ": " + what;
  }
}
