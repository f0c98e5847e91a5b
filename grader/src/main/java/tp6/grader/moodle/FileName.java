package tp6.grader.moodle;

import java.text.Normalizer;

/** How Moodle makes a name fit for a file. */
final class FileName {
  private FileName() {}

  static String of(String name) {
    return composed(name).replaceAll("[\\p{Cntrl}&<>\"`|':\\\\/]|\\.\\.+", "").replace('_', ' ');
  }

  /** The name itself, in one form of Unicode. */
  static String composed(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
  }
}
