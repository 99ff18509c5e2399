package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.DocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class SettingsFileProperties {

  private static final int MAX = 40_000; // more than there are combinations

  @Property
  void aDamagedFileGivesAHostOrADocumentException(
      @ForAll("files") String name,
      @ForAll @IntRange(max = 999) int length,
      @ForAll @IntRange(max = 999) int place,
      @ForAll byte change)
      throws IOException {
    byte[] file = file(name);
    byte[] damaged = Arrays.copyOf(file, file.length - file.length * length / 1000);
    damaged[place * damaged.length / 1000] ^= change;

    assertThat(isReadOrRefused(() -> SettingsFile.read(bytes(damaged), Hosts.usual()))).isTrue();
    String text = new String(damaged, StandardCharsets.UTF_8);
    assertThat(isReadOrRefused(() -> SettingsFile.read(text, Hosts.usual()))).isTrue();
  }

  @Property
  void anyBytesGiveAHostOrADocumentException(@ForAll byte[] bytes) throws IOException {
    assertThat(isReadOrRefused(() -> SettingsFile.read(bytes(bytes), Hosts.NOTHING_KNOWN)))
        .isTrue();
  }

  @Property
  void anyValueOfAKeyGivesAHost(@ForAll("keys") String key, @ForAll("values") String value) {
    Host host = SettingsFile.read("{\"" + key + "\": " + value + "}", Hosts.NOTHING_KNOWN);

    assertThat(host.notices()).allSatisfy(notice -> assertThat(notice.message()).isNotBlank());
  }

  /** On a Mac that can be, one row of the table holds: none is missing and none contradicts. */
  @Property(tries = MAX, generation = GenerationMode.EXHAUSTIVE)
  void oneRowHoldsOnEveryMac(
      @ForAll("architectures") String architecture,
      @ForAll("desktops") String desktop,
      @ForAll("systems") String macOs,
      @ForAll SwitchState libkrun,
      @ForAll SwitchState framework) {
    if (isPossible(desktop, macOs)) {
      PossibleHost premises =
          PossibleHost.of(Hosts.host(architecture, desktop, macOs), SettingsDocument.Form.UNKNOWN);

      assertThat(VmmTable.possible(Set.of(libkrun), Set.of(framework), premises)).hasSize(1);
    }
  }

  /** Less knowledge about a Mac that can be makes the VMM absent, and never another one. */
  @Property(tries = MAX, generation = GenerationMode.EXHAUSTIVE)
  void lessKnowledgeNeverGivesAnotherVmm(
      @ForAll("architectures") String architecture,
      @ForAll("desktops") String desktop,
      @ForAll("systems") String macOs,
      @ForAll("switches") String libkrun,
      @ForAll("switches") String framework) {
    if (!isPossible(desktop, macOs)) {
      return;
    }
    String camelCase = Hosts.camelCase(given(libkrun), given(framework));
    String pascalCase = Hosts.pascalCase(given(libkrun), given(framework));
    boolean canBePascalCase = Version.parse(desktop).compareTo(PossibleHost.PASCAL_CASE) >= 0;
    for (String file : canBePascalCase ? Set.of(camelCase, pascalCase) : Set.of(camelCase)) {
      Optional<Vmm> all = vmm(file, architecture, desktop, macOs);
      for (int left = 0; left < 7; left++) {
        String lessArchitecture = (left & 1) == 0 ? null : architecture;
        String lessDesktop = (left & 2) == 0 ? null : desktop;
        String lessMacOs = (left & 4) == 0 ? null : macOs;
        Optional<Vmm> less = vmm(file, lessArchitecture, lessDesktop, lessMacOs);
        assertThat(less.isEmpty() || less.equals(all))
            .as("%s became %s without all of %s", all, less, file)
            .isTrue();
        if (lessMacOs == null && Version.parse(macOs).compareTo(Version.parse("11")) >= 0) {
          Optional<Vmm> compatible = vmm(file, lessArchitecture, lessDesktop, "10.16");
          assertThat(compatible.isEmpty() || compatible.equals(all)).isTrue();
          assertThat(less.isEmpty() || less.equals(compatible)).isTrue();
        }
      }
    }
  }

  /** The same for file sharing, where macOS does not rule VirtioFS out. */
  @Property
  void lessKnowledgeNeverGivesAnotherFileSharing(
      @ForAll("architectures") String architecture,
      @ForAll("desktops") String desktop,
      @ForAll("systems") String macOs,
      @ForAll("switches") String framework,
      @ForAll("switches") String virtioFs,
      @ForAll("switches") String grpcFuse) {
    Assume.that(isPossible(desktop, macOs));
    Assume.that(Version.parse(macOs).compareTo(Version.parse("12.5")) >= 0);
    String file =
        String.format(
            "{\"settingsVersion\": 38, %s, %s, %s}",
            key("useVirtualizationFramework", framework),
            key("useVirtualizationFrameworkVirtioFS", virtioFs),
            key("useGrpcfuse", grpcFuse));
    Optional<FileSharing> all = sharing(file, architecture, desktop, macOs);
    for (int left = 0; left < 7; left++) {
      Optional<FileSharing> less =
          sharing(
              file,
              (left & 1) == 0 ? null : architecture,
              (left & 2) == 0 ? null : desktop,
              (left & 4) == 0 ? null : macOs);
      assertThat(less.isEmpty() || less.equals(all))
          .as("%s became %s without all of %s", all, less, file)
          .isTrue();
    }
  }

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.of("full-camel-case.json", "full-pascal-case.json", "sparse.json");
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.of(
        "UseLibkrun",
        "UseVirtualizationFramework",
        "UseVirtualizationFrameworkVirtioFS",
        "UseVirtualizationFrameworkRosetta",
        "useGrpcfuse",
        "MemoryMiB",
        "cpus",
        "WslEngineEnabled",
        "SettingsVersion",
        "IPv6Only",
        "");
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of("null", "true", "false", "[]", "{}", "1.5", "1e12", "1e999", "\"\\u2028\""),
        Arbitraries.bigIntegers().map(Object::toString),
        Arbitraries.strings().alpha().map(text -> '"' + text + '"'));
  }

  @Provide
  Arbitrary<String> architectures() {
    return Arbitraries.of("arm64", "x86_64");
  }

  @Provide
  Arbitrary<String> desktops() {
    return Arbitraries.of(
        "3.5.0", "4.13.1", "4.14.0", "4.22.0", "4.34.3", "4.35.0", "4.41.2", "4.42.0", "4.43.2",
        "4.44.0", "4.79.0", "4.80.0", "4.85.0", "4.86.0", "4.93.0");
  }

  @Provide
  Arbitrary<String> systems() {
    return Arbitraries.of("10.15.7", "11.6", "12.4", "12.5", "13.2", "13.3", "15.2", "26.1");
  }

  /** true, false, absent and unreadable. */
  @Provide
  Arbitrary<String> switches() {
    return Arbitraries.of("true", "false", "", "1");
  }

  /** Docker Desktop 4.42 and later need macOS 13.3. */
  private static boolean isPossible(String desktop, String macOs) {
    return Version.parse(desktop).compareTo(Version.parse("4.42")) < 0
        || Version.parse(macOs).compareTo(Version.parse("13.3")) >= 0;
  }

  private static Optional<Vmm> vmm(
      String file,
      @Nullable String architecture,
      @Nullable String desktop,
      @Nullable String macOs) {
    Host host = SettingsFile.read(file, Hosts.host(architecture, desktop, macOs));
    return host.dockerDesktop().vmm();
  }

  private static Optional<FileSharing> sharing(
      String file,
      @Nullable String architecture,
      @Nullable String desktop,
      @Nullable String macOs) {
    Host host = SettingsFile.read(file, Hosts.host(architecture, desktop, macOs));
    return host.dockerDesktop().fileSharing();
  }

  private static String key(String name, String value) {
    return '"' + name + "\": " + (value.isEmpty() ? "null" : value);
  }

  private static @Nullable String given(String value) {
    return value.isEmpty() ? null : value;
  }

  private static InputStream bytes(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream file = SettingsFileProperties.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }

  private interface Reading {
    Host read() throws IOException;
  }

  private static boolean isReadOrRefused(Reading reading) throws IOException {
    try {
      return !reading.read().notices().contains(null);
    } catch (DocumentException refused) {
      return refused.problems().stream().allMatch(problem -> problem.path().equals("$"));
    }
  }
}
