package tp6.stage;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The sentences of the report, in one language. */
final class Words {
  private final ResourceBundle bundle;

  private Words(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The kit's own words. */
  static Words of(Locale language) {
    return beside(Words.class, "words", language);
  }

  /** The titles and hints of an exercise. */
  static Words of(Class<?> exercise, Locale language) {
    return beside(exercise, "stages", language);
  }

  private static Words beside(Class<?> type, String name, Locale language) {
    return new Words(
        ResourceBundle.getBundle(
            type.getPackageName() + "." + name,
            language,
            type.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  String say(String key, Object... values) {
    return String.format(Locale.ROOT, bundle.getString(key), values);
  }

  Optional<String> find(String key) {
    return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
  }
}
