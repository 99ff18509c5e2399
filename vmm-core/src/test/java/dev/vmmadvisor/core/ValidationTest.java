package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.advice.ValidationReport.Status;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.detect.SettingsFile;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with configurations, by examples. */
@Tag("golden")
class ValidationTest {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();
  private static final Advisor CHINESE =
      VmmAdvisor.builder().locale(Locale.SIMPLIFIED_CHINESE).build();

  @ParameterizedTest(name = "{0} gives {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "not offered here     | arm64  | 'version': '4.34.0', 'vmm': 'docker-vmm' |"
            + " docker-vmm-release",
        "not on Intel         | x86_64 | 'version': '4.90.0', 'vmm': 'docker-vmm' |"
            + " docker-vmm-architecture",
        "removed              | arm64  | 'version': '4.44.0', 'vmm': 'qemu' | qemu-removed",
        "too little memory    | arm64  | 'version': '4.90.0', 'vmm': 'docker-vmm', 'memoryMiB':"
            + " 2048 | docker-vmm-memory-minimum",
        "Rosetta locked on    | arm64  | 'version': '4.90.0', 'vmm': 'docker-vmm',"
            + " 'rosettaEnabled': true, 'lockedSettings': ['rosettaEnabled'] | rosetta-locked-on",
      })
  void errors(String name, String architecture, String desktop, String code) {
    ValidationReport report = ADVISOR.validate(host(architecture, desktop));

    assertThat(report.errors()).extracting(Finding::code).contains(code);
    assertThat(report.status()).isEqualTo(Status.ERRORS);
    String upgrade =
        report
            .security()
            .upgradeTo()
            .map(to -> "Upgrade Docker Desktop to " + to + " or later first. ")
            .orElse("");
    assertThat(upgrade.isEmpty()).isEqualTo(desktop.contains("4.90.0"));
    assertThat(report.text().replace('\n', ' '))
        .startsWith(upgrade + "This configuration cannot work: 1 error");
  }

  @ParameterizedTest(name = "{0} gives {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "deprecated           | arm64  | 'version': '4.41.0', 'vmm': 'qemu' | qemu-deprecated",
        "more than the cap    | arm64  | 'version': '4.86.0', 'vmm': 'docker-vmm', 'memoryMiB':"
            + " 30000 | docker-vmm-memory-maximum",
        "Rosetta lost         | arm64  | 'version': '4.90.0', 'vmm':"
            + " 'apple-virtualization-framework', 'rosettaEnabled': false |"
            + " rosetta-off-with-amd64-images",
      })
  void warnings(String name, String architecture, String desktop, String code) {
    assertThat(ADVISOR.validate(host(architecture, desktop)).warnings())
        .extracting(Finding::code)
        .contains(code);
  }

  @ParameterizedTest(name = "{0} gives {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Rosetta on           | 'version': '4.90.0', 'vmm': 'docker-vmm', 'rosettaEnabled': true"
            + " | docker-vmm-rosetta-without-effect",
        "gRPC FUSE on         | 'version': '4.90.0', 'vmm': 'docker-vmm', 'fileSharing':"
            + " 'grpc-fuse' | docker-vmm-file-sharing-without-effect",
        "a hard rule is open  | 'version': '4.90.0', 'vmm': 'docker-vmm' |"
            + " docker-vmm-memory-minimum",
      })
  void notes(String name, String desktop, String code) {
    assertThat(ADVISOR.validate(host("arm64", desktop)).notes())
        .extracting(Finding::code)
        .contains(code);
  }

  @Test
  void moreMemoryThanTheMacHas() {
    Host host = VmmJson.readHost("{\"memoryMiB\": 8192, \"dockerDesktop\": {\"memoryMiB\": 8193}}");
    Host equal =
        VmmJson.readHost("{\"memoryMiB\": 8192, \"dockerDesktop\": {\"memoryMiB\": 8192}}");
    ValidationReport report = ADVISOR.validate(host);

    assertThat(report.status()).isEqualTo(Status.ERRORS);
    assertThat(report.text()).startsWith("This configuration cannot work: 1 error");
    for (Answer answer :
        List.of(
            report,
            ADVISOR.recommend(host),
            ADVISOR.explain(host, Vmm.DOCKER_VMM),
            ADVISOR.lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.44.0"))),
            ADVISOR.timeline(host),
            ADVISOR.diagnose(host, "nothing"))) {
      assertThat(answer.text().replaceAll("\\s+", " "))
          .contains("8193 MiB of memory, but this Mac has only 8192 MiB");
    }
    assertThat(ADVISOR.validate(equal).status()).isEqualTo(Status.CLEAN);
    assertThat(ADVISOR.recommend(equal).notices()).isEmpty();
  }

  @Test
  void contradictionsOfASettingsFile() {
    Host host =
        SettingsFile.read(
            "{\"SettingsVersion\": 43, \"UseLibkrun\": true, \"UseVirtualizationFramework\": true,"
                + " \"UseGrpcfuse\": true, \"UseVirtualizationFrameworkVirtioFS\": true}",
            VmmJson.readHost("{\"architecture\": \"arm64\"}"));

    assertThat(ADVISOR.validate(host).notices())
        .extracting(Notice::code)
        .containsExactly("contradicting-settings", "both-file-sharings");
  }

  @Test
  void ofTheUnknownNothingIsClaimed() {
    ValidationReport report = ADVISOR.validate(VmmJson.readHost("{}"));

    assertThat(report.status()).isEqualTo(Status.CLEAN);
    assertThat(report.notes()).extracting(Finding::code).contains("operating-system");
    assertThat(report.text())
        .startsWith("Nothing is known about this Mac. To get advice, supply at least these facts:");
  }

  @Test
  void onWindowsNoVmmWorks() {
    ValidationReport report =
        ADVISOR.validate(VmmJson.readHost("{\"operatingSystem\": \"windows\"}"));

    assertThat(report.errors()).extracting(Finding::code).containsExactly("operating-system");
  }

  @Test
  void aVmmThatCannotRunIsNotOffered() {
    Host host = host("arm64", "'version': '4.44.0', 'vmm': 'qemu', 'memoryMiB': 2048");

    assertThat(ADVISOR.validate(host).errors())
        .filteredOn(finding -> finding.code().equals("qemu-removed"))
        .flatExtracting(Finding::remedies)
        .containsExactly(new Remedy.SwitchVmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK));
  }

  @Test
  void pagesAreAsExpected() {
    Host host =
        host(
            "arm64",
            "'version': '4.90.0', 'vmm': 'docker-vmm', 'memoryMiB': 2048, 'rosettaEnabled': true,"
                + " 'fileSharing': 'grpc-fuse', 'lockedSettings': ['rosettaEnabled']");
    ValidationReport report = ADVISOR.validate(host);

    Golden.assertMatches("validation/docker-vmm.txt", report.text());
    Golden.assertMatches("validation/docker-vmm.md", report.markdown());
    Golden.assertMatches("validation/docker-vmm.zh-CN.txt", CHINESE.validate(host).text());
    Golden.assertMatches("validation/docker-vmm.json", VmmJson.write(report) + "\n");
  }

  @Test
  void nothingIsWrongWithASoundConfiguration() {
    Host host =
        VmmJson.readHost(
            "{\"operatingSystem\": \"macos\", \"architecture\": \"x86_64\", \"macOsVersion\":"
                + " \"15.2\", \"virtualMachine\": false, \"dockerDesktop\": {\"version\":"
                + " \"4.92.0\", \"vmm\": \"apple-virtualization-framework\", \"fileSharing\":"
                + " \"grpc-fuse\"}, \"workload\": {\"databases\": [], \"mounts\": [], \"traits\":"
                + " [], \"imageArchitectures\": [\"amd64\"]}}");

    List<String> lines = ADVISOR.validate(host).text().lines().toList();
    assertThat(lines.get(0)).matches("(Nothing speaks against|This configuration works;) .*");
  }

  private static Host host(String architecture, String desktop) {
    return VmmJson.readHost(
        ("{'operatingSystem': 'macos', 'architecture': '"
                + architecture
                + "', 'macOsVersion': '15.2', 'dockerDesktop': {"
                + desktop
                + "}, 'workload': {'imageArchitectures': ['amd64'], 'databases': []}}")
            .replace('\'', '"'));
  }
}
