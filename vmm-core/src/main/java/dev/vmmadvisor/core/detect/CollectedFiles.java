package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.detect.CommandOutput;
import dev.vmmadvisor.api.detect.CommandRunner;
import dev.vmmadvisor.core.input.TextEncoding;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the files of a Mac under its root. In a tree with the folders of a Mac, files are found by
 * path; otherwise by name, those nearest to the top first.
 */
final class CollectedFiles {

  private static final List<String> FOLDERS =
      List.of("Applications", "Library", "System", "Users", "private");
  private static final int MAX_DEPTH = 6;
  private static final int MAX = 20_000;

  /** The names of the files that are read. */
  static final List<String> NAMES =
      List.of(
          ".SystemVersionPlatform.plist",
          "SystemVersion.plist",
          "Info.plist",
          "settings-store.json",
          "settings.json",
          "admin-settings.json",
          "config.json",
          "com.docker.backend.log",
          "sw_vers.txt",
          "sysctl.txt",
          "system_profiler.json",
          "ps.txt",
          "docker-version.json",
          "docker-version.txt",
          "docker-info.json",
          "docker-info.txt");

  /** The names of the files with collected command output, by command. */
  private static final Map<String, String> OUTPUTS =
      Map.of(
          "/usr/bin/sw_vers", "sw_vers.txt",
          "/usr/sbin/sysctl", "sysctl.txt",
          "/usr/sbin/system_profiler", "system_profiler.json",
          "/bin/ps", "ps.txt");

  private final MacFiles files;
  private final boolean tree;
  private final Map<String, String> byName = new TreeMap<>();

  CollectedFiles(MacFiles files) {
    this.files = files;
    List<String> top = files.names("/");
    this.tree = FOLDERS.stream().anyMatch(top::contains);
    if (!tree) {
      for (String name : NAMES) { // the listing of a very large folder is cut
        if (files.isFile("/" + name)) {
          byName.put(name, "/" + name);
        }
      }
      List<String> level = List.of("");
      for (int depth = 0; depth < MAX_DEPTH && byName.size() < MAX; depth++) {
        level = level.stream().flatMap(folder -> folders(folder).stream()).toList();
      }
    }
  }

  /** Records the files of a folder and returns its subfolders. */
  private List<String> folders(String folder) {
    List<String> below =
        files.names(folder.isEmpty() ? "/" : folder).stream()
            .map(name -> folder + "/" + name)
            .toList();
    below.forEach(path -> byName.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), path));
    return below.stream().filter(files::isFolder).toList();
  }

  /** Whether the root has the folders of a Mac. */
  boolean isTree() {
    return tree;
  }

  /** The path under the root of a file that has the given path on a Mac. */
  String place(String path) {
    return tree ? path : byName.getOrDefault(path.substring(path.lastIndexOf('/') + 1), path);
  }

  /** The content of the collected file with the given name. */
  Optional<String> text(String name) {
    String path = tree ? "/" + name : byName.getOrDefault(name, "/" + name);
    return files.read(path, CommandOutput.MAX).map(TextEncoding::decode);
  }

  /** Returns a runner that answers with the collected outputs. */
  CommandRunner commands() {
    return command -> {
      String name = OUTPUTS.getOrDefault(command.get(0), "");
      return text(name.isEmpty() ? "none" : name)
          .map(text -> new CommandOutput(0, text))
          .orElseThrow(() -> new FileNotFoundException(command.get(0) + " was not collected"));
    };
  }
}
