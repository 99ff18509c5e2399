package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.api.host.Fact;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A column of a table, found by its name. Names ignore case, unless two columns differ only in
 * case.
 */
@FunctionalInterface
interface CsvColumn {

  /** The name of the Mac. */
  CsvColumn HOST = (findings, key, text) -> {};

  /** The name of the user. */
  CsvColumn USER = (findings, key, text) -> {};

  /** Reads a cell. */
  void read(InventoryEvidence findings, String key, String text);

  /** The column with a name, or empty if the name is unknown or ambiguous. */
  static Optional<CsvColumn> of(String name) {
    String stripped = name.strip();
    CsvColumn exact = Names.CASE_SENSITIVE.get(stripped);
    return exact == null && ambiguity(name).isPresent()
        ? Optional.empty()
        : Optional.ofNullable(
            exact == null ? Names.COLUMNS.get(stripped.toLowerCase(Locale.ROOT)) : exact);
  }

  /** Why a name is ambiguous; empty if it is not. */
  static Optional<String> ambiguity(String name) {
    String stripped = name.strip();
    return Names.CASE_SENSITIVE.containsKey(stripped)
        ? Optional.empty()
        : Names.CASE_SENSITIVE.keySet().stream()
            .filter(stripped::equalsIgnoreCase)
            .findFirst()
            .map(
                exact ->
                    "is ambiguous and is ignored; accepted: memoryMiB (memory of the Mac),"
                        + " MemoryMiB (memory of the Linux VM)");
  }

  /** Whether a column only names the Mac or the user. */
  static boolean isName(CsvColumn column) {
    return column == HOST || column == USER;
  }

  /** The names of all columns, sorted; columns of facts have their names in the Host document. */
  static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(Names.COLUMNS.keySet());
    for (Fact fact : Fact.values()) {
      if (names.remove(fact.path().toLowerCase(Locale.ROOT))) {
        names.add(fact.path());
      }
    }
    Names.CASE_SENSITIVE.keySet().forEach(name -> names.remove(name.toLowerCase(Locale.ROOT)));
    names.addAll(Names.CASE_SENSITIVE.keySet());
    return names;
  }

  /** The columns of this library and the ones that osquery, Fleet and Jamf Pro export. */
  final class Names {
    private static final Map<String, CsvColumn> COLUMNS = columns();

    /** Paths of facts, and keys of Docker Desktop's settings. */
    private static final Map<String, CsvColumn> CASE_SENSITIVE =
        Map.of(Fact.MEMORY.path(), of(Fact.MEMORY), "MemoryMiB", of(Fact.VM_MEMORY));

    private Names() {}

    private static Map<String, CsvColumn> columns() {
      Map<String, CsvColumn> columns = new HashMap<>();
      Arrays.stream(Fact.values())
          .filter(fact -> fact != Fact.CHIP_GENERATION && fact != Fact.DATABASES)
          .forEach(fact -> put(columns, of(fact), fact.path()));
      put(columns, HOST, "host", "hostname", "host name", "host_name", "hostidentifier");
      put(columns, HOST, "name", "computer name", "computer_name");
      put(columns, USER, "user", "username", "user name", "user_name");
      put(columns, InventoryEvidence::brand, "cpu_brand", "processor type");
      put(
          columns,
          InventoryEvidence::cpuType,
          "cpu_type",
          "architecture type",
          "processor architecture");
      put(columns, InventoryEvidence::appleSilicon, "apple silicon");
      put(columns, InventoryEvidence::bytes, "physical_memory", "memory");
      put(columns, InventoryEvidence::model, "hardware_model", "model identifier");
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

    /** Fleet writes the name of the system before its version. */
    private static void macOs(InventoryEvidence findings, String key, String text) {
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
