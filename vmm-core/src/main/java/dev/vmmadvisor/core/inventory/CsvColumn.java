package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.api.host.Fact;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of a table tells, by its name; the case of letters does not matter. */
@FunctionalInterface
interface CsvColumn {

  /** The name of the Mac. */
  CsvColumn HOST = (findings, key, text) -> {};

  /** The name of the user. */
  CsvColumn USER = (findings, key, text) -> {};

  /** Takes a cell. */
  void read(InventoryClues findings, String key, String text);

  /** The column of a name, or empty if it is not known. */
  static Optional<CsvColumn> of(String name) {
    return Optional.ofNullable(Names.COLUMNS.get(name.strip().toLowerCase(Locale.ROOT)));
  }

  /** The columns: those of this library, and those of what osquery, Fleet and Jamf Pro export. */
  final class Names {
    private static final Map<String, CsvColumn> COLUMNS = columns();

    private Names() {}

    private static Map<String, CsvColumn> columns() {
      Map<String, CsvColumn> columns = new HashMap<>();
      Arrays.stream(Fact.values())
          .filter(fact -> fact != Fact.CHIP_GENERATION && fact != Fact.DATABASES)
          .forEach(fact -> put(columns, of(fact), fact.path()));
      put(columns, HOST, "host", "hostname", "host name", "host_name", "hostidentifier");
      put(columns, HOST, "name", "computer name", "computer_name");
      put(columns, USER, "user", "username", "user name", "user_name");
      put(columns, InventoryClues::brand, "cpu_brand", "processor type");
      put(
          columns,
          InventoryClues::cpuType,
          "cpu_type",
          "architecture type",
          "processor architecture");
      put(columns, InventoryClues::appleSilicon, "apple silicon");
      put(columns, InventoryClues::bytes, "physical_memory", "memory");
      put(columns, InventoryClues::model, "hardware_model", "model identifier");
      put(columns, of(Fact.MEMORY), "total ram mb", "total ram megabytes");
      put(columns, Names::macOs, "os_version", "operating system version");
      put(
          columns,
          of(Fact.DOCKER_DESKTOP_VERSION),
          "bundle_short_version",
          "docker desktop version");
      return Map.copyOf(columns);
    }

    private static CsvColumn of(Fact fact) {
      return (findings, key, text) -> findings.fact(fact, key, text);
    }

    /** Fleet writes the name before the version. */
    private static void macOs(InventoryClues findings, String key, String text) {
      String name = "macOS ";
      findings.fact(
          Fact.MACOS_VERSION, key, text.startsWith(name) ? text.substring(name.length()) : text);
    }

    private static void put(Map<String, CsvColumn> columns, CsvColumn column, String... names) {
      for (String name : names) {
        columns.put(name.toLowerCase(Locale.ROOT), column);
      }
    }
  }
}
