package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.DocumentException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands and files of the machine itself tell. */
class HardwareReadersTest {

  // ---- sysctl

  @Test
  void sysctlTellsAnAppleSiliconMac() {
    Reading reading =
        Sysctl.read(
            """
            hw.ncpu: 8
            hw.optional.arm64: 1
            machdep.cpu.brand_string: Apple M1
            hw.memsize: 8589934592
            kern.hv_vmm_present: 0
            kern.osproductversion: 14.6.1
            sysctl.proc_translated: 0
            """);

    assertThat(values(reading, Fact.ARCHITECTURE)).containsOnly("arm64");
    assertThat(values(reading, Fact.CHIP)).containsExactly("Apple M1");
    assertThat(values(reading, Fact.MEMORY)).containsExactly(8192);
    assertThat(values(reading, Fact.VIRTUAL_MACHINE)).containsExactly(false);
    assertThat(values(reading, Fact.MACOS_VERSION)).containsExactly(Version.parse("14.6.1"));
    assertThat(values(reading, Fact.OPERATING_SYSTEM)).containsExactly("macos");
    assertThat(reading.notices()).isEmpty();
  }

  @Test
  void aKeyThatIsNotThereDoesNotShowAnIntelMac() {
    Reading reading = Sysctl.read("hw.memsize = 17179869184\nsysctl.proc_translated: 0\n");

    assertThat(values(reading, Fact.MEMORY)).containsExactly(16384);
    assertThat(values(reading, Fact.ARCHITECTURE)).isEmpty();
    assertThat(values(reading, Fact.VIRTUAL_MACHINE)).isEmpty();
  }

  @Test
  void whatRosettaShowsIsNoIntelMac() {
    for (String known : List.of("", "hw.optional.arm64: 1\n", "sysctl.proc_translated: 1\n")) {
      Reading reading =
          Sysctl.read(
              known
                  + "machdep.cpu.vendor: GenuineIntel\n"
                  + "machdep.cpu.brand_string: VirtualApple @ 2.50GHz\n");

      assertThat(values(reading, Fact.ARCHITECTURE)).containsOnly("arm64");
      assertThat(values(reading, Fact.CHIP)).isEmpty();
      assertThat(reading.notices()).extracting(Notice::code).containsExactly("translated-process");
    }
  }

  @Test
  void aTranslatedProcessIsOnAppleSilicon() {
    assertThat(
            values(
                Sysctl.read("machdep.cpu.vendor: GenuineIntel\nsysctl.proc_translated: 1\n"),
                Fact.ARCHITECTURE))
        .containsExactly("arm64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "1048575", "9223372036854775807", "99999999999999999999", "x"})
  void aMemoryThatNoMacHasIsANotice(String bytes) {
    Reading reading = Sysctl.read("hw.memsize: " + bytes + "\n");

    assertThat(reading.evidence()).isEmpty();
    assertThat(reading.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("unreadable-value");
              assertThat(notice.path()).isEqualTo("memoryMiB");
              assertThat(notice.parameters()).containsEntry("origin", "sysctl, hw.memsize");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "hw.model: VirtualMac2,1",
    "'hw.model: VMware7,1'",
    "kern.hv_vmm_present: 1",
    "machdep.cpu.brand_string: Apple M4 Max (Virtual)"
  })
  void aMacInAVirtualMachineShowsInEachOfTheseKeys(String line) {
    assertThat(values(Sysctl.read(line), Fact.VIRTUAL_MACHINE)).containsExactly(true);
  }

  // ---- system_profiler

  @ParameterizedTest
  @CsvSource({"8 GB,8192", "96 GB,98304", "1 TB,1048576"})
  void theProfilerCountsInGiB(String memory, int mib) {
    Reading reading = profiler("physical_memory", memory);
    assertThat(values(reading, Fact.MEMORY)).containsExactly(mib);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 GB",
        "4096 TB",
        "4097 TB",
        "99999 TB",
        "99999 GB",
        "16",
        "GB",
        "16 KB",
        "1.5 TB"
      })
  void aMemoryOfTheProfilerThatNoMacHasIsANotice(String memory) {
    Reading reading = profiler("physical_memory", memory);

    assertThat(reading.evidence()).isEmpty();
    assertThat(reading.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.code()).isEqualTo("unreadable-value"));
  }

  @Test
  void theProfilerOfAnIntelMacHasAnotherKeyForTheChip() {
    Reading reading = profiler("cpu_type", "Quad-Core Intel Core i7");

    assertThat(values(reading, Fact.ARCHITECTURE)).containsExactly("x86_64");
    assertThat(reading.evidence(Fact.CHIP).map(each -> each.origin().key())).contains("cpu_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"SPHardwareDataType\": []}",
        "{\"SPHardwareDataType\": 1}",
        "{\"SPHardwareDataType\": [{\"chip_type\": 1, \"physical_memory\": null}]}"
      })
  void aProfilerWithoutHardwareTellsNothing(String json) {
    assertThat(SystemProfiler.read(json)).isEqualTo(Reading.nothing());
  }

  @Test
  void aProfilerThatPrintsNoJsonIsOneError() {
    assertThatThrownBy(() -> SystemProfiler.read("Hardware:\n  Chip: Apple M2\n"))
        .isInstanceOf(DocumentException.class);
  }

  // ---- the version of macOS

  @Test
  void swVersTellsTheVersionInBothForms() {
    assertThat(
            values(SwVers.read("ProductName:\tmacOS\nProductVersion:\t26.1\n"), Fact.MACOS_VERSION))
        .containsExactly(Version.parse("26.1"));
    assertThat(values(SwVers.read("12.6\n"), Fact.MACOS_VERSION))
        .containsExactly(Version.parse("12.6"));
    assertThat(values(SwVers.read("ProductName: Mac OS X\n"), Fact.OPERATING_SYSTEM))
        .containsExactly("macos");
    assertThat(SwVers.read("no such command")).isEqualTo(Reading.nothing());
  }

  @Test
  void a10Point16IsOfLittleTrust() {
    assertThat(SwVers.read("10.16").evidence(Fact.MACOS_VERSION).map(Evidence::confidence))
        .contains(Confidence.LOW);
    assertThat(SwVers.read("10.15").evidence(Fact.MACOS_VERSION).map(Evidence::confidence))
        .contains(Confidence.HIGH);
  }

  @Test
  void aVersionThatIsNoneIsANotice() {
    Reading reading =
        SystemVersionFile.read(MacTree.systemVersion("fifteen").getBytes(StandardCharsets.UTF_8));

    assertThat(reading.notices()).extracting(Notice::code).containsExactly("unreadable-value");
    assertThat(values(reading, Fact.OPERATING_SYSTEM)).containsExactly("macos");
  }

  // ---- the app

  @Test
  void theWindowOfDockerDesktopIsAnotherApp() {
    Reading reading =
        AppBundle.read(
            MacTree.xml(
                    "<key>CFBundleIdentifier</key><string>com.electron.dockerdesktop</string>"
                        + "<key>CFBundleShortVersionString</key><string>4.44.0</string>")
                .getBytes(StandardCharsets.UTF_8));

    assertThat(reading.evidence()).isEmpty();
    assertThat(reading.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo("another-app");
              assertThat(notice.parameters())
                  .containsEntry("identifier", "com.electron.dockerdesktop");
            });
  }

  private static Reading profiler(String key, String value) {
    return SystemProfiler.read("{\"SPHardwareDataType\": [{\"" + key + "\": \"" + value + "\"}]}");
  }

  private static List<Object> values(Reading reading, Fact fact) {
    return reading.evidence().stream()
        .filter(each -> each.fact() == fact)
        .map(Evidence::value)
        .toList();
  }
}
