package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.cases.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents of earlier versions, in a folder for each: every later version reads them and accepts
 * them by its schemas. They are never written anew; a version adds a folder.
 */
class EarlierDocumentsTest {

  private static final Path VERSIONS = Path.of("src", "test", "resources", "documents");
  private static final Pattern ID =
      Pattern.compile("https://vmmadvisor\\.dev/schema/(\\d+\\.\\d+)/([a-z-]+)\\.schema\\.json");

  @ParameterizedTest
  @MethodSource("hosts")
  void hostsAreReadAndNothingIsLost(Path file) throws IOException {
    String document = Files.readString(file);

    Host host = VmmJson.readHost(document);

    assertThat(host.notices()).isEmpty();
    assertThat(SchemaFile.HOST.problems(document)).isEmpty();
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(VmmJson.write(host))).isEqualTo(json.readTree(document));
  }

  @ParameterizedTest
  @MethodSource("catalogs")
  void catalogsAreReadAndAnswered(Path file) throws IOException {
    Catalog catalog = Catalogs.read(file);

    assertThat(SchemaFile.CATALOG.problems(Files.readString(file))).isEmpty();
    Advisor advisor = VmmAdvisor.builder().catalog(catalog).build();
    for (Path host : hosts().toList()) {
      String answer = VmmJson.write(advisor.recommend(VmmJson.readHost(Files.readString(host))));
      assertThat(SchemaFile.RECOMMENDATION.problems(answer)).as(host.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void layersAreReadAndPutOnCatalogs(Path file) throws IOException {
    assertThat(SchemaFile.LAYER.problems(Files.readString(file))).isEmpty();

    Catalog layered =
        Catalogs.builtIn().withLayer(Catalogs.readLayer(file), LocalDate.of(2026, 11, 22));

    assertThat(layered).isNotEqualTo(Catalogs.builtIn());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void casesAreRead(Path file) throws IOException {
    assertThat(Cases.read(file)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answersAreAcceptedByTheSchemasOfToday(Path file) throws IOException {
    String kind = file.getFileName().toString().replace(".json", "");
    SchemaFile schema =
        SchemaFile.all().filter(each -> id(each).group(2).equals(kind)).findFirst().orElseThrow();

    assertThat(schema.problems(Files.readString(file))).isEmpty();
  }

  @Test
  void everySchemaSaysItsVersionAndThatVersionHasDocumentsOfItsKind() throws IOException {
    List<String> kinds = new ArrayList<>();
    for (SchemaFile schema : SchemaFile.all().toList()) {
      Matcher id = id(schema);
      Path version = VERSIONS.resolve(id.group(1));
      kinds.add(id.group(2));
      assertThat(
              Stream.of(
                  version.resolve(id.group(2) + "s"),
                  version.resolve(Path.of("answers", id.group(2) + ".json"))))
          .as(schema.toString())
          .anyMatch(Files::exists);
    }
    assertThat(kinds).doesNotHaveDuplicates().contains("host", "catalog", "layer");
  }

  private static Matcher id(SchemaFile schema) {
    Matcher id = ID.matcher(schema.node().path("$id").asText());
    assertThat(id.matches()).as(schema.toString()).isTrue();
    return id;
  }

  static Stream<Path> hosts() throws IOException {
    return files("hosts");
  }

  static Stream<Path> catalogs() throws IOException {
    return files("catalogs");
  }

  static Stream<Path> layers() throws IOException {
    return files("layers");
  }

  static Stream<Path> cases() throws IOException {
    return files("cases");
  }

  static Stream<Path> answers() throws IOException {
    return files("answers");
  }

  /** The documents of a kind, of all versions; there are some. */
  private static Stream<Path> files(String kind) throws IOException {
    try (Stream<Path> files = Files.walk(VERSIONS)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> Objects.requireNonNull(file.getParent()).endsWith(kind))
          .sorted()
          .toList()
          .stream();
    }
  }
}
