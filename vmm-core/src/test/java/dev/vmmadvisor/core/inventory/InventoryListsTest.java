package dev.vmmadvisor.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.core.Documentation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documentation lists as read is what is read. */
class InventoryListsTest {

  private static SortedSet<String> documented(String list) throws IOException {
    String readme = Files.readString(Documentation.READMES.get(2));
    Matcher block =
        Pattern.compile("```text " + list + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(block.find()).as(list).isTrue();
    return new TreeSet<>(Arrays.asList(block.group(1).strip().split(",\\s+")));
  }

  @Test
  void theReadmeListsWhatIsRead() throws IOException {
    assertThat(documented("osquery tables")).isEqualTo(OsqueryRows.tables());
    assertThat(documented("osquery columns")).isEqualTo(OsqueryRows.columns());
    assertThat(documented("jamf fields")).isEqualTo(JamfInventory.fields());
    assertThat(documented("csv columns")).isEqualTo(CsvInventory.columns());
  }

  @Test
  void everyColumnOfATableInCsvIsKnown() {
    assertThat(CsvInventory.columns())
        .contains("memoryMiB", "MemoryMiB", "hostname", "cpu_brand")
        .doesNotContain("memorymib")
        .allMatch(name -> CsvColumn.of(name).isPresent());
  }

  @Test
  void theFieldsOfJamfAreThoseThatAreAskedFor() throws IOException {
    SortedSet<String> asked = new TreeSet<>();
    for (String app : List.of("{}", "{\"bundleId\": \"com.docker.docker\"}")) {
      JsonNode computer =
          new ObjectMapper()
              .readTree(
                  "{\"general\": {\"name\": \"a\"}, \"hardware\": {}, \"operatingSystem\": {},"
                      + "\"userAndLocation\": {}, \"applications\": [{}, "
                      + app
                      + "], \"extensionAttributes\": [{\"name\": \"memoryMiB\"}]}");
      new JamfInventory().computer(new Asked("", computer, asked), 1);
    }

    asked.removeIf(
        path ->
            path.endsWith("extensionAttributes")
                || List.of("general", "hardware", "operatingSystem", "userAndLocation")
                    .contains(path)
                || path.equals("applications"));
    assertThat(asked).isEqualTo(JamfInventory.fields());
  }

  /** An object that notes which fields somebody asks for. */
  @SuppressWarnings({"serial", "unchecked"})
  private static final class Asked extends ObjectNode {
    private final String path;
    private final SortedSet<String> asked;

    Asked(String path, JsonNode object, SortedSet<String> asked) {
      super(JsonNodeFactory.instance);
      this.path = path;
      this.asked = asked;
      object
          .properties()
          .forEach(field -> set(field.getKey(), wrapped(full(field.getKey()), field.getValue())));
    }

    private String full(String name) {
      return path.isEmpty() ? name : path + "." + name;
    }

    private JsonNode wrapped(String name, JsonNode value) {
      if (value.isArray()) {
        var list = JsonNodeFactory.instance.arrayNode();
        value.forEach(element -> list.add(wrapped(name, element)));
        return list;
      }
      return value.isObject() ? new Asked(name, value, asked) : value;
    }

    @Override
    public JsonNode path(String name) {
      asked.add(full(name));
      return super.path(name);
    }
  }
}
