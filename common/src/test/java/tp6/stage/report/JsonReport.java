package tp6.stage.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tp6.stage.Story;

/** A grade as JSON, for programs. */
public final class JsonReport {
  /** Goes up when a field changes its meaning or goes. */
  static final int SCHEMA = 1;

  private JsonReport() {}

  public static String of(Grade grade) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(
                new ObjectWriteContext.Base() {
                  @Override
                  public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                    return new DefaultPrettyPrinter();
                  }
                },
                text)) {
      json.writeStartObject();
      json.writeNumberProperty("schema", SCHEMA);
      json.writeStringProperty("exercise", grade.exercise());
      json.writeStringProperty("language", grade.settings().language().getLanguage());
      json.writeStringProperty("seed", grade.settings().seed());
      json.writeNumberProperty("earned", grade.earned());
      json.writeNumberProperty("points", grade.points());
      grade.settings().only().ifPresent(only -> json.writeNumberProperty("only", only));
      json.writeArrayPropertyStart("stages");
      grade.stages().forEach(stage -> write(json, grade, stage));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void write(JsonGenerator json, Grade grade, StageResult stage) {
    json.writeStartObject();
    json.writeNumberProperty("number", stage.number());
    json.writeStringProperty("title", stage.title());
    json.writeStringProperty(
        "outcome", stage.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.writeNumberProperty("earned", stage.earned());
    json.writeNumberProperty("points", stage.points());
    json.writeArrayPropertyStart("needs");
    stage.needs().forEach(json::writeNumber);
    json.writeEndArray();
    stage.story().ifPresent(story -> write(json, grade.again(stage), story));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String again, Story story) {
    json.writeObjectPropertyStart("story");
    write(json, "causes", story.causes());
    write(json, "steps", story.steps());
    write(json, "findings", story.findings());
    json.writeStringProperty("hint", story.hint());
    json.writeStringProperty("again", again);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
