package dev.vmmadvisor.core.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the file of known images is sound. */
class ImageKnowledgeTest {

  private final ObjectNode file = file();

  @Test
  void everySourceThatIsNamedIsThereAndEverySourceIsNamed() {
    List<String> declared = texts(file.path("sources"), "id");
    Set<String> named = new HashSet<>();
    file.findValues("sources").stream()
        .filter(each -> each.path(0).isTextual())
        .forEach(each -> each.forEach(id -> named.add(id.textValue())));

    assertThat(declared).doesNotHaveDuplicates();
    assertThat(named).containsExactlyInAnyOrderElementsOf(declared);
    assertThat(texts(file.path("sources"), "document")).noneMatch(String::isBlank);
  }

  @Test
  void everythingThatIsKnownHasASourceAndAConfidence() {
    List<JsonNode> known = new ArrayList<>();
    file.path("engines").forEach(engine -> engine.path("images").forEach(known::add));
    file.path("notDatabases").forEach(known::add);
    file.path("architectures").forEach(known::add);
    file.path("needs").forEach(known::add);
    known.add(file.path("official"));

    assertThat(known)
        .allSatisfy(
            each -> {
              assertThat(each.path("sources")).isNotEmpty();
              assertThat(each.path("confidence").asText()).isIn("high", "medium", "low");
            });
    assertThat(file.path("engines"))
        .allSatisfy(each -> assertThat(each.path("sources")).isNotEmpty());
  }

  @Test
  void noNameStandsTwice() {
    List<String> names = new ArrayList<>();
    file.path("engines").forEach(engine -> engine.path("images").forEach(each -> add(each, names)));
    file.path("notDatabases").forEach(each -> add(each, names));
    assertThat(names).doesNotHaveDuplicates();

    List<String> only = new ArrayList<>();
    file.path("architectures").forEach(each -> add(each, only));
    Stream.of("amd64AndArm64", "amd64Only", "dependsOnTheTag")
        .forEach(list -> file.path("official").path(list).forEach(name -> only.add(name.asText())));
    assertThat(only).doesNotHaveDuplicates();
  }

  @Test
  void everyNameIsTheNameOfAnImage() {
    List<String> names = new ArrayList<>();
    file.findValues("names").forEach(list -> list.forEach(name -> names.add(name.asText())));

    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(ImageReference.parse(name.replace("*", "x")))
                    .hasValueSatisfying(
                        image -> assertThat(image.repository()).isEqualTo(name.replace("*", "x"))));
  }

  @Test
  void everyEngineIsOneOfTheCatalogAndItsFoldersAreNormal() {
    assertThat(Catalogs.builtIn().words().get(Fact.DATABASES))
        .containsAll(texts(file.path("engines"), "engine"));
    assertThat(texts(file.path("engines"), "engine")).doesNotHaveDuplicates();
    for (JsonNode engine : file.path("engines")) {
      assertThat(engine.path("dataDirectories")).isNotEmpty();
      Stream.concat(
              JsonInput.elements(engine.path("dataDirectories")),
              JsonInput.elements(engine.path("telltaleDirectories")))
          .forEach(each -> assertThat(each.asText()).isEqualTo(UnixPath.normal(each.asText())));
    }
  }

  @Test
  void aTelltaleFolderIsOfOneEngine() {
    List<String> folders = new ArrayList<>();
    file.path("engines")
        .forEach(
            engine ->
                engine.path("telltaleDirectories").forEach(each -> folders.add(each.asText())));

    assertThat(folders).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void everyArchitectureIsOneThatAFactTakes() {
    List<String> architectures = texts(file.path("architectures"), "architecture");
    file.path("official")
        .path("architectureNamespaces")
        .forEach(each -> architectures.add(each.asText()));

    assertThat(architectures).allMatch(Fact.IMAGE_ARCHITECTURES::accepts);
  }

  @Test
  void theNamesOfTheFileAreFound() {
    ImageKnowledge images = ImageKnowledge.builtIn();
    for (JsonNode engine : file.path("engines")) {
      for (JsonNode group : engine.path("images")) {
        String registry = group.path("registries").path(0).asText();
        for (JsonNode name : group.path("names")) {
          ImageReference image = new ImageReference(registry, name.asText(), "", "");
          assertThat(images.engine(image).map(known -> known.value().name()))
              .contains(engine.path("engine").asText());
          assertThat(images.isNoDatabase(image)).isFalse();
        }
      }
    }
  }

  private static void add(JsonNode group, List<String> names) {
    group.path("names").forEach(name -> names.add(name.asText()));
  }

  private static List<String> texts(JsonNode list, String field) {
    return new ArrayList<>(
        JsonInput.elements(list).map(each -> each.path(field).asText()).toList());
  }

  private static ObjectNode file() {
    try (InputStream stream = ImageKnowledge.class.getResourceAsStream("images.json")) {
      Objects.requireNonNull(stream, "images.json");
      return JsonInput.object(stream);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
