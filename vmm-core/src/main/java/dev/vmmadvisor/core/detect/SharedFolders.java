package dev.vmmadvisor.core.detect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.core.input.JsonInput;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The folders that Docker Desktop shares with the VM, according to its settings file. */
final class SharedFolders {

  private static final int MAX_FOLDERS = 1_000;
  private static final int MAX_PATH_LENGTH = 1_024; // macOS has no longer path

  /** The default list. Every Mac has these folders; a copied tree rarely has them. */
  private static final Set<String> DEFAULT =
      Set.of("/Users", "/Volumes", "/private", "/tmp", "/var/folders");

  private SharedFolders() {}

  /**
   * The distinct absolute paths in the list that are not in the default list; none if there is no
   * list.
   */
  static List<String> of(String settings) {
    Set<String> folders = new LinkedHashSet<>();
    try {
      ObjectNode keys = JsonInput.object(settings);
      for (String key : List.of("FilesharingDirectories", "filesharingDirectories")) {
        for (JsonNode each : keys.path(key)) {
          String folder = each.asText("").replaceAll("/+$", "");
          boolean isPath = folder.startsWith("/") && folder.length() <= MAX_PATH_LENGTH;
          if (isPath && !DEFAULT.contains(folder) && folders.size() < MAX_FOLDERS) {
            folders.add(folder);
          }
        }
      }
    } catch (DocumentException e) {
      return List.of(); // the reader of the settings reports it
    }
    return List.copyOf(folders);
  }
}
