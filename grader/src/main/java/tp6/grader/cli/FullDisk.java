package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tp6.grader.text.Reason;

/** Names the folder that has no room left; Java does not. */
final class FullDisk {
  private static final Pattern MESSAGE =
      Pattern.compile("(?is).*(no space left|not enough space|quota exceeded).*");

  private static final long HARDLY_ANYTHING = 1 << 20;

  private FullDisk() {}

  /** What to say of a failure; nothing where it is another one. */
  static Optional<Reason> why(CommandLine command, IOException failure) {
    if (!MESSAGE.matcher(Objects.requireNonNullElse(failure.getMessage(), "")).matches()) {
      return Optional.empty();
    }
    Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
    Optional<Path> out = out(command.getCommandSpec()).map(Path::toAbsolutePath);
    boolean isOut = out.filter(folder -> isFull(folder) || !isFull(scratch)).isPresent();
    boolean isResumable = command.getCommandSpec().optionsMap().containsKey("--resume");
    String key = isResumable ? "disk.full.resume" : "disk.full";
    return Optional.of(Reason.of(key, isOut ? out.get() : scratch));
  }

  private static Optional<Path> out(CommandSpec command) {
    return Optional.ofNullable(command.findOption("--out"))
        .map(option -> option.<Object>getValue())
        .flatMap(value -> value instanceof Optional<?> inner ? inner : Optional.of(value))
        .filter(Path.class::isInstance)
        .map(Path.class::cast);
  }

  /** It may be that the folder is not there yet. */
  private static boolean isFull(Path folder) {
    return Stream.iterate(folder, Objects::nonNull, Path::getParent)
        .map(Path::toFile)
        .filter(java.io.File::exists)
        .findFirst()
        .filter(there -> there.getUsableSpace() < HARDLY_ANYTHING)
        .isPresent();
  }
}
