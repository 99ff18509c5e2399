package dev.vmmadvisor.core.apply;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vmmadvisor.core.apply.DockerDesktopState.Running;
import dev.vmmadvisor.core.apply.SettingsChangeException.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsChangeTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:15:00.123Z");
  private static final DockerDesktopState STOPPED = () -> Running.NO;
  private static final String SPARSE =
      """
      {
        "AutoStart": false,
        "SettingsVersion": 43,
        "UseLibkrun": false,
        "UseVirtualizationFramework": true
      }
      """;

  @TempDir Path folder;
  private Path file = Path.of("");
  private Path adminSettings = Path.of("");

  @BeforeEach
  void prepare() {
    file = folder.resolve("settings-store.json");
    adminSettings = folder.resolve("admin-settings.json");
  }

  @Test
  void aChangeIsShownBeforeItIsMade() throws Exception {
    Files.writeString(file, SPARSE);

    SettingsChange change = SettingsChange.of(dockerVmm(), file);

    assertThat(change.text())
        .isEqualTo(
            """
            - "UseLibkrun": false
            + "UseLibkrun": true
            - "UseVirtualizationFramework": true
            + "UseVirtualizationFramework": false
            + "UseVirtualizationFrameworkRosetta": false

            File: %s (keys in PascalCase, as Docker Desktop 4.35.0 and later reads them)
            Backup: the file as it is now, in the same folder, as settings-store.json.vmm-advisor-<time>.backup
            Docker Desktop has to be quit first; nothing is written until then.
            """
                .formatted(file));
    assertThat(change.toString()).isEqualTo(change.text());
    assertThat(change.changes())
        .containsExactly(
            new KeyChange("UseLibkrun", "false", "true"),
            new KeyChange("UseVirtualizationFramework", "true", "false"),
            new KeyChange("UseVirtualizationFrameworkRosetta", null, "false"));
    assertThat(change.isEmpty()).isFalse();
    assertThat(change.remaining()).isEmpty();
    assertThat(change.file()).isEqualTo(file);
    assertThat(names()).containsExactly("settings-store.json");
    assertThat(file).hasContent(SPARSE);
  }

  @Test
  void aChangeIsMadeWithABackup() throws Exception {
    Files.writeString(file, SPARSE);

    SettingsChangeResult written =
        SettingsChange.of(dockerVmm(), file).apply(STOPPED, NOW, adminSettings);

    Path backup = folder.resolve("settings-store.json.vmm-advisor-2026-11-23T10-15-00Z.backup");
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {
              "AutoStart": false,
              "SettingsVersion": 43,
              "UseLibkrun": true,
              "UseVirtualizationFramework": false,
              "UseVirtualizationFrameworkRosetta": false
            }
            """);
    assertThat(Files.readString(backup)).isEqualTo(SPARSE);
    assertThat(names()).hasSize(2);
    assertThat(written.isWritten()).isTrue();
    assertThat(written.file()).isEqualTo(file);
    assertThat(written.backup()).contains(backup);
    assertThat(written.changes()).hasSize(3);
    assertThat(written.text())
        .startsWith("- \"UseLibkrun\": false\n+ \"UseLibkrun\": true\n")
        .contains("Written: " + file + "\nBackup: " + backup + "\n\nWhat to do next:\n1. Start")
        .contains("put the backup " + backup + " back");
  }

  @Test
  void aFileThatHasTheValuesIsNotWritten() throws Exception {
    Files.writeString(file, "{\"useLibkrun\": true, \"MemoryMiB\": 4096}");

    SettingsChange change = SettingsChange.of(Map.of("UseLibkrun", true, "memoryMiB", 4096L), file);
    SettingsChangeResult written = change.apply(() -> Running.YES, NOW, adminSettings);

    assertThat(change.isEmpty()).isTrue();
    assertThat(change.text())
        .startsWith("Nothing to change: the file has all the values.\n\nFile: " + file)
        .doesNotContain("Backup");
    assertThat(written.isWritten()).isFalse();
    assertThat(written.backup()).isEmpty();
    assertThat(written.next()).isEmpty();
    assertThat(written.text())
        .isEqualTo("Nothing was written: " + file + " has that content already.\n");
    assertThat(names()).containsExactly("settings-store.json");
  }

  @Test
  void aNewKeyComesLastInTheStyleOfTheFile() throws Exception {
    assertThat(with("settings-store.json", "{}")).isEqualTo("{\n  \"UseLibkrun\": true\n}");
    assertThat(with("settings-store.json", "{ \r\n}\r\n"))
        .isEqualTo("{\r\n  \"UseLibkrun\": true\r\n}\r\n");
    assertThat(with("settings-store.json", "{\"A\":1}")).isEqualTo("{\"A\":1,\"UseLibkrun\":true}");
    assertThat(with("settings-store.json", "{ \"A\" : 1 }"))
        .isEqualTo("{ \"A\" : 1, \"UseLibkrun\" : true }");
    assertThat(with("settings-store.json", "{\n\t\"A\": {\"B\":[]}\n\t,\"C\": 2\n}"))
        .isEqualTo("{\n\t\"A\": {\"B\":[]}\n\t,\"C\": 2\n\t,\"UseLibkrun\": true\n}");
    assertThat(with("settings-store.json", "\uFEFF{\"\\\"\":\"\uD83D\uDE00\"}\n\n"))
        .isEqualTo("\uFEFF{\"\\\"\":\"\uD83D\uDE00\",\"UseLibkrun\":true}\n\n");
  }

  @Test
  void aNewKeyTakesTheFormOfTheFile() throws Exception {
    assertThat(with("settings.json", "{\"A\":1}")).contains("\"useLibkrun\"");
    assertThat(with("settings-store.json", "{\"a\":1}")).contains("\"UseLibkrun\"");
    assertThat(with("copy.json", "{\"settingsVersion\":38}")).contains("\"useLibkrun\"");
    assertThat(with("copy.json", "{\"SettingsVersion\":43}")).contains("\"UseLibkrun\"");
    assertThat(with("copy.json", "{\"\":43}")).contains("\"UseLibkrun\"");
    Files.writeString(file, "{}");
    assertThat(SettingsChange.of(Map.of("IPv6Only", true), file).changes().get(0).key())
        .isEqualTo("IPv6Only");
  }

  @Test
  void aKeyInAnotherCaseOrSpellingIsTheOneThatIsChanged() throws Exception {
    assertThat(with("settings-store.json", "{\"useLibkrun\":false}"))
        .isEqualTo("{\"useLibkrun\":true}");
    assertThat(with("settings-store.json", "{\"Use\\u004cibkrun\":null}"))
        .isEqualTo("{\"Use\\u004cibkrun\":true}");
  }

  @Test
  void dockerVmmInAnOldFileComesWithAWarning() throws Exception {
    Path old = folder.resolve("settings.json");
    Files.writeString(old, "{\"useLibkrun\":false}");

    assertThat(SettingsChange.of(Map.of("UseLibkrun", true), old).text())
        .contains("keys in camelCase, as Docker Desktop up to 4.34 reads them")
        .contains("an older one does not look at useLibkrun");
    assertThat(SettingsChange.of(Map.of("UseLibkrun", false), old).text())
        .doesNotContain("an older one");
  }

  @Test
  void aNumberThatIsNotWrittenAsAWholeOneIsChanged() throws Exception {
    Files.writeString(file, "{\"MemoryMiB\": 4096.0}");

    assertThat(SettingsChange.of(Map.of("MemoryMiB", 4096), file).changes())
        .containsExactly(new KeyChange("MemoryMiB", "4096.0", "4096"));
  }

  @ParameterizedTest
  @MethodSource("notAccepted")
  void aKeyOrValueThatIsNotAcceptedIsAnError(Map<String, ?> keys, String message) throws Exception {
    Files.writeString(file, SPARSE);

    assertThatThrownBy(() -> SettingsChange.of(keys, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  static Stream<Object[]> notAccepted() {
    Map<String, Object> twice = new LinkedHashMap<>();
    twice.put("UseLibkrun", true);
    twice.put("useLibkrun", false);
    return Stream.of(
        new Object[] {
          Map.of("a\"b", true),
          "the key \"a\\\"b\" is not accepted; accepted: a letter from A to Z, then such letters"
              + " and digits"
        },
        new Object[] {
          Map.of("Cpus", BigDecimal.ONE),
          "the value \"1\" of the key Cpus is not accepted; accepted: a boolean or a whole number"
              + " of at most 64 bits"
        },
        new Object[] {
          twice, "the key useLibkrun is given twice; accepted: each key once, in one case"
        });
  }

  @ParameterizedTest
  @CsvSource({
    "YES,docker-desktop-runs,quit Docker Desktop and try again",
    "UNKNOWN,docker-desktop-state-unknown,it is not known whether Docker Desktop runs"
  })
  void whileDockerDesktopRunsOrMayRunNothingIsWritten(Running running, String reason, String told)
      throws Exception {
    Files.writeString(file, SPARSE);
    SettingsChange change = SettingsChange.of(dockerVmm(), file);

    assertThatThrownBy(() -> change.apply(() -> running, NOW, adminSettings))
        .isInstanceOfSatisfying(
            SettingsChangeException.class,
            e -> {
              assertThat(e.reason().id()).isEqualTo(reason);
              assertThat(e.reason()).hasToString(reason);
              assertThat(e.backup()).isEmpty();
            })
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(told);
    assertThat(names()).containsExactly("settings-store.json");
    assertThat(file).hasContent(SPARSE);
  }

  @Test
  void aStateThatThrowsIsUnknown() throws Exception {
    Files.writeString(file, SPARSE);
    IllegalStateException cause = new IllegalStateException("no list of processes");
    SettingsChange change = SettingsChange.of(dockerVmm(), file);

    assertThatThrownBy(
            () ->
                change.apply(
                    () -> {
                      throw cause;
                    },
                    NOW,
                    adminSettings))
        .isInstanceOfSatisfying(
            SettingsChangeException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.DOCKER_DESKTOP_STATE_UNKNOWN))
        .hasCause(cause);
  }

  @Test
  void dockerDesktopThatStartsMeanwhileStopsTheChange() throws Exception {
    Files.writeString(file, SPARSE);
    SettingsChange change = SettingsChange.of(dockerVmm(), file);
    AtomicInteger asked = new AtomicInteger();

    assertRefused(
        Reason.DOCKER_DESKTOP_RUNS,
        () ->
            change.apply(
                () -> asked.incrementAndGet() == 1 ? Running.NO : Running.YES, NOW, adminSettings));

    assertThat(file).hasContent(SPARSE);
    assertThat(names()).hasSize(2).noneMatch(name -> name.endsWith(".temporary"));
    assertThat(SettingsBackup.newest(file).orElseThrow().path()).hasContent(SPARSE);
  }

  @Test
  void aFileThatChangesBeforeTheChangeIsLeftAlone() throws Exception {
    Files.writeString(file, SPARSE);
    SettingsChange change = SettingsChange.of(dockerVmm(), file);
    SettingsChange empty = SettingsChange.of(Map.of("UseLibkrun", false), file);
    Files.writeString(file, SPARSE + " ");

    assertRefused(Reason.FILE_CHANGED, () -> change.apply(STOPPED, NOW, adminSettings));
    assertRefused(Reason.FILE_CHANGED, () -> empty.apply(STOPPED, NOW, adminSettings));

    assertThat(Files.readString(file)).isEqualTo(SPARSE + " ");
    assertThat(names()).hasSize(1);
    Files.delete(file);
    assertRefused(Reason.FILE_MISSING, () -> change.apply(STOPPED, NOW, adminSettings));
  }

  @Test
  void aFileThatChangesAfterTheBackupIsLeftAlone() throws Exception {
    Files.writeString(file, SPARSE);
    StoppingDisk disk =
        new StoppingDisk(
            number -> number == 6, // the new content has been written beside it
            StoppingDisk.Moment.AFTER,
            false,
            () -> Files.writeString(file, "{\"of\": \"another\"}"));
    SettingsChange change = SettingsChange.of(dockerVmm(), file, disk);

    assertRefused(Reason.FILE_CHANGED, () -> change.apply(STOPPED, NOW, adminSettings));

    assertThat(file).hasContent("{\"of\": \"another\"}");
    assertThat(names()).hasSize(2).noneMatch(name -> name.endsWith(".temporary"));
    assertThat(SettingsBackup.newest(file).orElseThrow().path()).hasContent(SPARSE);
  }

  @Test
  void theBackupIsOnTheDiskBeforeTheSettingsFileIsReplaced() throws Exception {
    MemoryDisk disk = new MemoryDisk();
    disk.contents.put(file, SPARSE.getBytes(UTF_8));

    SettingsChange change = SettingsChange.of(dockerVmm(), file, disk);
    assertThat(disk.done).isEmpty();
    change.apply(STOPPED, NOW, adminSettings);

    String of = "settings-store.json.vmm-advisor-2026-11-23T10-15-00Z";
    assertThat(disk.done)
        .containsExactly(
            "write " + of + ".backup",
            "write " + of + ".temporary",
            "copyAttributes " + of + ".temporary",
            "move " + of + ".backup",
            "force",
            "write " + of + ".temporary",
            "copyAttributes " + of + ".temporary",
            "move settings-store.json",
            "force");
  }

  @Test
  void aFileThatIsNoneIsRefused() throws Exception {
    assertRefused(Reason.FILE_MISSING, () -> SettingsChange.of(dockerVmm(), file));
    assertRefused(
        Reason.NOT_A_REGULAR_FILE,
        () -> SettingsChange.of(dockerVmm(), Path.of("/").toAbsolutePath()));
    assertRefused(Reason.NOT_A_REGULAR_FILE, () -> SettingsChange.of(dockerVmm(), folder));
    Path real = folder.resolve("real.json");
    Files.writeString(real, SPARSE);
    Files.createSymbolicLink(file, real);
    assertRefused(Reason.NOT_A_REGULAR_FILE, () -> SettingsChange.of(dockerVmm(), file));
    Files.delete(real);
    assertRefused(Reason.NOT_A_REGULAR_FILE, () -> SettingsChange.of(dockerVmm(), file));
  }

  @Test
  void aLinkThatTakesThePlaceOfTheFileIsRefused() throws Exception {
    Files.writeString(file, SPARSE);
    SettingsChange change = SettingsChange.of(dockerVmm(), file);
    Path real = folder.resolve("real.json");
    Files.move(file, real);
    Files.createSymbolicLink(file, real);

    assertRefused(Reason.NOT_A_REGULAR_FILE, () -> change.apply(STOPPED, NOW, adminSettings));

    assertThat(file).isSymbolicLink();
    assertThat(real).hasContent(SPARSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "\"text\"",
        "null",
        "{",
        "{}}",
        "{} {}",
        "{\"a\":1,}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":1}\0",
        "// no\n{}",
        "\uFEFF\uFEFF{}"
      })
  void aFileThatIsNoJsonObjectIsRefused(String content) throws Exception {
    Files.writeString(file, content);

    assertRefused(Reason.NOT_A_SETTINGS_FILE, () -> SettingsChange.of(dockerVmm(), file));
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws Exception {
    Files.write(file, SPARSE.getBytes(UTF_16LE));
    assertRefused(Reason.NOT_A_SETTINGS_FILE, () -> SettingsChange.of(dockerVmm(), file));

    Files.write(file, new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'});
    assertRefused(Reason.NOT_A_SETTINGS_FILE, () -> SettingsChange.of(dockerVmm(), file));
  }

  @Test
  void aFileThatIsTooLongOrTooDeepIsRefused() throws Exception {
    int most = 4 * 1024 * 1024;
    Files.writeString(file, "{}" + " ".repeat(most - 2));
    assertThat(SettingsChange.of(Map.of(), file).isEmpty()).isTrue();
    assertRefused(
        Reason.TOO_LARGE, () -> SettingsChange.of(dockerVmm(), file)); // it would become so

    Files.writeString(file, "{}" + " ".repeat(most - 1));
    assertRefused(Reason.TOO_LARGE, () -> SettingsChange.of(Map.of(), file));

    Files.writeString(file, "{\"a\":" + "[".repeat(100_000));
    assertRefused(Reason.NOT_A_SETTINGS_FILE, () -> SettingsChange.of(dockerVmm(), file));
  }

  @Test
  void aStaleFileIsRefusedAndTheRightOneNamed() throws Exception {
    Path stale = folder.resolve("settings.json");
    Files.writeString(stale, "{\"useLibkrun\":false}");
    SettingsChange change = SettingsChange.of(dockerVmm(), stale);
    Files.writeString(file, SPARSE);

    assertThatThrownBy(() -> SettingsChange.of(dockerVmm(), stale))
        .isInstanceOfSatisfying(
            SettingsChangeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_FILE))
        .hasMessageContaining("change " + file);
    assertRefused(Reason.WRONG_FILE, () -> change.apply(STOPPED, NOW, adminSettings));
    assertThat(SettingsChange.of(dockerVmm(), file).isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"UseLibkrun\":false,\"UseLibkrun\":true}",
        "{\"UseLibkrun\":false,\"x\":1,\"useLibkrun\":false}"
      })
  void aKeyThatIsThereTwiceIsRefusedIfItIsToChange(String content) throws Exception {
    Files.writeString(file, content);

    assertThatThrownBy(() -> SettingsChange.of(Map.of("UseLibkrun", true), file))
        .isInstanceOfSatisfying(
            SettingsChangeException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.AMBIGUOUS_KEY))
        .hasMessageContaining("\"UseLibkrun\", ");
    assertThat(SettingsChange.of(Map.of("Cpus", 4), file).changes()).hasSize(1);
  }

  @Test
  void aKeyThatIsThereTwiceAndHasTheValueIsNoChange() throws Exception {
    Files.writeString(file, "{\"UseLibkrun\":true,\"useLibkrun\":true}");

    assertThat(SettingsChange.of(Map.of("UseLibkrun", true), file).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"UseLibkrun\":{\"value\":false}}", "{\"UseLibkrun\":[false]}"})
  void anObjectOrAListIsNotReplaced(String content) throws Exception {
    Files.writeString(file, content);

    assertRefused(Reason.UNEXPECTED_VALUE, () -> SettingsChange.of(dockerVmm(), file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"useVirtualizationFrameworkRosetta\": {\"locked\": true, \"value\": true}}",
        "{\"UseVirtualizationFrameworkROSETTA\": {\"value\": true, \"locked\": true}}",
        "{\"useVirtualizationFrameworkRosetta\": {\"locked\": true}}",
        "{\"useLibkrun\": {\"locked\": true, \"value\": \"true\"}}",
        "{\"useLibkrun\": {\"locked\": false, \"value\": false},"
            + " \"useLibkrun\": {\"locked\": true, \"value\": false}}"
      })
  void whatAnAdministratorHasLockedIsNotChanged(String locked) throws Exception {
    Files.writeString(file, SPARSE);
    Files.writeString(adminSettings, locked);
    SettingsChange change = SettingsChange.of(dockerVmm(), file);

    assertThatThrownBy(() -> change.apply(STOPPED, NOW, adminSettings))
        .isInstanceOfSatisfying(
            SettingsChangeException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.SETTING_LOCKED))
        .hasMessageStartingWith(adminSettings + ": ")
        .hasMessageContaining("is locked")
        .hasMessageEndingWith("ask the administrator of this Mac");
    assertThat(file).hasContent(SPARSE);
    assertThat(SettingsBackup.list(file)).isEmpty();
  }

  @Test
  void rosettaLockedToOnForbidsDockerVmmEvenWhereRosettaIsNotWritten() throws Exception {
    Files.writeString(file, SPARSE);
    Files.writeString(
        adminSettings,
        "{\"useVirtualizationFrameworkRosetta\": {\"locked\": true, \"value\": true}}");

    assertThatThrownBy(
            () ->
                SettingsChange.of(Map.of("UseLibkrun", true), file)
                    .apply(STOPPED, NOW, adminSettings))
        .hasMessageContaining(
            "\"useVirtualizationFrameworkRosetta\" is locked to true, so Docker VMM is not"
                + " selected, as Rosetta needs another VMM");
    assertThat(
            SettingsChange.of(Map.of("MemoryMiB", 8192), file)
                .apply(STOPPED, NOW, adminSettings)
                .isWritten())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "\uFEFF{\"useGrpcfuse\": {\"locked\": true, \"value\": true}}",
        "{\"useVirtualizationFrameworkRosetta\": {\"locked\": true, \"value\": false}}",
        "{\"useVirtualizationFrameworkRosetta\": {\"locked\": false, \"value\": true}}",
        "{\"useLibkrun\": {\"locked\": true, \"value\": true}}",
        "{\"proxy\": 1}"
      })
  void whatIsNotLockedToAnotherValueIsChanged(String admin) throws Exception {
    Files.writeString(file, SPARSE);
    Files.writeString(adminSettings, admin);

    assertThat(SettingsChange.of(dockerVmm(), file).apply(STOPPED, NOW, adminSettings).isWritten())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{'configurationFileVersion': 2}",
        "{\"useLibkrun\": true}",
        "{\"useLibkrun\": {\"value\": true}}",
        "{\"useLibkrun\": {\"locked\": \"false\", \"value\": true}}"
      })
  void locksThatCannotBeReadStopTheChange(String admin) throws Exception {
    Files.writeString(file, SPARSE);
    Files.writeString(adminSettings, admin);
    SettingsChange change = SettingsChange.of(dockerVmm(), file);

    assertRefused(
        Reason.ADMIN_SETTINGS_UNREADABLE, () -> change.apply(STOPPED, NOW, adminSettings));
    assertThat(file).hasContent(SPARSE);
  }

  @Test
  void aFileOfLocksThatIsThereAndCannotBeReadStopsTheChange() throws Exception {
    Files.writeString(file, SPARSE);
    SettingsChange change = SettingsChange.of(dockerVmm(), file);
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, folder.resolve("nowhere"));
    Path large = folder.resolve("large");
    Files.writeString(large, "{}" + " ".repeat(4 * 1024 * 1024));

    for (Path unreadable : List.of(folder, link, large, file.resolve("below-a-file"))) {
      assertRefused(Reason.ADMIN_SETTINGS_UNREADABLE, () -> change.apply(STOPPED, NOW, unreadable));
    }
    assertThat(change.apply(STOPPED, NOW, folder.resolve("no/folder/of/it")).isWritten()).isTrue();
  }

  @Test
  void aFolderThatCannotBeWrittenToLeavesTheFile() throws Exception {
    Files.writeString(file, SPARSE);
    SettingsChange change = SettingsChange.of(dockerVmm(), file);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(folder), "the superuser writes everywhere");

      assertRefused(Reason.WRITE_FAILED, () -> change.apply(STOPPED, NOW, adminSettings));
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertThat(names()).hasSize(1);
    assertThat(file).hasContent(SPARSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw-------", "rwxrwxrwx"})
  void modeAndOwnerAreKept(String mode) throws Exception {
    Files.writeString(file, SPARSE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    if ("root".equals(Files.getOwner(file).getName())) {
      Files.setAttribute(file, "unix:uid", 1234);
      Files.setAttribute(file, "unix:gid", 4321);
    }
    Object uid = Files.getAttribute(file, "unix:uid");
    Object gid = Files.getAttribute(file, "unix:gid");

    Path backup =
        SettingsChange.of(dockerVmm(), file)
            .apply(STOPPED, NOW, adminSettings)
            .backup()
            .orElseThrow();

    for (Path one : List.of(file, backup)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one))).isEqualTo(mode);
      assertThat(Files.getAttribute(one, "unix:uid")).isEqualTo(uid);
      assertThat(Files.getAttribute(one, "unix:gid")).isEqualTo(gid);
    }
  }

  @Test
  void extendedAttributesAreKeptWhereThereAreAny() throws Exception {
    Files.writeString(file, SPARSE);
    try {
      attributes(file).write("note", ByteBuffer.wrap("kept".getBytes(UTF_8)));
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no extended attributes here");
    }

    SettingsChange.of(dockerVmm(), file).apply(STOPPED, NOW, adminSettings);

    ByteBuffer value = ByteBuffer.allocate(4);
    attributes(file).read("note", value);
    assertThat(new String(value.array(), UTF_8)).isEqualTo("kept");
  }

  @Test
  void aTimeThatHasNoNameIsAnError() throws Exception {
    Files.writeString(file, SPARSE);
    SettingsChange change = SettingsChange.of(dockerVmm(), file);

    for (Instant time :
        List.of(Instant.MIN, Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z"))) {
      assertThatThrownBy(() -> change.apply(STOPPED, time, adminSettings))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("accepted: the years 0 to 9999");
    }
    assertThat(names()).hasSize(1);
  }

  private String with(String name, String content) throws Exception {
    Path settings = folder.resolve(name);
    Path store = folder.resolve("settings-store.json");
    Files.deleteIfExists(store);
    Files.writeString(settings, content);
    SettingsChange.of(Map.of("UseLibkrun", true), settings).apply(STOPPED, NOW, adminSettings);
    String changed = Files.readString(settings);
    Files.delete(settings);
    return changed;
  }

  private static UserDefinedFileAttributeView attributes(Path file) {
    return Objects.requireNonNull(
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }

  private static Map<String, Object> dockerVmm() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("UseLibkrun", true);
    keys.put("UseVirtualizationFramework", false);
    keys.put("UseVirtualizationFrameworkRosetta", false);
    return keys;
  }

  private interface Call {
    Object run() throws Exception;
  }

  private static void assertRefused(Reason reason, Call call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            SettingsChangeException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .message()
        .contains(": ")
        .hasSizeGreaterThan(30);
  }
}
