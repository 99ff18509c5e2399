package dev.vmmadvisor.core.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.core.input.BoundedLineReader;
import dev.vmmadvisor.core.input.JsonInput;
import dev.vmmadvisor.core.input.TextEncoding;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads the output of osquery and of products built on it, such as Fleet and Kolide, about Macs.
 *
 * <p>These formats are read, one per line, or as one document that can span several lines:
 *
 * <ul>
 *   <li>result logs of osquery: rows that were added or removed, snapshots, and batches;
 *   <li>the output of {@code fleetctl query}, an object with {@code host} and {@code rows} per
 *       line;
 *   <li>a report of Fleet, an object with {@code results};
 *   <li>the answers to detail queries of one host, an object with a list of rows by query;
 *   <li>the hosts of Fleet, an object with {@code hosts};
 *   <li>a list of rows of one host, as {@code osqueryi --json} prints it.
 * </ul>
 *
 * <p>Macs are distinguished by the name beside their rows ({@code hostIdentifier}, {@code
 * host_identifier}, {@code hostname}, {@code host_name} or {@code host}). Without it they are
 * distinguished by {@code uuid} and {@code hostname} of {@code system_info}, and otherwise by their
 * position in a list. Rows that can belong to more than one Mac are a problem and are ignored. A
 * host that only has rows of tables other than those below is a problem, and is not among the
 * hosts. Bytes that are invalid in the encoding are a problem of their line; in a document over
 * several lines they are replaced by U+FFFD. A name with that character cannot be distinguished
 * from others, and is a problem.
 *
 * <p>A table is recognised by the columns of its rows: {@code os_version}, {@code system_info},
 * {@code apps}, {@code processes}, {@code docker_info}, {@code file} for Rosetta, and {@code
 * parse_json} or {@code kolide_json} with the keys of Docker Desktop's settings and of {@code
 * admin-settings.json}. Removed rows are ignored. Of a query that is repeated, only the last answer
 * counts, by {@code unixTime}, so the order of lines does not matter. An empty answer yields no
 * evidence; in particular it does not mean default settings.
 *
 * <p>A host has the notices of the readers of settings and processes, and these:
 *
 * <ul>
 *   <li>{@code unreadable-value} with {@code value} and {@code origin}: a value that its fact does
 *       not accept;
 *   <li>{@code several-apps} with {@code paths} and {@code taken}: Docker Desktop is installed more
 *       than once; the one in {@code /Applications} is used;
 *   <li>{@code left-over-settings-file} with {@code file}: the applications are listed and Docker
 *       Desktop is not one of them; the settings are not used;
 *   <li>{@code stale-settings-file} with {@code taken} and {@code stale}: there are two settings
 *       files;
 *   <li>{@code partial-settings-file} with {@code file}: the rows do not have all keys of the file,
 *       because its {@code SettingsVersion} is missing; a missing key then yields no evidence;
 *   <li>{@code user-unknown} with {@code reason}, {@code processes} or {@code docker-info}: several
 *       users have settings, and the user of this data is unknown; it is not used;
 *   <li>{@code unknown-table} with {@code columns}: a table that holds no fact; at most one is
 *       reported;
 *   <li>{@code too-many-rows} with {@code most}: there were more rows than are stored.
 * </ul>
 *
 * <p>Memory grows with the number of hosts, not with the number of lines. This class is stateless
 * and thread-safe.
 */
public final class OsqueryRows {

  private static final int MAX_NAME_LENGTH = 1000;
  private static final String ACCEPTED = "rows of osquery, or answers of Fleet";

  /** The fields beside rows that name their Mac. */
  static final List<String> NAMES =
      List.of("hostIdentifier", "host_identifier", "hostname", "host_name", "host");

  /** The columns that distinguish Macs, applications and processes. */
  private static final Set<String> KEY_COLUMNS =
      Set.of("uuid", "hostname", "computer_name", "bundle_identifier", "pid");

  private static final String OTHER_TABLES =
      "no row is of a table that is read, such as os_version or system_info";

  private final String ownName;
  private final Map<HostKey, HostRowSet> hosts = new LinkedHashMap<>();
  private final Map<HostKey, HostRowSet> ofSingleRows = new LinkedHashMap<>(); // by system_info
  private final InventoryProblems problems = new InventoryProblems();
  private int elements; // of the current list
  private int unnamed; // number of answers of hosts without a name

  /** A host in an inventory; the id distinguishes hosts with the same name. */
  private record HostKey(String name, String id) {}

  private OsqueryRows(String ownName) {
    this.ownName = ownName;
  }

  /**
   * Reads an inventory.
   *
   * @param json the inventory in UTF-8, or in UTF-16 with a byte order mark; each line is at most 4
   *     MiB. The stream is read to its end and not closed
   * @param ownName the name of the host of rows that do not name theirs, as {@code osqueryi} prints
   *     them
   * @return the hosts and the problems
   * @throws IOException if the stream cannot be read
   */
  public static Inventory read(InputStream json, String ownName) throws IOException {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(ownName, "ownName");
    OsqueryRows rows = new OsqueryRows(ownName);
    InputStream stream = new BufferedInputStream(TextEncoding.utf8(json), 1 << 16);
    if (JsonElementStream.isOneDocument(stream)) {
      JsonElementStream.read(stream, ACCEPTED, rows.problems, rows::element);
    } else {
      rows.lines(new BoundedLineReader(stream, JsonInput.MAX));
    }
    return rows.inventory();
  }

  /**
   * Reads an inventory from memory.
   *
   * @param json the inventory
   * @param ownName the name of the host of rows that do not name theirs
   * @return the hosts and the problems
   */
  public static Inventory read(String json, String ownName) {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(ownName, "ownName");
    try {
      return read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), ownName);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** {@return the names of the tables whose rows hold a fact, sorted} */
  public static SortedSet<String> tables() {
    SortedSet<String> tables = new TreeSet<>();
    Arrays.stream(OsqueryTable.values()).forEach(table -> tables.addAll(table.names()));
    return tables;
  }

  /** {@return the columns of these tables that are read, sorted} */
  public static SortedSet<String> columns() {
    SortedSet<String> columns = new TreeSet<>(OsqueryTable.COLUMNS);
    columns.addAll(KEY_COLUMNS);
    return columns;
  }

  private Inventory inventory() {
    HostKey own = new HostKey(ownName, "");
    HostRowSet ofOwn = hosts.get(own);
    if (ofSingleRows.size() > 1) {
      if (ofOwn != null) {
        hosts.remove(own);
        problems.add(
            ofOwn.line(),
            "$",
            "rows of several Macs do not name theirs and are ignored; accepted: rows with one of "
                + NAMES
                + " beside them, or all rows of a Mac with its system_info in one list or object");
      }
      hosts.putAll(ofSingleRows);
    } else if (ofOwn != null && ofOwn.isEmpty()) {
      hosts.remove(own);
      problems.add(ofOwn.line(), "$", OTHER_TABLES);
    }
    hosts.values().removeIf(this::isOfOtherTables);
    return problems.inventory(
        hosts.entrySet().stream()
            .flatMap(host -> new OsqueryHost(name(host.getKey()), host.getValue()).hosts())
            .toList());
  }

  /** Whether all rows of a host belong to tables that are not read, which is a problem. */
  private boolean isOfOtherTables(HostRowSet host) {
    if (host.isOfOtherTables()) {
      problems.add(host.line(), "$", OTHER_TABLES);
    }
    return host.isOfOtherTables();
  }

  /** The name of a host; single rows belong to the host that their {@code system_info} names. */
  private String name(HostKey host) {
    return host.equals(new HostKey(ownName, "")) && ofSingleRows.size() == 1
        ? ofSingleRows.keySet().iterator().next().name()
        : host.name();
  }

  private void lines(BoundedLineReader lines) throws IOException {
    boolean isEmpty = true;
    for (BoundedLineReader.Line line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        isEmpty = false;
        line(line);
      }
    }
    if (isEmpty) {
      problems.empty(ACCEPTED);
    }
  }

  private void line(BoundedLineReader.Line line) {
    JsonNode value;
    try {
      value = JsonInput.value(line.text());
    } catch (DocumentException e) {
      e.problems()
          .forEach(problem -> problems.add(line.number(), problem.path(), problem.message()));
      return;
    }
    elements = 0;
    if (value.isArray() && isRows(value)) {
      together(value, line.number());
    } else if (value.isArray()) {
      value.forEach(element -> element(element, line.number(), ""));
    } else {
      record(value, line.number());
    }
  }

  /** Reads an element of a list. Each element is about another host unless it names its host. */
  private void element(JsonNode element, int line, String list) {
    elements++;
    if (list.equals("hosts") && FleetHost.isElement(element) && !isRecord(element)) {
      fleetHost(new FleetHost(element), line);
    } else {
      record(element, line);
    }
  }

  private void fleetHost(FleetHost host, int line) {
    String name = host.name().orElseGet(() -> ownName + " [" + elements + "]");
    if (isAccepted(name, "$.hostname", line) && isAccepted(host.id(), "$.uuid", line)) {
      HostRowSet rows = host(name, host.id(), line);
      host.rows().forEach(row -> rows.add(row, 0, null));
    }
  }

  /** Whether a name can distinguish a Mac from others; reports a problem if not. */
  private boolean isAccepted(String name, String path, int line) {
    if (name.length() > MAX_NAME_LENGTH) {
      problems.add(line, path, "too long; accepted: the name of a host");
      return false;
    }
    if (InventoryProblems.isDamaged(name)) {
      problems.add(line, path, InventoryProblems.damaged(name));
      return false;
    }
    return true;
  }

  private void record(JsonNode record, int line) {
    if (!record.isObject()) {
      problems.add(line, "$", JsonInput.shown(record) + " is not accepted; accepted: a row");
    } else if (record.path("results").isArray()) {
      record.path("results").forEach(each -> record(each, line));
    } else if (record.path("hosts").isArray()) {
      record.path("hosts").forEach(each -> element(each, line, "hosts"));
    } else if (record.has("snapshot")) {
      snapshot(record, line);
    } else if (record.has("diffResults")) {
      HostRowSet host = host(record, line);
      JsonNode changes = record.path("diffResults");
      rows(changes.path("removed"), "$.diffResults.removed", line)
          .forEach(row -> host.remove(row, time(record)));
      rows(changes.path("added"), "$.diffResults.added", line)
          .forEach(row -> host.add(row, time(record), null));
    } else if (record.path("columns").isObject()) {
      row(record, line);
    } else if (record.path("rows").isArray()) {
      HostRowSet host = host(record, line);
      rows(record.path("rows"), "$.rows", line).forEach(row -> host.add(row, time(record), null));
    } else if (FleetHost.isOne(record)) {
      fleetHost(new FleetHost(record), line);
    } else if (isAnswersByQuery(record)) {
      together(record, line);
    } else if (record.has("host") || record.has("host_name")) {
      problems.add(line, "$", "the host did not answer: it has no rows");
    } else {
      Row row = Row.of(record);
      if (record.isEmpty() || row.values().isEmpty()) {
        problems.add(line, "$", "an object without values is not accepted; accepted: a row");
      } else {
        single(row, line);
      }
    }
  }

  private static boolean isRows(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .allMatch(
            element ->
                element.isObject()
                    && !element.isEmpty()
                    && !isRecord(element)
                    && !element.path("results").isArray()
                    && !isAnswersByQuery(element)
                    && !FleetHost.isOne(element));
  }

  /** Reads rows of one host, which the {@code system_info} row among them names. */
  private void together(JsonNode rowsOrAnswers, int line) {
    List<Row> rows = new ArrayList<>();
    if (rowsOrAnswers.isArray()) {
      rows(rowsOrAnswers, "$", line).forEach(rows::add);
    } else {
      rowsOrAnswers.forEach(answer -> rows(answer, "$", line).forEach(rows::add));
    }
    Optional<String> named = nameField(rowsOrAnswers);
    if (named.isPresent()) {
      HostRowSet host = named(rowsOrAnswers, named.get(), line);
      rows.forEach(row -> host.add(row, 0, null));
      return;
    }
    Set<HostKey> keys = new LinkedHashSet<>();
    rows.forEach(row -> key(row).ifPresent(keys::add));
    if (keys.size() > 1) {
      problems.add(line, "$", "rows of several Macs are ignored; accepted: the rows of one Mac");
      return;
    }
    HostRowSet host;
    if (!keys.isEmpty()) {
      HostKey key = keys.iterator().next();
      host = host(key.name(), key.id(), line);
    } else if (rowsOrAnswers.isArray()) {
      host = host(ownName, "", line);
    } else {
      unnamed++;
      if (unnamed > 1 && elements == 0) {
        problems.add(
            line,
            "$",
            "no Mac is named, and it cannot be distinguished from others; accepted: one of "
                + NAMES
                + ", or system_info with uuid or hostname");
        return;
      }
      host = host(unnamed > 1 ? ownName + " [" + unnamed + "]" : ownName, "", line);
    }
    rows.forEach(row -> host.add(row, 0, null));
  }

  /** Reads a single row, as {@code osqueryi} prints those of one host. */
  private void single(Row row, int line) {
    Optional<HostKey> key = key(row);
    if (key.isPresent()) {
      ofSingleRows.computeIfAbsent(key.get(), it -> new HostRowSet(line)).add(row, 0, null);
    }
    if (ofSingleRows.size() <= 1 || key.isEmpty()) {
      host(ownName, "", line).add(row, 0, null);
    }
  }

  /** The host that a {@code system_info} row names. */
  private static Optional<HostKey> key(Row row) {
    if (!OsqueryTable.of(row).equals(Optional.of(OsqueryTable.SYSTEM_INFO))) {
      return Optional.empty();
    }
    String uuid = row.value("uuid");
    String name =
        Stream.of("hostname", "computer_name", "uuid")
            .map(row::value)
            .filter(value -> !value.isBlank())
            .findFirst()
            .orElse("");
    return name.isEmpty()
            || name.length() > MAX_NAME_LENGTH
            || uuid.length() > MAX_NAME_LENGTH
            || InventoryProblems.isDamaged(name + uuid)
        ? Optional.empty()
        : Optional.of(new HostKey(name.strip(), uuid));
  }

  /** Whether every field is a list of rows, apart from those that name the Mac. */
  private static boolean isAnswersByQuery(JsonNode record) {
    boolean hasList = false;
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      if (field.getValue().isArray()) {
        hasList = true;
      } else if (!NAMES.contains(field.getKey()) && !field.getKey().equals("host_id")) {
        return false;
      }
    }
    return hasList;
  }

  private void snapshot(JsonNode record, int line) {
    HostRowSet host = host(record, line);
    String query = record.path("name").asText();
    if (!record.path("snapshot").isArray()) {
      problems.add(line, "$.snapshot", "is not accepted; accepted: a list of rows");
      return;
    }
    host.answer(query, time(record));
    rows(record.path("snapshot"), "$.snapshot", line)
        .forEach(row -> host.add(row, time(record), query));
  }

  /**
   * Reads one row of a report or of a result log, in which it was added, removed or part of an
   * answer.
   */
  private void row(JsonNode record, int line) {
    HostRowSet host = host(record, line);
    Row row = Row.of(record.path("columns"));
    switch (record.path("action").asText("added")) {
      case "added" -> host.add(row, time(record), null);
      case "removed" -> host.remove(row, time(record));
      case "snapshot" -> {
        String query = record.path("name").asText();
        host.answer(query, time(record));
        host.add(row, time(record), query);
      }
      default ->
          problems.add(
              line,
              "$.action",
              JsonInput.shown(record.path("action"))
                  + " is not accepted; accepted: \"added\", \"removed\", \"snapshot\"");
    }
  }

  private Iterable<Row> rows(JsonNode list, String path, int line) {
    return () ->
        StreamSupport.stream(list.spliterator(), false)
            .filter(
                row -> {
                  if (!row.isObject()) {
                    String shown = JsonInput.shown(row);
                    problems.add(line, path, shown + " is not accepted; accepted: a row");
                  }
                  return row.isObject();
                })
            .map(Row::of)
            .iterator();
  }

  /**
   * The host of a record; rows that do not name theirs belong to the host that the caller named.
   */
  private HostRowSet host(JsonNode record, int line) {
    Optional<String> named = nameField(record);
    if (named.isPresent() && isRecord(record)) {
      return named(record, named.get(), line);
    }
    if (isRecord(record)) {
      problems.add(
          line, "$", "no host is named; accepted: hostIdentifier, hostname, host_name or host");
      return new HostRowSet(line);
    }
    return host(ownName, "", line);
  }

  /** The field that names the Mac, if present. */
  private static Optional<String> nameField(JsonNode record) {
    return NAMES.stream().filter(field -> !record.path(field).asText().isBlank()).findFirst();
  }

  /** The host that a field names; rows of a host whose name is not accepted are dropped. */
  private HostRowSet named(JsonNode record, String field, int line) {
    String name = record.path(field).asText().strip();
    return isAccepted(name, "$." + field, line)
        ? host(name, record.path("host_id").asText(), line)
        : new HostRowSet(line);
  }

  /**
   * Whether an object is a record about rows and not a row; a row can have a column {@code
   * hostname}.
   */
  private static boolean isRecord(JsonNode object) {
    return object.has("snapshot")
        || object.has("diffResults")
        || object.path("columns").isObject()
        || object.path("rows").isArray();
  }

  private HostRowSet host(String name, String id, int line) {
    return hosts.computeIfAbsent(new HostKey(name, id), key -> new HostRowSet(line));
  }

  /** The time of a record, in seconds; 0 if it has none. */
  private static long time(JsonNode record) {
    String unixTime = record.path("unixTime").asText();
    if (unixTime.matches("[0-9]{1,15}")) {
      return Long.parseLong(unixTime);
    }
    try {
      return Instant.parse(record.path("last_fetched").asText()).getEpochSecond();
    } catch (DateTimeParseException e) {
      return 0;
    }
  }
}
