package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.core.detect.ProcessList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tables of osquery, Fleet and Kolide that hold facts. A table is recognised by the columns of
 * its rows, because users choose the names of queries and their columns.
 */
enum OsqueryTable {
  /** The keys of a JSON file, one per row: {@code parse_json} and {@code kolide_json}. */
  FILE_KEYS {
    @Override
    boolean isTableOf(Row row) {
      return row.has("path", "fullkey", "value");
    }

    @Override
    boolean isRelevant(Row row) {
      String path = row.value("path");
      return DOCKER_FILE.matcher(path).matches();
    }

    @Override
    String identity(Row row) {
      return row.value("path") + "\n" + row.value("fullkey");
    }

    @Override
    List<String> names() {
      return List.of("parse_json", "kolide_json");
    }
  },
  /** The operating system. */
  OS_VERSION {
    @Override
    boolean isTableOf(Row row) {
      return row.has("major", "minor") || row.has("version", "platform", "name");
    }
  },
  /** The hardware. */
  SYSTEM_INFO {
    @Override
    boolean isTableOf(Row row) {
      return row.hasAny("cpu_brand", "physical_memory", "hardware_model");
    }
  },
  /** Installed applications. */
  APPS {
    @Override
    boolean isTableOf(Row row) {
      return row.hasAny("bundle_identifier", "bundle_short_version");
    }

    @Override
    boolean isRelevant(Row row) {
      return row.columns().contains("bundle_identifier")
          ? row.value("bundle_identifier").equalsIgnoreCase("com.docker.docker")
          : row.value("path").endsWith("/Docker.app") || row.value("name").equals("Docker.app");
    }

    @Override
    String identity(Row row) {
      return row.value("path");
    }
  },
  /** The engine that answers. */
  DOCKER_INFO {
    @Override
    boolean isTableOf(Row row) {
      return row.has("server_version") && row.hasAny("os", "cpus", "memory");
    }
  },
  /** Running processes. Tables about events of processes have a process too, and are excluded. */
  PROCESSES {
    @Override
    boolean isTableOf(Row row) {
      return row.hasAny("pid", "cmdline")
          && row.hasAny("name", "cmdline", "parent")
          && !row.hasAny("id", "fd", "port", "local_port", "eid", "event_type", "time");
    }

    @Override
    boolean isRelevant(Row row) {
      return ProcessList.isDockerDesktopRunning(List.of(process(row)));
    }

    @Override
    String identity(Row row) {
      return row.value("path") + "\n" + row.value("name") + "\n" + row.value("pid");
    }
  },
  /** Files that exist. */
  FILE {
    @Override
    boolean isTableOf(Row row) {
      return row.has("path") && row.hasAny("size", "mtime", "mode", "filename", "type", "inode");
    }

    @Override
    boolean isRelevant(Row row) {
      return ROSETTA.contains(row.value("path"));
    }

    @Override
    String identity(Row row) {
      return row.value("path");
    }
  };

  private static final Pattern DOCKER_FILE =
      Pattern.compile(
          "/.*/Group Containers/group\\.com\\.docker/settings(?:-store)?\\.json"
              + "|/Library/Application Support/com\\.docker\\.docker/admin-settings\\.json");
  private static final Set<String> ROSETTA =
      Set.of(
          "/Library/Apple/usr/share/rosetta/rosetta",
          "/Library/Apple/usr/libexec/oah/libRosettaRuntime");

  /** The columns that are read from any table. */
  static final Set<String> COLUMNS =
      Set.of(
          "path",
          "fullkey",
          "value",
          "name",
          "version",
          "major",
          "minor",
          "patch",
          "platform",
          "cpu_brand",
          "cpu_type",
          "physical_memory",
          "hardware_model",
          "bundle_short_version",
          "server_version",
          "os",
          "cpus",
          "memory",
          "kernel_version",
          "architecture",
          "cmdline");

  /** The table of a row, or empty if the table holds no fact. */
  static Optional<OsqueryTable> of(Row row) {
    return Arrays.stream(values()).filter(table -> table.isTableOf(row)).findFirst();
  }

  /** Converts a row of {@link #PROCESSES} to a process. */
  static ProcessList.Row process(Row row) {
    return new ProcessList.Row(row.value("name"), row.value("path"), row.value("cmdline"));
  }

  /** Whether a row has the columns of this table. */
  abstract boolean isTableOf(Row row);

  /** Whether a row of this table is about Docker Desktop or its requirements. */
  boolean isRelevant(Row row) {
    return true;
  }

  /** The names of this table in osquery and in products built on it. */
  List<String> names() {
    return List.of(name().toLowerCase(Locale.ROOT));
  }

  /** The identity of a row of this table on one host; empty if there is only one current row. */
  String identity(Row row) {
    return "";
  }
}
