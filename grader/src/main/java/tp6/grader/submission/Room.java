package tp6.grader.submission;

/**
 * How much of an archive is read, in bytes.
 *
 * @param archive as it is handed in; what a zip of a class is unpacked to, too
 * @param file that is kept
 * @param kept of all files, in memory, where an archive is read from end to end
 * @param unpacked of such an archive
 */
record Room(long archive, int file, int kept, long unpacked) {
  static final Room OF_A_HAND_IN = new Room(20_000_000, 256 * 1024, 8 << 20, 200_000_000);
  static final Room OF_A_CLASS = new Room(2_000_000_000, 20_000_000, 64_000_000, 64_000_000);
}
