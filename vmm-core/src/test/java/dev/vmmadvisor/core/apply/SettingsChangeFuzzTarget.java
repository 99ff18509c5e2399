package dev.vmmadvisor.core.apply;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.internal.Escapes;
import dev.vmmadvisor.core.input.JsonInput;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The target of the fuzzer that changes a settings file in memory. */
public final class SettingsChangeFuzzTarget {

  private static final DockerDesktopState STOPPED = () -> DockerDesktopState.Running.NO;
  private static final Path FOLDER = Path.of("/Users/ada");
  private static final Path ADMIN = Path.of("/Library/admin-settings.json");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Map<String, Object> WANTED =
      new TreeMap<>(Map.of("UseLibkrun", true, "MemoryMiB", 9000));

  private SettingsChangeFuzzTarget() {}

  /**
   * Changes the input, as each of the two settings files, and restores it.
   *
   * @param input the content of the file
   */
  public static void run(byte[] input) {
    for (String name : List.of(SettingsFileTarget.OLD, SettingsFileTarget.STORE)) {
      Path file = FOLDER.resolve(name);
      MemoryDisk disk = new MemoryDisk();
      disk.contents.put(file, input.clone());
      try {
        change(file, disk, input);
      } catch (SettingsChangeException e) {
        String message = String.valueOf(e.getMessage());
        require(Escapes.lines(message).equals(message), "not escaped: " + Escapes.lines(message));
        require(disk.done.isEmpty(), "written and refused: " + disk.done);
        require(Arrays.equals(content(file, disk), input), "changed and refused");
      }
    }
  }

  private static void change(Path file, MemoryDisk disk, byte[] before)
      throws SettingsChangeException {
    SettingsChange change = SettingsChange.of(WANTED, file, disk);
    String text = change.text();
    require(Escapes.lines(text).equals(text), "not escaped: " + Escapes.lines(text));
    require(disk.done.isEmpty(), "written before it is applied: " + disk.done);
    change.apply(STOPPED, NOW, ADMIN);
    byte[] after = content(file, disk);
    try {
      require(SettingsChange.of(WANTED, file, disk).isEmpty(), "a second change is not empty");
    } catch (SettingsChangeException e) {
      throw new AssertionError("the new content is refused", e);
    }
    sameOtherKeys(JsonInput.object(text(before)), JsonInput.object(text(after)));
    if (!change.isEmpty()) {
      try {
        SettingsBackup.newest(file, disk).orElseThrow().restore(STOPPED, NOW);
      } catch (SettingsChangeException e) {
        throw new AssertionError("the backup is refused", e);
      }
      require(Arrays.equals(content(file, disk), before), "restored as something else");
    }
  }

  private static void sameOtherKeys(ObjectNode before, ObjectNode after) {
    for (Map.Entry<String, JsonNode> key : before.properties()) {
      boolean isWanted = WANTED.keySet().stream().anyMatch(key.getKey()::equalsIgnoreCase);
      require(
          isWanted || key.getValue().equals(after.get(key.getKey())),
          "another value: " + Escapes.line(key.getKey()));
    }
  }

  private static String text(byte[] content) {
    return new String(content, UTF_8);
  }

  private static byte[] content(Path file, MemoryDisk disk) {
    return Objects.requireNonNull(disk.contents.get(file));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
