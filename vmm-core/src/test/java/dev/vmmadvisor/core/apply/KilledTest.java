package dev.vmmadvisor.core.apply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.Version;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process makes a change and is killed at every operation. */
class KilledTest {

  private static final String OLD =
      "{\r\n  \"SettingsVersion\": 43,\r\n  \"UseLibkrun\": false,\r\n  \"Ä\": [1.50]\r\n}";
  private static final String NEW =
      OLD.replace("false", "true").replace("[1.50]\r\n", "[1.50],\r\n  \"MemoryMiB\": 8192\r\n");

  @TempDir Path folder;

  @Test
  void aChangeThatIsKilledLeavesTheOldOrTheNewFile() throws Exception {
    int news = killAtEveryOperation("apply", OLD, NEW);

    assertThat(news).isEqualTo(1); // the folder is yet to be forced, after the move
  }

  @Test
  void aRestoreThatIsKilledLeavesTheOldOrTheNewFile() throws Exception {
    int news = killAtEveryOperation("restore", NEW, OLD);

    assertThat(news).isEqualTo(1);
  }

  /** How often the new file was there. */
  private int killAtEveryOperation(String what, String old, String changed) throws Exception {
    StoppingDisk counting =
        new StoppingDisk(number -> false, StoppingDisk.Moment.BEFORE, false, () -> {});
    Path sample = prepare(what, "sample");
    KilledChange.run(what, sample, counting);
    assertThat(Files.readString(sample)).isEqualTo(changed);
    int news = 0;
    for (int at = 1; at <= counting.count(); at++) {
      for (StoppingDisk.Moment moment :
          List.of(StoppingDisk.Moment.BEFORE, StoppingDisk.Moment.HALFWAY)) {
        Path file = prepare(what, what + at + moment);
        if (!kill(what, file, at, moment)) {
          continue; // no file is written in this operation
        }
        String left = Files.readString(file);
        assertThat(left).as("%s of operation %s", moment, at).isIn(old, changed);
        if (left.equals(changed)) {
          news++;
        }
        checkTheNet(what, file, left, old);
      }
    }
    return news;
  }

  /** Whatever is left: the backups are whole, the way back is open and so is another try. */
  private static void checkTheNet(String what, Path file, String left, String old)
      throws Exception {
    DockerDesktopState stopped = () -> DockerDesktopState.Running.NO;
    for (SettingsBackup backup : SettingsBackup.list(file)) {
      assertThat(Files.readString(backup.path())).isIn(OLD, NEW);
    }
    if (!left.equals(old)) {
      SettingsBackup made = SettingsBackup.list(file).get(0);
      assertThat(made.isOfRestore()).isEqualTo(what.equals("restore"));
      assertThat(Files.readString(made.path())).isEqualTo(old);
      made.restore(stopped, KilledChange.RESTORED);
      assertThat(Files.readString(file)).isEqualTo(old);
    }
    KilledChange.run(what, file, DefaultFileOperations.REAL);
    assertThat(Files.readString(file)).isEqualTo(what.equals("apply") ? NEW : OLD);
  }

  private Path prepare(String what, String name) throws Exception {
    Path file = Files.createDirectory(folder.resolve(name)).resolve("settings-store.json");
    Files.writeString(file, OLD);
    if (what.equals("restore")) {
      KilledChange.run("apply", file, DefaultFileOperations.REAL);
    }
    return file;
  }

  /** Starts the process and kills it where it stops; false if that operation is no writing. */
  private static boolean kill(String what, Path file, int at, StoppingDisk.Moment moment)
      throws IOException, InterruptedException {
    if (moment == StoppingDisk.Moment.HALFWAY && !isWriting(what, at)) {
      return false;
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                classPath(),
                KilledChange.class.getName(),
                what,
                file.toString(),
                Integer.toString(at),
                moment.name())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(output.readLine()).isEqualTo("stopped");
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return true;
  }

  /** Whether an operation writes a file, as a run in memory shows. */
  private static boolean isWriting(String what, int at) {
    MemoryDisk disk = new MemoryDisk();
    Path file = Path.of("settings-store.json").toAbsolutePath();
    disk.contents.put(file, OLD.getBytes(UTF_8));
    try {
      KilledChange.run("apply", file, disk);
      if (what.equals("restore")) {
        disk.done.clear();
        KilledChange.run("restore", file, disk);
      }
    } catch (SettingsChangeException e) {
      throw new AssertionError(e);
    }
    return disk.done.get(at - 1).startsWith("write");
  }

  private static String classPath() {
    return Stream.of(
            KilledChange.class,
            SettingsChange.class,
            Version.class,
            JsonFactory.class,
            JsonNode.class,
            JsonCreator.class)
        .map(KilledTest::placeOf)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String placeOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
