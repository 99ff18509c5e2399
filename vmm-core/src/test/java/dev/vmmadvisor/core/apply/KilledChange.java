package dev.vmmadvisor.core.apply;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A program that changes a settings file, or puts a backup back, and stops on the way. */
final class KilledChange {

  static final Map<String, Object> KEYS = Map.of("UseLibkrun", true, "MemoryMiB", 8192);
  static final Instant CHANGED = Instant.parse("2026-11-23T10:15:00Z");
  static final Instant RESTORED = Instant.parse("2026-11-23T10:20:00Z");

  private KilledChange() {}

  /** Arguments: apply or restore, the settings file, the number of the operation, the moment. */
  public static void main(String[] arguments) throws SettingsChangeException {
    run(
        arguments[0],
        Path.of(arguments[1]),
        new StoppingDisk(
            number -> number == Integer.parseInt(arguments[2]),
            StoppingDisk.Moment.valueOf(arguments[3]),
            false,
            KilledChange::stop));
  }

  static SettingsChangeResult run(String what, Path file, FileOperations disk)
      throws SettingsChangeException {
    DockerDesktopState stopped = () -> DockerDesktopState.Running.NO;
    if (what.equals("apply")) {
      return SettingsChange.of(KEYS, file, disk)
          .apply(stopped, CHANGED, file.resolveSibling("admin-settings.json"));
    }
    return SettingsBackup.newest(file, disk).orElseThrow().restore(stopped, RESTORED);
  }

  @SuppressWarnings("SystemOut") // how the other process knows
  private static void stop() throws IOException {
    System.out.println("stopped");
    System.out.flush();
    while (true) {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        throw new IOException("nobody should interrupt this", e);
      }
    }
  }
}
