package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Diagnosis;
import dev.vmmadvisor.api.advice.Diagnosis.Likelihood;
import dev.vmmadvisor.api.advice.Diagnosis.Match;
import dev.vmmadvisor.api.advice.Diagnosis.NamedEngine;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.SampleHosts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages of known incidents. */
@Tag("golden")
class DiagnosisTest {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();
  private static final Advisor CHINESE =
      VmmAdvisor.builder().locale(Locale.SIMPLIFIED_CHINESE).build();

  private static final String KRUN =
      """
      running engine: waiting for the VM setup to be ready: engine linux/libkrun
      failed to run: starting krun: krun: process terminated unexpectedly: exit status 2
      """;

  private static final Remedy TO_APPLE = new Remedy.SwitchVmm(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);

  @Test
  void dockerVmmDoesNotStart() {
    Host host = arm("4.35.0", "docker-vmm", "\"macOsVersion\": \"15.1\"");
    Diagnosis diagnosis = ADVISOR.diagnose(host, KRUN);
    Match match = first(diagnosis);

    assertThat(match.code()).isEqualTo("docker-vmm-does-not-start-4-35");
    assertThat(match.likelihood()).isEqualTo(Likelihood.LIKELY);
    assertThat(match.signatures())
        .containsExactly(
            "krun: process terminated unexpectedly", "engine linux/libkrun failed to run");
    assertThat(match.remedies()).contains(TO_APPLE);
    assertThat(diagnosis.vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(diagnosis.engines())
        .extracting(NamedEngine::name)
        .containsExactly("linux/libkrun", "krun");
    Golden.assertMatches("diagnosis/krun.txt", diagnosis.text());
    Golden.assertMatches("diagnosis/krun.zh-CN.txt", CHINESE.diagnose(host, KRUN).text());
    Golden.assertMatches("diagnosis/krun.json", VmmJson.write(diagnosis) + "\n");
  }

  @Test
  void theTextIsBelievedMoreThanTheFacts() {
    Host host = arm("4.35.0", "apple-virtualization-framework", "\"macOsVersion\": \"15.1\"");
    Diagnosis diagnosis = ADVISOR.diagnose(host, KRUN);

    assertThat(diagnosis.vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(first(diagnosis).likelihood()).isEqualTo(Likelihood.LIKELY);
    assertThat(diagnosis.engines().get(0).message())
        .contains("Docker VMM ran", "though the Apple Virtualization framework");
  }

  @Test
  void inALaterReleaseItIsNotThat() {
    Diagnosis diagnosis = ADVISOR.diagnose(arm("4.44.0", "docker-vmm"), KRUN);

    assertThat(first(diagnosis).likelihood()).isEqualTo(Likelihood.UNLIKELY);
    assertThat(first(diagnosis).remedies()).doesNotContain(upgrade("4.36.0"));
  }

  @Test
  void mongoDbOnABindMount() {
    String log = "WiredTiger error message, 1, /data/db/journal: Operation not\n  permitted";
    Host host =
        arm(
            "4.88.0",
            "docker-vmm",
            "\"workload\": {\"databases\": [{\"engine\": \"mongodb\", \"storage\":"
                + " \"bind-mount\"}]}");
    Diagnosis diagnosis = ADVISOR.diagnose(host, log);

    assertThat(first(diagnosis).code()).isEqualTo("docker-vmm-databases-on-bind-mounts");
    assertThat(first(diagnosis).likelihood()).isEqualTo(Likelihood.LIKELY);
    assertThat(first(diagnosis).signatures())
        .containsExactly("WiredTiger", "Operation not permitted");
    assertThat(first(diagnosis).remedies())
        .containsExactly(
            new Remedy.MoveDatabaseToNamedVolume(List.of("mongodb", "cassandra")), TO_APPLE);
    assertThat(diagnosis.engines()).isEmpty();
    Golden.assertMatches("diagnosis/mongodb.txt", diagnosis.text());
    Golden.assertMatches("diagnosis/mongodb.zh-CN.txt", CHINESE.diagnose(host, log).text());
  }

  @Test
  void mongoDbWhereTheVmmIsNotKnown() {
    Host host =
        VmmJson.readHost(
            "{\"architecture\": \"arm64\", \"dockerDesktop\": {\"version\": \"4.88.0\"},"
                + " \"workload\": {\"databases\": [{\"engine\": \"mongodb\", \"storage\":"
                + " \"bind-mount\"}]}}");
    Match match = first(ADVISOR.diagnose(host, "WiredTiger: Operation not permitted"));

    assertThat(match.likelihood()).isEqualTo(Likelihood.POSSIBLE);
    assertThat(match.message()).contains("which virtual machine manager ran is not known");
  }

  @Test
  void mongoDbUnderAnotherVmm() {
    Match match =
        first(
            ADVISOR.diagnose(
                arm("4.88.0", "apple-virtualization-framework"), "WiredTiger: no permission"));

    assertThat(match.likelihood()).isEqualTo(Likelihood.UNLIKELY);
    assertThat(match.message())
        .contains("about Docker VMM, and not about the Apple Virtualization framework");
  }

  @Test
  void onWindowsNothingIsLikely() {
    Host host =
        VmmJson.readHost(
            "{\"operatingSystem\": \"windows\", \"architecture\": \"x86_64\", \"dockerDesktop\":"
                + " {\"vmm\": \"docker-vmm\"}, \"workload\": {\"databases\": [{\"engine\":"
                + " \"mongodb\", \"storage\": \"bind-mount\"}]}}");
    Diagnosis diagnosis = ADVISOR.diagnose(host, "WiredTiger: Operation not permitted");

    assertThat(first(diagnosis).likelihood()).isEqualTo(Likelihood.UNLIKELY);
    assertThat(first(diagnosis).remedies()).doesNotContain(TO_APPLE);
    assertThat(diagnosis.notices()).extracting(Notice::code).containsExactly("not-a-mac");
  }

  @Test
  void qemuDoesNotStart() {
    Match match =
        first(
            ADVISOR.diagnose(
                arm("4.38.0", "qemu"), "qemu: process terminated unexpectedly: exit status 1"));

    assertThat(match.code()).isEqualTo("qemu-does-not-start-4-38");
    assertThat(match.likelihood()).isEqualTo(Likelihood.LIKELY);
    assertThat(match.remedies()).startsWith(TO_APPLE);
  }

  @Test
  void theAppleFrameworkLosesItsConnection() {
    Diagnosis diagnosis =
        ADVISOR.diagnose(
            arm("4.58.1", "apple-virtualization-framework", "\"macOsVersion\": \"26.5.1\""),
            "com.docker.virtualization: ... use of closed network connection");

    assertThat(first(diagnosis).code()).isEqualTo("start-reason-hidden");
    assertThat(first(diagnosis).likelihood()).isEqualTo(Likelihood.LIKELY);
    assertThat(first(diagnosis).advice()).first().asString().startsWith("read the line before it");
    Match reported = diagnosis.matches().get(1);
    assertThat(reported.code()).isEqualTo("apple-virtualization-framework-closed-connection");
    assertThat(reported.likelihood()).isEqualTo(Likelihood.POSSIBLE);
    assertThat(reported.message()).startsWith("Reported, not confirmed:");
    assertThat(reported.remedies()).isEmpty();
  }

  @Test
  void aMacInAVirtualMachine() {
    Match match =
        first(
            ADVISOR.diagnose(
                VmmJson.readHost("{\"architecture\": \"arm64\", \"virtualMachine\": true}"),
                "Hypervisor check failed"));

    assertThat(match.code()).isEqualTo("mac-in-a-virtual-machine");
    assertThat(match.likelihood()).as("whichever VMM it is").isEqualTo(Likelihood.LIKELY);
  }

  @Test
  void rosettaStopsWorking() {
    Host host =
        VmmJson.readHost(
            "{\"operatingSystem\": \"macos\", \"architecture\": \"arm64\", \"macOsVersion\":"
                + " \"14.2\", \"dockerDesktop\": {\"version\": \"4.27.0\", \"vmm\":"
                + " \"apple-virtualization-framework\", \"rosettaEnabled\": true}, \"workload\":"
                + " {\"imageArchitectures\": [\"amd64\"]}}");
    Diagnosis diagnosis = ADVISOR.diagnose(host, "exec /bin/sh: exec format error");

    assertThat(diagnosis.matches())
        .extracting(Match::code)
        .containsExactly("rosetta-broken-in-4-27", "rosetta-registration");
    assertThat(diagnosis.matches()).extracting(Match::likelihood).containsOnly(Likelihood.LIKELY);
    assertThat(first(diagnosis).remedies()).startsWith(upgrade("4.86.0"));
    assertThat(diagnosis.headline())
        .isEqualTo(
            "This looks like a known issue; what helps: upgrade Docker Desktop to 4.86.0 or"
                + " later.");
  }

  @Test
  void aLockedSettingIsNotToBeChanged() {
    Host host =
        VmmJson.readHost(
            "{\"architecture\": \"arm64\", \"macOsVersion\": \"15.1\", \"dockerDesktop\":"
                + " {\"version\": \"4.35.0\", \"vmm\": \"docker-vmm\", \"lockedSettings\":"
                + " [\"vmm\"]}}");

    assertThat(first(ADVISOR.diagnose(host, KRUN)).remedies()).containsExactly(upgrade("4.88.0"));
  }

  @Test
  void aReleaseThatDoesNotRunOnThisMacOsIsNotOffered() {
    Host host =
        VmmJson.readHost(
            "{\"architecture\": \"arm64\", \"macOsVersion\": \"12.7\", \"dockerDesktop\":"
                + " {\"version\": \"4.41.0\", \"vmm\": \"apple-virtualization-framework\"}}");

    assertThat(first(ADVISOR.diagnose(host, "The virtual machine stopped unexpectedly")).remedies())
        .isEmpty();
  }

  @Test
  void severalEnginesTellNothingUnlessOneIsInUse() {
    String log = "linux/qemu, com.docker.virtualization";

    assertThat(ADVISOR.diagnose(SampleHosts.unknown(), log).vmm()).isEmpty();
    assertThat(ADVISOR.diagnose(arm("4.43.0", "qemu"), log).vmm()).contains(Vmm.QEMU);
    assertThat(ADVISOR.diagnose(arm("4.43.0", "docker-vmm"), log).vmm()).isEmpty();
  }

  @Test
  void aNameInALongerOneIsNoNameOfItsOwn() {
    assertThat(ADVISOR.diagnose(SampleHosts.unknown(), "/opt/com.docker.krun --x").engines())
        .extracting(NamedEngine::name)
        .containsExactly("com.docker.krun");
    assertThat(ADVISOR.diagnose(SampleHosts.unknown(), "qemu-x86_64: signal 11").engines())
        .isEmpty();
  }

  @Test
  void theEndOfALongTextIsLookedAt() {
    String filling = "Operation not permitted ".repeat(60_000);
    Diagnosis diagnosis =
        ADVISOR.diagnose(SampleHosts.unknown(), "WiredTiger " + filling + "dubious ownership");

    assertThat(diagnosis.matches())
        .extracting(Match::code)
        .containsExactly("docker-vmm-mount-owned-by-root");
    assertThat(diagnosis.matches())
        .flatExtracting(Match::signatures)
        .containsExactly("dubious ownership");
    assertThat(diagnosis.notices()).extracting(Notice::code).containsExactly("text-cut");
  }

  @Test
  void oddTextsAreNoProblem() {
    for (String text : List.of("", " ", "\uD800", "\u0000\u001B[31m", "\uDC00WiredTiger")) {
      assertThat(ADVISOR.diagnose(SampleHosts.unknown(), text).matches().size())
          .isEqualTo(text.contains("WiredTiger") ? 1 : 0);
    }
  }

  private static Match first(Diagnosis diagnosis) {
    return diagnosis.matches().get(0);
  }

  private static Remedy upgrade(String to) {
    return new Remedy.UpgradeDockerDesktop(Version.parse(to));
  }

  private static Host arm(String version, String vmm, String... more) {
    StringBuilder host = new StringBuilder("{\"operatingSystem\": \"macos\", ");
    for (String fact : more) {
      host.append(fact).append(", ");
    }
    return VmmJson.readHost(
        host.append("\"architecture\": \"arm64\", \"dockerDesktop\": {\"version\": \"")
            .append(version)
            .append("\", \"vmm\": \"")
            .append(vmm)
            .append("\"}}")
            .toString());
  }
}
