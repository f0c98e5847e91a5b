package tp6.grader.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tp6.grader.run.Result;

public final class ResultFolder {
  private ResultFolder() {}

  public static void write(Result result, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("grade.json"), Json.write(result));
  }

  public static Optional<Result> read(Path folder) throws IOException {
    Path file = folder.resolve("grade.json");
    return Files.exists(file)
        ? Optional.of(Json.MAPPER.readValue(Files.readString(file), Result.class))
        : Optional.empty();
  }
}
