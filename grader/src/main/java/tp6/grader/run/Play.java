package tp6.grader.run;

/** What is rehearsed: what the programs of some exercises use. */
enum Play {
  LINES,
  HTTP
}
