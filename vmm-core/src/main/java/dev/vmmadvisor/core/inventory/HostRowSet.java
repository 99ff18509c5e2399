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
 * The rows of one host as they are now: what was added and not removed since, and of a query that
 * is asked again and again its last answer. The order in which rows arrive does not matter, and
 * memory grows with what is there at once, not with what was.
 */
final class HostRowSet {

  /** The most rows and queries of one host that are retained. */
  static final int MAX = 4096;

  /**
   * The last word about a row.
   *
   * @param time when it was said
   * @param row the row, or null if it was removed
   * @param query the query whose whole answer it was a part of, or null if rows are reported one by
   *     one
   */
  private record Slot(long time, @Nullable Row row, @Nullable String query) {}

  private record Key(OsqueryTable table, String identity) {}

  // At the same time what was added comes after what was removed; two rows are distinguished by
  // their
  // text, so that the answer does not depend on which one came first.
  private static final Comparator<Slot> LATER =
      Comparator.comparingLong(Slot::time)
          .thenComparing(slot -> slot.row() != null)
          .thenComparing(slot -> slot.row() == null ? "" : slot.row().values().toString())
          .thenComparing(slot -> Objects.requireNonNullElse(slot.query(), ""));

  private final Map<Key, Slot> slots = new HashMap<>();
  private final Map<String, Long> answers = new HashMap<>(); // when a query was last answered
  private final int line; // on which the host is first named
  private boolean hasApps;
  private boolean hasKnownTable;
  private String unknown = ""; // the columns of a table that is not known
  private boolean isFull;

  HostRowSet(int line) {
    this.line = line;
  }

  /** The line of the inventory on which the host is first named. */
  int line() {
    return line;
  }

  /** Whether there were rows, and all of them are of tables that are not known. */
  boolean isOfOtherTables() {
    return !unknown.isEmpty() && !hasKnownTable;
  }

  /** Whether no row that tells a fact was ever there. */
  boolean isEmpty() {
    return slots.isEmpty() && !hasApps;
  }

  /** Begins the whole answer to a query; its rows follow. */
  void answer(String query, long time) {
    if (answers.size() < MAX || answers.containsKey(query)) {
      answers.merge(query, time, Math::max);
    } else {
      isFull = true;
    }
  }

  /** Adds a row, to the whole answer to a query, or by itself if the query is null. */
  void add(Row row, long time, @Nullable String query) {
    put(row, time, row, query);
  }

  /** Takes a row away. */
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
    Row retained = state == null ? null : state.only(OsqueryTable.COLUMNS);
    Slot slot = new Slot(time, retained, query);
    Key key = new Key(table.get(), table.get().identity(row));
    Slot before = slots.get(key);
    if (before != null) {
      slots.put(key, LATER.compare(slot, before) > 0 ? slot : before);
      return;
    }
    if (slots.size() >= MAX) {
      slots.values().removeIf(each -> !isThere(each));
    }
    if (slots.size() < MAX) {
      slots.put(key, slot);
    } else {
      isFull = true;
    }
  }

  private boolean isThere(Slot slot) {
    return slot.row() != null
        && (slot.query() == null || Objects.equals(answers.get(slot.query()), (Long) slot.time()));
  }

  /** The rows of a table that are there, in an order that does not depend on how they came. */
  List<Row> rows(OsqueryTable table) {
    Map<String, Row> rows = new TreeMap<>();
    slots.forEach(
        (key, slot) -> {
          if (key.table() == table && slot.row() != null && isThere(slot)) {
            rows.put(key.identity(), slot.row());
          }
        });
    return List.copyOf(rows.values());
  }

  /** Whether any applications were reported, those apart from Docker Desktop among them. */
  boolean hasApps() {
    return hasApps;
  }

  /** The columns of a row whose table is not known; empty if there is none. */
  String unknown() {
    return unknown;
  }

  /** Whether there was more than is retained. */
  boolean isFull() {
    return isFull;
  }
}
