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
 * Finds the files of a Mac under its root: at their own paths in a tree that looks like a Mac,
 * otherwise by their names, the nearest to the top first.
 */
final class CollectedFiles {

  private static final List<String> FOLDERS =
      List.of("Applications", "Library", "System", "Users", "private");
  private static final int DEEPEST = 6;
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

  /** The files in which the output of a program is collected. */
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
      for (String name : NAMES) { // which a folder of very many files may not list
        if (files.isFile("/" + name)) {
          byName.put(name, "/" + name);
        }
      }
      List<String> level = List.of("");
      for (int depth = 0; depth < DEEPEST && byName.size() < MAX; depth++) {
        level = level.stream().flatMap(folder -> folders(folder).stream()).toList();
      }
    }
  }

  /** Notes the files of a folder, and returns the folders in it. */
  private List<String> folders(String folder) {
    List<String> below =
        files.names(folder.isEmpty() ? "/" : folder).stream()
            .map(name -> folder + "/" + name)
            .toList();
    below.forEach(path -> byName.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), path));
    return below.stream().filter(files::isFolder).toList();
  }

  /** Whether the root looks like that of a Mac. */
  boolean isTree() {
    return tree;
  }

  /** Where the file lies that a Mac has at a path. */
  String place(String path) {
    return tree ? path : byName.getOrDefault(path.substring(path.lastIndexOf('/') + 1), path);
  }

  /** A text that was collected under a name. */
  Optional<String> text(String name) {
    String path = tree ? "/" + name : byName.getOrDefault(name, "/" + name);
    return files.read(path, CommandOutput.MAX).map(TextEncoding::decode);
  }

  /** Answers with collected outputs. */
  CommandRunner commands() {
    return command -> {
      String name = OUTPUTS.getOrDefault(command.get(0), "");
      return text(name.isEmpty() ? "none" : name)
          .map(text -> new CommandOutput(0, text))
          .orElseThrow(() -> new FileNotFoundException(command.get(0) + " was not collected"));
    };
  }
}
