package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.List;

/** Lines of result logs of osquery, and what was read of them. */
final class OsqueryLines {

  static final String OS =
      "{\"name\": \"macOS\", \"version\": \"15.2\", \"major\": \"15\", \"minor\": \"2\","
          + " \"platform\": \"darwin\", \"arch\": \"x86_64\"}";
  static final String HARDWARE =
      "{\"cpu_type\": \"arm64e\", \"cpu_brand\": \"Apple M3 Pro\", \"physical_memory\":"
          + " \"19327352832\", \"hardware_model\": \"Mac15,6\", \"hostname\": \"column.local\"}";
  static final String APP =
      "{\"name\": \"Docker.app\", \"path\": \"/Applications/Docker.app\", \"bundle_identifier\":"
          + " \"com.docker.docker\", \"bundle_short_version\": \"4.71.0\"}";
  static final String OTHER_APP =
      "{\"name\": \"Notes.app\", \"path\": \"/Applications/Notes.app\", \"bundle_identifier\":"
          + " \"com.apple.Notes\", \"bundle_short_version\": \"4.1\"}";
  static final String VM =
      "{\"pid\": \"81\", \"name\": \"com.docker.virtualization\", \"path\":"
          + " \"/Applications/Docker.app/Contents/MacOS/com.docker.virtualization\", \"cmdline\":"
          + " \"/Applications/Docker.app/Contents/MacOS/com.docker.virtualization --cpus 6"
          + " --memoryMiB 5120 --virtiofs /Users/ada --rosetta\"}";
  static final String ROSETTA =
      "{\"path\": \"/Library/Apple/usr/share/rosetta/rosetta\", \"size\": \"1\", \"mtime\":"
          + " \"1\"}";
  static final String INFO =
      "{\"server_version\": \"29.1.0\", \"os\": \"Docker Desktop\", \"cpus\": \"4\", \"memory\":"
          + " \"4166000640\", \"architecture\": \"aarch64\", \"kernel_version\": \"6.1-linuxkit\"}";

  private OsqueryLines() {}

  static String event(String host, String action, String columns, long time) {
    return "{\"action\": \""
        + action
        + "\", \"columns\": "
        + columns
        + ", \"name\": \"q\", \"hostIdentifier\": \""
        + host
        + "\", \"unixTime\": \""
        + time
        + "\"}";
  }

  static String added(String host, String columns) {
    return event(host, "added", columns, 1000);
  }

  static String snapshot(String host, String query, long time, String... rows) {
    return "{\"action\": \"snapshot\", \"snapshot\": ["
        + String.join(", ", rows)
        + "], \"name\": \""
        + query
        + "\", \"hostIdentifier\": \""
        + host
        + "\", \"unixTime\": "
        + time
        + "}";
  }

  static String settings(String user) {
    return "/Users/" + user + "/Library/Group Containers/group.com.docker/settings-store.json";
  }

  /** A row of a key of a file. */
  static String key(String path, String fullKey, String value) {
    return "{\"path\": \""
        + path
        + "\", \"fullkey\": \""
        + fullKey
        + "\", \"parent\": \"\", \"key\": \"\", \"value\": \""
        + value
        + "\"}";
  }

  /** The lines of a settings file that asks for Docker VMM. */
  static List<String> dockerVmm(String host, String user) {
    List<String> lines = new ArrayList<>();
    for (String[] setting :
        new String[][] {
          {"SettingsVersion", "43"},
          {"UseLibkrun", "true"},
          {"UseVirtualizationFramework", "0"},
          {"UseVirtualizationFrameworkRosetta", "false"},
          {"MemoryMiB", "8192"},
          {"Cpus", ""}
        }) {
      lines.add(added(host, key(settings(user), setting[0], setting[1])));
    }
    return lines;
  }

  static Inventory read(String... lines) {
    return OsqueryRows.read(String.join("\n", lines), "own");
  }

  static Host host(String... lines) {
    return read(lines).hosts().get(0).detection().host();
  }

  static List<String> codes(InventoryHost host) {
    return host.detection().notices().stream().map(Notice::code).toList();
  }
}
