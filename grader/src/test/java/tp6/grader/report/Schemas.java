package tp6.grader.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON schemas beside the reports and beside their tests. */
public final class Schemas {
  private static final String FOLDER = "tp6/grader/report/";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Schemas() {}

  /** What a text does wrong. */
  public static List<Error> errors(String schema, String json) {
    return errors(REGISTRY.getSchema(SchemaLocation.of("classpath:" + FOLDER + schema)), json);
  }

  /** The same, with any field an error that the schema does not know. */
  public static List<Error> errorsIfClosed(String schema, String json) throws IOException {
    try (InputStream in = Schemas.class.getClassLoader().getResourceAsStream(FOLDER + schema)) {
      JsonNode closed = Json.MAPPER.readTree(in);
      close(closed);
      return errors(REGISTRY.getSchema(closed), json);
    }
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && schema.path("type").asString("").equals("object")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(Schemas::close);
  }

  private static List<Error> errors(Schema schema, String json) {
    return schema.validate(json, InputFormat.JSON);
  }
}
