package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.core.inventory.CsvInventory;
import dev.vmmadvisor.core.inventory.JamfInventory;
import dev.vmmadvisor.core.inventory.OsqueryRows;
import java.util.Collection;

/**
 * The help of {@code fleet}: its options and the files, tables, fields and columns that it reads.
 */
final class FleetHelp {

  private static final int WIDTH = 88;
  private static final String INDENT = "    ";

  private FleetHelp() {}

  /** The text, with a final line break. */
  static String text() {
    StringBuilder text = new StringBuilder();
    boolean isFleet = false;
    for (String line : Cli.HELP.split("\n", -1)) {
      isFleet = line.startsWith("fleet ") || (isFleet && line.startsWith(" "));
      text.append(isFleet ? line + "\n" : "");
    }
    text.append(
        """
        FILE is a file of any name; - is standard input. It is text in UTF-8, or in UTF-16 with a
        byte order mark. An empty FILE is an error.
        --from host (the default): a Host document a line (NDJSON).
        --from osquery: result logs, what fleetctl query prints, reports and lists of hosts of
        Fleet, answers by query, and the rows of osqueryi --json. With parse_json or kolide_json
        the files settings-store.json, settings.json and admin-settings.json. The tables:
        """);
    append(text, OsqueryRows.tables());
    text.append("Their columns:\n");
    append(text, OsqueryRows.columns());
    text.append("--from jamf: the computers inventory of Jamf Pro in JSON. The fields:\n");
    append(text, JamfInventory.fields());
    text.append(
        """
        An extension attribute is a fact if its name is the path of one, as in the Host document.
        --from csv: a line of headings, one of them with the name of the Mac (host, hostname,
        name), and a line for each Mac or user. Only memoryMiB (of the Mac) and MemoryMiB (of the
        Linux VM, a key of Docker Desktop) need the case as given. memory and physical_memory
        are in bytes, total ram mb and memoryMiB in MiB. The columns:
        """);
    append(text, CsvInventory.columns());
    return text.toString();
  }

  /** Appends a list, with line breaks between its elements. */
  private static void append(StringBuilder text, Collection<String> names) {
    StringBuilder line = new StringBuilder(INDENT);
    int left = names.size();
    for (String name : names) {
      left--;
      String next = name + (left > 0 ? ", " : "");
      if (line.length() > INDENT.length() && line.length() + next.strip().length() > WIDTH) {
        text.append(line.toString().stripTrailing()).append('\n');
        line.setLength(INDENT.length());
      }
      line.append(next);
    }
    text.append(line).append('\n');
  }
}
