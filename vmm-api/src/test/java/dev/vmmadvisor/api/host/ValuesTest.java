package dev.vmmadvisor.api.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Version;
import java.util.ArrayList;
import java.util.List;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  private static final Version ONE = Version.parse("1");
  private static final Version TWO = Version.parse("2");

  @Test
  void hostsAreEqualWhenTheirFactsAre() {
    EqualsVerifier.forClass(ImmutableHost.class)
        .withNonnullFields("dockerDesktop", "workload", "notices")
        .withPrefabValues(Version.class, ONE, TWO)
        .withPrefabValues(
            DockerDesktop.class,
            DockerDesktop.builder().cpus(1).build(),
            DockerDesktop.builder().cpus(2).build())
        .withPrefabValues(
            Workload.class,
            Workload.builder().traits(List.of("a")).build(),
            Workload.builder().traits(List.of("b")).build())
        .withIgnoredFields("notices", "impliedMacOsVersions", "impliedReleases", "initShim")
        .suppress(Warning.NONFINAL_FIELDS)
        .verify();
  }

  @Test
  void dockerDesktopsAreEqualWhenTheirFactsAre() {
    EqualsVerifier.forClass(ImmutableDockerDesktop.class)
        .withPrefabValues(Version.class, ONE, TWO)
        .verify();
  }

  @Test
  void workloadsAreEqualWhenTheirFactsAre() {
    EqualsVerifier.forClass(ImmutableWorkload.class).verify();
  }

  @Test
  void databasesAreEqualWhenTheirFactsAre() {
    EqualsVerifier.forClass(ImmutableDatabase.class).withNonnullFields("engine").verify();
  }

  @Test
  void noticesTakeNoPartInTheEqualityOfHosts() {
    Host host = Host.builder().addNotices(new Notice("a", "$.b", "c")).build();

    assertThat(host).isEqualTo(Host.builder().build());
    assertThat(host).hasSameHashCodeAs(Host.builder().build());
  }

  @Test
  void unknownPartsAreEqualToPartsWithoutFacts() {
    assertThat(Host.builder().build())
        .isEqualTo(
            Host.builder()
                .dockerDesktop(DockerDesktop.builder().build())
                .workload(Workload.builder().build())
                .build());
  }

  @Test
  void listsGivenToABuilderAreCopied() {
    List<String> words = new ArrayList<>(List.of("a"));
    List<String> images = new ArrayList<>(List.of("arm64"));
    List<Database> databases = new ArrayList<>(List.of(Database.builder().engine("a").build()));
    List<Notice> notices = new ArrayList<>(List.of(new Notice("a", "$", "b")));
    DockerDesktop desktop = DockerDesktop.builder().lockedSettings(words).build();
    Workload workload =
        Workload.builder()
            .imageArchitectures(images)
            .databases(databases)
            .mounts(words)
            .traits(words)
            .build();
    Host host = Host.builder().notices(notices).build();

    words.clear();
    images.clear();
    databases.clear();
    notices.clear();

    assertThat(desktop.lockedSettings()).hasValue(List.of("a"));
    assertThat(workload.imageArchitectures()).hasValue(List.of("arm64"));
    assertThat(workload.databases()).hasValue(List.of(Database.builder().engine("a").build()));
    assertThat(workload.mounts()).hasValue(List.of("a"));
    assertThat(workload.traits()).hasValue(List.of("a"));
    assertThat(host.notices()).containsExactly(new Notice("a", "$", "b"));
  }

  @Test
  void oneListThatCanBeChangedIsCopiedAmongOthersThatCannot() {
    List<String> traits = new ArrayList<>(List.of("a"));
    Workload workload = Workload.builder().mounts(List.of("home")).traits(traits).build();

    traits.add("b");

    assertThat(workload)
        .isEqualTo(Workload.builder().mounts(List.of("home")).traits(List.of("a")).build());
  }

  @Test
  void returnedListsCannotBeModified() {
    List<String> words = new ArrayList<>(List.of("a"));
    DockerDesktop desktop = DockerDesktop.builder().lockedSettings(words).build();
    Workload workload = Workload.builder().mounts(words).traits(words).build();

    assertUnmodifiable(() -> desktop.lockedSettings().orElseThrow().add("b"));
    assertUnmodifiable(() -> workload.mounts().orElseThrow().clear());
    assertUnmodifiable(() -> workload.traits().orElseThrow().remove(0));
    Notice notice = new Notice("a", "$", "b");
    assertUnmodifiable(() -> Host.builder().build().notices().add(notice));
  }

  @Test
  void nullInAListIsRefused() {
    List<String> words = new ArrayList<>();
    words.add(null);

    assertThatThrownBy(() -> Workload.builder().traits(words).build())
        .isInstanceOf(NullPointerException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 16777217, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void memoryOutOfBoundsIsRefused(int memory) {
    assertRefused(
        () -> Host.builder().memoryMiB(memory).build(),
        "memoryMiB: "
            + memory
            + " is not accepted; accepted: a whole number of MiB from 1 to 16777216");
    assertRefused(
        () -> DockerDesktop.builder().memoryMiB(memory).build(),
        "dockerDesktop.memoryMiB: "
            + memory
            + " is not accepted; accepted: a whole number of MiB from 1 to 16777216");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 4097})
  void cpusOutOfBoundsAreRefused(int cpus) {
    assertRefused(
        () -> DockerDesktop.builder().cpus(cpus).build(),
        "dockerDesktop.cpus: "
            + cpus
            + " is not accepted; accepted: a whole number from 1 to 4096");
  }

  @Test
  void boundsAreInclusive() {
    for (int memory : new int[] {1, 16777216}) {
      assertThat(Host.builder().memoryMiB(memory).build().memoryMiB()).hasValue(memory);
      assertThat(DockerDesktop.builder().memoryMiB(memory).build().memoryMiB()).hasValue(memory);
    }
    for (int cpus : new int[] {1, 4096}) {
      assertThat(DockerDesktop.builder().cpus(cpus).build().cpus()).hasValue(cpus);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "macOS", "mac os", "-macos", "macos-", "mac--os", "mac_os", "m\u00e4c"})
  void wordOfAnotherFormIsRefused(String word) {
    assertRefused(
        () -> Host.builder().operatingSystem(word).build(),
        "operatingSystem: \""
            + word
            + "\" is not accepted; accepted: a lower-case, hyphenated word such as \"macos\"");
    assertRefused(
        () -> Workload.builder().mounts(List.of("home", word)).build(),
        "workload.mounts: \""
            + word
            + "\" is not accepted; accepted: a lower-case, hyphenated word such as"
            + " \"external-disk\"");
    assertRefused(
        () -> Workload.builder().traits(List.of(word)).build(),
        "workload.traits: \""
            + word
            + "\" is not accepted; accepted: a lower-case, hyphenated word such as"
            + " \"file-watching\"");
    assertRefused(
        () -> Database.of(word, Storage.BIND_MOUNT),
        "workload.databases: \""
            + word
            + "\" is not accepted; accepted: a lower-case, hyphenated word such as \"mongodb\"");
  }

  @Test
  void wordOfManyPartsIsAccepted() {
    String word = "a-1".repeat(20_000);

    assertThat(Host.builder().operatingSystem(word).build().operatingSystem()).hasValue(word);
    assertThat(Fact.TRAITS.accepts("-a".repeat(20_000))).isFalse();
    assertThat(Fact.TRAITS.accepts("a-".repeat(20_000))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x86_64", "aarch64", "ARM64", "linux/amd64", "arm/7", "arm-v7"})
  void architectureThatImageIndexesDoNotNameIsRefused(String architecture) {
    assertRefused(
        () -> Workload.builder().imageArchitectures(List.of(architecture)).build(),
        "workload.imageArchitectures: \""
            + architecture
            + "\" is not accepted; accepted: an architecture as image indexes name it, such as"
            + " \"arm64\", \"amd64\" or \"arm/v7\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm64", "amd64", "arm/v7", "386", "riscv64", "s390x"})
  void architectureThatImageIndexesNameIsAccepted(String architecture) {
    assertThat(Fact.IMAGE_ARCHITECTURES.accepts(architecture)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file sharing", "1a", ".a", "a-b"})
  void settingOfAnotherFormIsRefused(String setting) {
    assertRefused(
        () -> DockerDesktop.builder().lockedSettings(List.of(setting)).build(),
        "dockerDesktop.lockedSettings: \""
            + setting
            + "\" is not accepted; accepted: the name of a setting such as \"fileSharing\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
  void blankChipIsRefused(String chip) {
    String shown = chip.replace("\t", "\\u0009").replace("\n", "\\u000a");
    assertRefused(
        () -> Host.builder().chip(chip).build(),
        "chip: \"" + shown + "\" is not accepted; accepted: a name such as \"Apple M3 Pro\"");
  }

  @Test
  void databaseWithoutEngineIsRefused() {
    assertThatThrownBy(() -> Database.builder().storage(Storage.BIND_MOUNT).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot build Database, some of required attributes are not set [engine]");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  private static void assertUnmodifiable(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(UnsupportedOperationException.class);
  }
}
