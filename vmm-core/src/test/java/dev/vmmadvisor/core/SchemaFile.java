package dev.vmmadvisor.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.vmmadvisor.api.json.VmmJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A schema that the library ships, and what a validator says about documents. */
final class SchemaFile {

  static final SchemaFile HOST = new SchemaFile("host");
  static final SchemaFile RECOMMENDATION = new SchemaFile("recommendation");
  static final SchemaFile VALIDATION_REPORT = new SchemaFile("validation-report");
  static final SchemaFile DIAGNOSIS = new SchemaFile("diagnosis");
  static final SchemaFile COMPARISON = new SchemaFile("comparison");
  static final SchemaFile DIFFERENCE = new SchemaFile("difference");
  static final SchemaFile EXPLANATION = new SchemaFile("explanation");
  static final SchemaFile LOOK_AHEAD = new SchemaFile("look-ahead");
  static final SchemaFile TIMELINE = new SchemaFile("timeline");
  static final SchemaFile FLEET_REPORT = new SchemaFile("fleet-report");
  static final SchemaFile DETECTION = new SchemaFile("detection");
  static final SchemaFile CATALOG = new SchemaFile("catalog");
  static final SchemaFile LAYER = new SchemaFile("layer");

  private final JsonNode node;
  private final Schema schema;

  private SchemaFile(String name) {
    this.node = read("/dev/vmmadvisor/api/json/" + name + ".schema.json");
    this.schema = Registry.OFFLINE.getSchema(node);
  }

  static Stream<SchemaFile> all() {
    return Stream.of(
        HOST,
        RECOMMENDATION,
        VALIDATION_REPORT,
        DIAGNOSIS,
        LOOK_AHEAD,
        TIMELINE,
        COMPARISON,
        DIFFERENCE,
        EXPLANATION,
        FLEET_REPORT,
        DETECTION,
        CATALOG,
        LAYER);
  }

  JsonNode node() {
    return node;
  }

  /** What is wrong with a document; nothing if it is valid. */
  List<String> problems(String document) {
    return schema.validate(document, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /** What is wrong with this schema by the schema of schemas. */
  List<String> ownProblems() {
    return Registry.META.validate(node).stream().map(Object::toString).toList();
  }

  /** The names of the fields of an object, in their order. */
  static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The words of a list, such as those of an enum. */
  static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  /** The words by which constants stand in documents. */
  static List<String> ids(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::toString).toList();
  }

  /** The text of a resource that stands beside a class. */
  static String text(Class<?> beside, String name) throws IOException {
    try (InputStream stream = beside.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public String toString() {
    return node.path("title").asText();
  }

  private static JsonNode read(String resource) {
    try (InputStream stream = VmmJson.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(stream, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static final class Registry {
    // fetches nothing unless told to, and brings the schema of schemas with it
    static final SchemaRegistry OFFLINE =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    static final Schema META =
        OFFLINE.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
  }
}
