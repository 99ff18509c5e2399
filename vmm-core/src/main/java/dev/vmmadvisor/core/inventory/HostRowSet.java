package dev.vmmadvisor.core.inventory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The current rows of one host. These are the rows that were added and not removed since, and the
 * last answer to each scheduled query. The order of arrival does not matter. Memory grows with the
 * number of current rows, not with the length of the log.
 */
final class HostRowSet {

  /** The maximum number of rows, and of queries, that are stored for one host. */
  static final int MAX = 4096;

  /**
   * The last event of a row.
   *
   * @param time the time of the event
   * @param row the row, or null if it was removed
   * @param query the query whose complete answer contained the row, or null if rows are logged
   *     individually
   */
  private record Slot(long time, @Nullable Row row, @Nullable String query) {}

  private record Key(OsqueryTable table, String identity) {}

  // At equal times, an addition comes after a removal. Rows are ordered by their text, so that the
  // answer does not depend on the order of arrival.
  private static final Comparator<Slot> LATER =
      Comparator.comparingLong(Slot::time)
          .thenComparing(slot -> slot.row() != null)
          .thenComparing(slot -> slot.row() == null ? "" : slot.row().values().toString())
          .thenComparing(slot -> Objects.requireNonNullElse(slot.query(), ""));

  private final Map<Key, Slot> slots = new HashMap<>();
  private final Map<String, Long> answers = new HashMap<>(); // latest times by query
  private final int line; // on which the host is first named
  private boolean hasApps;
  private boolean hasKnownTable;
  private String unknown = ""; // the columns of an unknown table
  private boolean isFull;

  HostRowSet(int line) {
    this.line = line;
  }

  /** The line of the inventory on which the host is first named. */
  int line() {
    return line;
  }

  /** Whether there were rows, and all of them belong to unknown tables. */
  boolean isOfOtherTables() {
    return !unknown.isEmpty() && !hasKnownTable;
  }

  /** Whether there was never a row that holds a fact. */
  boolean isEmpty() {
    return slots.isEmpty() && !hasApps;
  }

  /** Begins the complete answer to a query; its rows follow. */
  void answer(String query, long time) {
    if (answers.size() < MAX || answers.containsKey(query)) {
      answers.merge(query, time, Math::max);
    } else {
      isFull = true;
    }
  }

  /** Adds a row to the complete answer to a query, or individually if the query is null. */
  void add(Row row, long time, @Nullable String query) {
    put(row, time, row, query);
  }

  /** Removes a row. */
  void remove(Row row, long time) {
    put(row, time, null, null);
  }

  private void put(Row row, long time, @Nullable Row state, @Nullable String query) {
    Optional<OsqueryTable> table = OsqueryTable.of(row);
    if (table.isEmpty()) {
      String columns = row.columns().stream().limit(8).toList().toString();
      unknown = unknown.isEmpty() || columns.compareTo(unknown) < 0 ? columns : unknown;
      return;
    }
    hasKnownTable = true;
    hasApps |= table.get() == OsqueryTable.APPS;
    if (!table.get().isRelevant(row)) {
      return;
    }
    Row relevant = state == null ? null : state.only(OsqueryTable.COLUMNS);
    Slot slot = new Slot(time, relevant, query);
    Key key = new Key(table.get(), table.get().identity(row));
    Slot before = slots.get(key);
    if (before != null) {
      slots.put(key, LATER.compare(slot, before) > 0 ? slot : before);
      return;
    }
    if (slots.size() >= MAX) {
      slots.values().removeIf(each -> !isCurrent(each));
    }
    if (slots.size() < MAX) {
      slots.put(key, slot);
    } else {
      isFull = true;
    }
  }

  private boolean isCurrent(Slot slot) {
    return slot.row() != null
        && (slot.query() == null || Objects.equals(answers.get(slot.query()), (Long) slot.time()));
  }

  /** The current rows of a table, in an order that does not depend on the order of arrival. */
  List<Row> rows(OsqueryTable table) {
    Map<String, Row> rows = new TreeMap<>();
    slots.forEach(
        (key, slot) -> {
          if (key.table() == table && slot.row() != null && isCurrent(slot)) {
            rows.put(key.identity(), slot.row());
          }
        });
    return List.copyOf(rows.values());
  }

  /** Whether there were any applications, including ones other than Docker Desktop. */
  boolean hasApps() {
    return hasApps;
  }

  /** The columns of a row of an unknown table; empty if there is none. */
  String unknown() {
    return unknown;
  }

  /** Whether rows were dropped because the limit was reached. */
  boolean isFull() {
    return isFull;
  }
}
