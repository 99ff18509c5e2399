package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.core.detect.HostDetector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Reads a table of Macs in CSV: a heading line, then a line for each Mac or each user of a Mac.
 *
 * <p>The table follows RFC 4180, with commas or semicolons between cells. A column is named by the
 * path of a fact in the Host document, such as {@code dockerDesktop.memoryMiB}. Names that osquery,
 * Fleet or Jamf Pro use are also accepted, such as {@code cpu_brand} or {@code Total RAM MB}. Names
 * ignore case, with one exception: {@code memoryMiB} is the memory of the Mac, and {@code
 * MemoryMiB}, a key of Docker Desktop's settings, is that of the Linux VM. {@code host}, {@code
 * hostname}, {@code name} or {@code computer name} is the name of the Mac, and {@code user} is the
 * name of the user. A blank cell is unknown. The words of a list are separated by blanks. {@code
 * workload.databases} is not supported.
 *
 * <p>An unknown column is a problem of line 1 and is ignored. A table without a column for the name
 * of the Mac, or without any other known column, has no hosts. A cell that its fact does not accept
 * is a problem of its line, and leaves that fact unknown. Bytes that are invalid in the encoding
 * are replaced by U+FFFD. A Mac whose name has that character cannot be distinguished from others,
 * and is a problem.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class CsvInventory {

  private static final String PLACE = "CSV";

  private final InventoryProblems problems = new InventoryProblems();
  private final List<InventoryHost> hosts = new ArrayList<>();
  private final Set<List<String>> keys = new HashSet<>(); // name and user
  private final List<String> names = new ArrayList<>(); // of the columns
  private final List<Optional<CsvColumn>> headings = new ArrayList<>();

  private CsvInventory() {}

  /**
   * Reads an inventory.
   *
   * @param csv the table in UTF-8, with or without a byte order mark, or in UTF-16 with one; each
   *     record is at most 1 MiB. The stream is read to its end and not closed
   * @return the hosts and the problems
   * @throws IOException if the stream cannot be read
   */
  public static Inventory read(InputStream csv) throws IOException {
    Objects.requireNonNull(csv, "csv");
    CsvInventory inventory = new CsvInventory();
    inventory.table(new CsvRecords(csv));
    return inventory.problems.inventory(inventory.hosts);
  }

  /**
   * Reads an inventory from memory.
   *
   * @param csv the table
   * @return the hosts and the problems
   */
  public static Inventory read(String csv) {
    Objects.requireNonNull(csv, "csv");
    try {
      return read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * {@return the names of the columns that are read, sorted; they ignore case, except for {@code
   * memoryMiB} and {@code MemoryMiB}}
   */
  public static SortedSet<String> columns() {
    return CsvColumn.names();
  }

  private void table(CsvRecords records) throws IOException {
    boolean hasHeadings = false;
    boolean isEmpty = true;
    for (CsvRecords.Cells record = records.next(); record != null; record = records.next()) {
      isEmpty &= record.isBlank();
      if (record.isCut()) {
        problems.unread(record.line(), record.problem());
      } else if (!record.problem().isEmpty()) {
        problems.add(record.line(), "$", record.problem());
      } else if (!record.isBlank()) {
        if (hasHeadings) {
          row(record);
        } else if (!headings(record)) {
          return;
        }
      }
      hasHeadings |= !headings.isEmpty();
    }
    if (isEmpty) {
      problems.empty("a line of headings, and a line for each Mac");
    }
  }

  /** Reads the heading line; false if there is no column for the name of the Mac. */
  private boolean headings(CsvRecords.Cells record) {
    for (String name : record.cells()) {
      Optional<CsvColumn> column = CsvColumn.of(name);
      if (column.isEmpty() && !name.isBlank()) {
        problems.add(
            record.line(),
            place(names.size(), name),
            CsvColumn.ambiguity(name).orElse("this column is not known and is ignored"));
      }
      names.add(name);
      headings.add(column);
    }
    if (!headings.contains(Optional.of(CsvColumn.HOST))) {
      problems.add(record.line(), "$", "no column names the Mac; accepted: host, hostname, name");
      return false;
    }
    if (headings.stream().flatMap(Optional::stream).allMatch(CsvColumn::isName)) {
      problems.add(
          record.line(),
          "$",
          "no column is one of those that are read, such as architecture or os_version");
      return false;
    }
    return true;
  }

  private void row(CsvRecords.Cells record) {
    List<String> cells = record.cells();
    if (cells.size() > headings.size()) {
      problems.add(
          record.line(),
          "$",
          cells.size() + " cells are not accepted; accepted: " + headings.size() + ", as headings");
      return;
    }
    String host = first(CsvColumn.HOST, cells);
    String user = first(CsvColumn.USER, cells);
    if (host.isEmpty()) {
      problems.add(record.line(), "$", "no Mac is named");
      return;
    }
    if (InventoryProblems.isDamaged(host)) {
      problems.add(record.line(), "$", InventoryProblems.damaged(host));
      return;
    }
    if (!keys.add(List.of(host, user))) {
      problems.add(
          record.line(),
          "$",
          InventoryProblems.shown(host) + " is there for the second time; the first was taken");
      return;
    }
    hosts.add(
        new InventoryHost(
            host,
            user.isEmpty() ? null : user,
            HostDetector.combine(List.of(findings(record.line(), cells).reading())),
            record.line()));
  }

  private InventoryEvidence findings(int line, List<String> cells) {
    InventoryEvidence findings =
        new InventoryEvidence(
            PLACE,
            (fact, key, value, accepted) ->
                problems.add(
                    line,
                    place(names.indexOf(key), key),
                    InventoryProblems.shown(value) + " is not accepted; accepted: " + accepted));
    for (int i = 0; i < cells.size(); i++) {
      String key = names.get(i);
      String cell = cells.get(i);
      headings.get(i).ifPresent(column -> column.read(findings, key, cell));
    }
    return findings;
  }

  /** The first cell of a kind that is not blank; empty if there is none. */
  private String first(CsvColumn kind, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (headings.get(i).equals(Optional.of(kind)) && !cells.get(i).isBlank()) {
        return cells.get(i);
      }
    }
    return "";
  }

  private static String place(int column, String name) {
    return "column " + (column + 1) + ", " + InventoryProblems.shown(name);
  }
}
