package tp6.grader.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.annotation.EnumNaming;
import tools.jackson.databind.json.JsonMapper;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.submission.Note;
import tp6.stage.Event;
import tp6.stage.Story;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;

/** How the grader writes and reads JSON: names-with-dashes for what is one of a few. */
public final class Json {
  public static final JsonMapper MAPPER =
      JsonMapper.builder(new JsonFactory())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .changeDefaultPropertyInclusion(
              always -> always.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .addMixIn(Outcome.class, WithDashes.class)
          .addMixIn(ExerciseResult.Status.class, WithDashes.class)
          .addMixIn(Note.Reason.class, WithDashes.class)
          .addMixIn(Event.Kind.class, WithDashes.class)
          .addMixIn(StageResult.class, WithEarned.class)
          .addMixIn(Story.class, WithEvents.class)
          .build();

  /** Half of a character; a whole one does not match. */
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private Json() {}

  /** A text that ends with a line end and that UTF-8 has bytes for. */
  public static String write(Object value) {
    return HALF.matcher(MAPPER.writeValueAsString(value))
            .replaceAll(half -> "\\\\u%X".formatted((int) half.group().charAt(0)))
        + "\n";
  }

  /**
   * What was written so.
   *
   * @throws tools.jackson.core.JacksonException where it was not
   */
  public static <T> T read(byte[] json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
  private interface WithDashes {}

  @JsonPropertyOrder({"number", "title", "outcome", "earned", "points", "needs", "story"})
  private interface WithEarned {
    @JsonProperty
    int earned();
  }

  /** Stories that were written without them have none. */
  private interface WithEvents {
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    List<Event> events();
  }
}
