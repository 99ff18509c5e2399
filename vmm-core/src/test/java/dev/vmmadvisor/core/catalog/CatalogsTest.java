package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.json.DocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogsTest {

  private static final int LIMIT = 64 * 1024 * 1024;

  @TempDir private Path folder;

  @Test
  void fileAndStreamGiveTheSameCatalog() throws IOException {
    String document = Documents.resource("docker-desktop-mac.json");
    Path file = Files.writeString(folder.resolve("catalog.json"), document);

    assertThat(Catalogs.read(file))
        .isEqualTo(Catalogs.read(Documents.stream(document)))
        .isEqualTo(Catalogs.builtIn());
  }

  @Test
  void fileAndStreamGiveTheSameLayer() throws IOException {
    String document = Documents.resource("acme.json");
    Path file = Files.writeString(folder.resolve("layer.json"), document);

    assertThat(Catalogs.readLayer(file)).isEqualTo(Catalogs.readLayer(Documents.stream(document)));
    assertThat(Catalogs.readLayer(file).id()).isEqualTo("acme");
  }

  @Test
  void fileThatIsNotThereIsTold() {
    assertThatThrownBy(() -> Catalogs.read(folder.resolve("none.json")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> Catalogs.readLayer(folder.resolve("none.json")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  @Timeout(60)
  void documentWithoutEndIsRefusedSoonAfterTheLimit() {
    Endless endless = new Endless("{\"id\": \"x\", \"sources\": [", "{}, ".repeat(100));

    assertThatThrownBy(() -> Catalogs.read(endless))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("there are more than 1000 problems");
    assertThat(endless.given).isLessThan(1 << 20);
  }

  @Test
  @Timeout(60)
  void blanksWithoutEndAreRefusedSoonAfterTheLimit() {
    Endless endless = new Endless("{\"id\": \"x\",", " ".repeat(4096));

    assertThatThrownBy(() -> Catalogs.read(endless))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("the document is too large");
    assertThat(endless.given).isBetween((long) LIMIT, LIMIT + (1L << 20));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id: sound",
        "--- !!java.net.URL [http://localhost]",
        "<catalog/>",
        "[\"java.util.ArrayList\", []]",
      })
  void onlyJsonObjectsAreRead(String document) {
    assertThatThrownBy(() -> Documents.catalog(document)).isInstanceOf(DocumentException.class);
    assertThatThrownBy(() -> Documents.layer(document)).isInstanceOf(DocumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@class", "@type", "$ref", "__proto__"})
  void namesThatOtherReadersObeyAreUnknownFields(String name) {
    String document =
        Documents.resource("sound.json")
            .replaceFirst("\\{", "{\"" + name.replace("$", "\\$") + "\": \"java.net.URL\",");

    assertThatThrownBy(() -> Documents.catalog(document))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("this field is not known");
  }

  @Test
  void conditionNestedTooDeepIsRefused() {
    String deep =
        "{\"not\": ".repeat(70) + "{\"fact\": \"chip\", \"known\": true}" + "}".repeat(70);
    String document =
        Documents.resource("sound.json")
            .replace("{\"fact\": \"chipGeneration\", \"known\": true}", deep);

    assertThatThrownBy(() -> Documents.catalog(document))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("the document is too large");
  }

  @Test
  void textThatIsTooLongIsRefused() {
    String document =
        Documents.resource("sound.json").replace("\"A plan.\"", "\"" + "x".repeat(100_001) + "\"");

    assertThatThrownBy(() -> Documents.catalog(document))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("the document is too large");
  }

  @Test
  @Timeout(60)
  void manyReleasesAndCodesTakeNoLongTime() {
    StringBuilder releases = new StringBuilder();
    StringBuilder codes = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      releases.append(i == 0 ? "" : ",").append("{\"version\": \"5.").append(i);
      releases.append("\", \"date\": \"2027-01-01\"}");
      codes.append(i == 0 ? "" : ",").append("\"c").append(i).append('"');
    }
    String document =
        "{\"id\": \"many\", \"version\": \"1\", \"releases\": ["
            + releases
            + "], \"overrides\": ["
            + codes
            + "]}";

    Catalog below = Catalogs.builtIn();
    assertThat(CatalogLinter.check(below, Documents.layer(document), LocalDate.of(2026, 9, 21)))
        .hasSize(1_001);
  }

  /** A beginning, and then one thing over and over. */
  private static final class Endless extends InputStream {
    private final byte[] beginning;
    private final byte[] rest;
    private long given;

    Endless(String beginning, String rest) {
      this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
      this.rest = rest.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      for (int i = 0; i < length; i++) {
        bytes[offset + i] = (byte) read();
      }
      return length;
    }

    @Override
    public int read() {
      long place = given++;
      return place < beginning.length
          ? beginning[(int) place]
          : rest[(int) ((place - beginning.length) % rest.length)];
    }
  }
}
