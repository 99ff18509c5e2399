package dev.vmmadvisor.core;

import static dev.vmmadvisor.api.Vmm.APPLE_VIRTUALIZATION_FRAMEWORK;
import static dev.vmmadvisor.api.Vmm.DOCKER_VMM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first line is true and possible, and the reason given is the one that decides. */
class FirstLineTest {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();

  private static Host host(String desktop, String workload) {
    return VmmJson.readHost(
        """
        {"architecture": "arm64", "macOsVersion": "15.2", "memoryMiB": 18432,
         "dockerDesktop": {"version": "4.90.0", %s}, "workload": {%s}}\
        """
            .formatted(desktop, workload));
  }

  private static final String ARM_IMAGES =
      "\"imageArchitectures\": [\"arm64\"], \"databases\": [], \"mounts\": [], \"traits\": []";

  @Test
  void aLockedVmmIsNotSwitched() {
    Recommendation advice =
        ADVISOR.recommend(
            host(
                "\"vmm\": \"apple-virtualization-framework\", \"memoryMiB\": 8192,"
                    + " \"rosettaEnabled\": false, \"lockedSettings\": [\"vmm\"]",
                ARM_IMAGES));

    assertThat(advice.best()).contains(DOCKER_VMM);
    assertThat(advice.headline())
        .isEqualTo(
            "Keep the Apple Virtualization framework: an administrator has locked the VMM setting,"
                + " and only an administrator can select Docker VMM, which would be better.");
    assertThat(advice.plan().possible()).isFalse();
    assertThat(advice.plan().steps()).isEmpty();
  }

  @Test
  void aLockedVmmThatCannotRunNeedsTheAdministrator() {
    Recommendation advice =
        ADVISOR.recommend(
            host(
                "\"vmm\": \"qemu\", \"memoryMiB\": 8192, \"lockedSettings\": [\"vmm\"]",
                ARM_IMAGES));

    assertThat(advice.headline())
        .startsWith("Ask your administrator to select ")
        .contains("locked to QEMU, which cannot run here");
  }

  @Test
  void aLockOfAnUnknownVmmIsSaid() {
    Recommendation advice =
        ADVISOR.recommend(host("\"memoryMiB\": 8192, \"lockedSettings\": [\"vmm\"]", ARM_IMAGES));

    assertThat(advice.headline())
        .startsWith("An administrator has locked the VMM setting")
        .contains("only an administrator can change it");
  }

  @Test
  void rosettaThatIsLockedOnRulesOutDockerVmm() {
    Recommendation advice =
        ADVISOR.recommend(
            host(
                "\"vmm\": \"apple-virtualization-framework\", \"memoryMiB\": 8192,"
                    + " \"rosettaEnabled\": true, \"lockedSettings\": [\"rosettaEnabled\"]",
                ARM_IMAGES));

    assertThat(advice.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(advice.candidate(DOCKER_VMM).eligibility()).isEqualTo(Eligibility.INELIGIBLE);
    assertThat(advice.whyNot(DOCKER_VMM)).contains("an administrator has locked Rosetta on");
    assertThat(advice.headline()).isEqualTo("Stay with the Apple Virtualization framework.");
  }

  @Test
  void anUnknownLockRulesNothingOut() {
    Recommendation advice =
        ADVISOR.recommend(
            host(
                "\"vmm\": \"docker-vmm\", \"memoryMiB\": 8192, \"rosettaEnabled\": true",
                ARM_IMAGES));

    assertThat(advice.candidate(DOCKER_VMM).eligibility()).isEqualTo(Eligibility.ELIGIBLE);
    assertThat(advice.missingFacts()).isEmpty();
    assertThat(
            ADVISOR
                .validate(host("\"vmm\": \"docker-vmm\", \"memoryMiB\": 8192", ARM_IMAGES))
                .notes())
        .noneMatch(finding -> finding.code().equals("rosetta-locked-on"));
  }

  @Test
  void anotherLockedSettingRulesNothingOut() {
    Recommendation advice =
        ADVISOR.recommend(
            host(
                "\"vmm\": \"docker-vmm\", \"memoryMiB\": 8192, \"rosettaEnabled\": true,"
                    + " \"lockedSettings\": [\"fileSharing\"]",
                ARM_IMAGES));

    assertThat(advice.candidate(DOCKER_VMM).eligibility()).isEqualTo(Eligibility.ELIGIBLE);
  }

  @Test
  void aLockOnRosettaOfWhichTheValueIsUnknownLeavesDockerVmmUndetermined() {
    Recommendation advice =
        ADVISOR.recommend(
            host("\"memoryMiB\": 8192, \"lockedSettings\": [\"rosettaEnabled\"]", ARM_IMAGES));

    assertThat(advice.candidate(DOCKER_VMM).eligibility()).isEqualTo(Eligibility.UNDETERMINED);
  }

  @Test
  void theReasonIsTheOneThatDecides() {
    Recommendation advice =
        ADVISOR.recommend(host("\"vmm\": \"docker-vmm\"", "\"imageArchitectures\": [\"amd64\"]"));

    assertThat(advice.best()).contains(APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(advice.candidate(DOCKER_VMM).eligibility()).isEqualTo(Eligibility.UNDETERMINED);
    assertThat(advice.candidate(DOCKER_VMM).comparedWithBest()).isEqualTo(Criterion.FITNESS);
    String why = advice.whyNot(DOCKER_VMM);
    assertThat(why).startsWith("Docker VMM does not serve this workload well:");
    assertThat(why.indexOf("Rosetta")).isLessThan(why.indexOf("4096 MiB"));
    assertThat(why).contains("It may also not be able to run here:");
  }

  @Test
  void anUnknownFactIsTheReasonWhereNothingElseHoldsBack() {
    Recommendation advice = ADVISOR.recommend(host("\"vmm\": \"docker-vmm\"", ARM_IMAGES));

    assertThat(advice.candidate(DOCKER_VMM).comparedWithBest()).isEqualTo(Criterion.ELIGIBILITY);
    assertThat(advice.whyNot(DOCKER_VMM)).startsWith("Docker VMM may not be able to run here:");
  }

  @Test
  void theHeadlineIsTheBeginningOfTheText() {
    Host host = host("\"vmm\": \"docker-vmm\", \"memoryMiB\": 8192", ARM_IMAGES);
    Recommendation advice = ADVISOR.recommend(host);
    for (Answer answer :
        List.of(
            advice,
            advice.plan(),
            advice.compare(DOCKER_VMM, APPLE_VIRTUALIZATION_FRAMEWORK),
            advice.diff(advice),
            ADVISOR.validate(host),
            ADVISOR.explain(host, DOCKER_VMM),
            ADVISOR.diagnose(host, "nothing known"),
            ADVISOR.timeline(host),
            ADVISOR.lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.91.0"))))) {
      assertThat(answer.headline()).isNotBlank().doesNotContain("\n");
      assertThat(answer.text().replace('\n', ' ')).startsWith(answer.headline());
    }
  }
}
