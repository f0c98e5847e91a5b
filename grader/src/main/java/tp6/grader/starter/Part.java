package tp6.grader.starter;

/**
 * What students do not get of a file, from one marker to the other.
 *
 * @param begin the index of the line with the first marker
 * @param end the index of the line with the second one
 * @param words what a student is to do there; may be empty in a text
 * @param inFrench the same in French
 */
record Part(int begin, int end, String words, String inFrench) {
  boolean has(int index) {
    return begin <= index && index <= end;
  }

  boolean hasMarker(int index) {
    return index == begin || index == end;
  }
}
