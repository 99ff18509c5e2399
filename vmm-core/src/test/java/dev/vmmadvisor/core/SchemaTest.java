package dev.vmmadvisor.core;

import static dev.vmmadvisor.core.SchemaFile.names;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas themselves. */
class SchemaTest {

  @ParameterizedTest
  @MethodSource("schemas")
  void everySchemaIsValidItself(SchemaFile schema) {
    assertThat(schema.ownProblems()).isEmpty();
    assertThat(schema.node().path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyFieldIsDescribed(SchemaFile schema) {
    List<String> undescribed = new ArrayList<>();
    collectUndescribed("", schema.node(), schema.node(), undescribed);

    assertThat(undescribed).isEmpty();
  }

  static Stream<SchemaFile> schemas() {
    return SchemaFile.all();
  }

  /** Every field has a description, its own or that of what it refers to, unless it is fixed. */
  private static void collectUndescribed(
      String path, JsonNode schema, JsonNode root, List<String> undescribed) {
    boolean isComparison = schema.path("properties").has("fact") && path.contains("Comparison");
    for (String name : names(schema.path("properties"))) {
      JsonNode field = schema.path("properties").path(name);
      JsonNode target = root.at(field.path("$ref").asText("").replace("#", ""));
      boolean described = field.isBoolean() || field.has("description") || field.has("const");
      if (!described && !isComparison && !(field.has("$ref") && target.has("description"))) {
        undescribed.add(path + "/properties/" + name);
      }
    }
    schema
        .properties()
        .forEach(
            child -> {
              if (child.getValue().isContainerNode() && !child.getKey().equals("if")) {
                collectUndescribed(
                    path + "/" + child.getKey(), child.getValue(), root, undescribed);
              }
            });
  }
}
