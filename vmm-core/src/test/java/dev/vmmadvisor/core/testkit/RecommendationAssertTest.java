package dev.vmmadvisor.core.testkit;

import static dev.vmmadvisor.testkit.assertions.VmmAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.testkit.HostFacts;
import dev.vmmadvisor.testkit.SampleHosts;
import dev.vmmadvisor.testkit.assertions.RecommendationAssert;
import dev.vmmadvisor.testkit.assertions.VmmSoftAssertions;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RecommendationAssertTest {

  private static final Recommendation MAC = VmmAdvisor.recommend(SampleHosts.appleSilicon());
  private static final Recommendation MONGODB =
      VmmAdvisor.recommend(SampleHosts.appleSiliconWithMongoDbOnBindMount());
  private static final Recommendation WINDOWS = VmmAdvisor.recommend(SampleHosts.windows());
  private static final Recommendation OPEN =
      VmmAdvisor.recommend(HostFacts.without(SampleHosts.appleSilicon(), Fact.DATABASES));

  private static void assertFails(
      Recommendation advice, Consumer<RecommendationAssert> assertion, String message) {
    ThrowingCallable failing = () -> assertion.accept(assertThat(advice));
    assertThatThrownBy(failing)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Expected " + message)
        .hasMessageEndingWith(advice.text());
  }

  @Test
  void whatHoldsPasses() {
    assertThat(MAC)
        .recommends(Vmm.DOCKER_VMM)
        .becauseOf("speed")
        .becauseOf(Criterion.SPEED)
        .isCertain()
        .hasCertainty(Certainty.CERTAIN)
        .ranks(Vmm.DOCKER_VMM, Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
        .isEligible(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK)
        .hasNoErrors();
    assertThat(MONGODB).recommends(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK).becauseOf("harm");
    assertThat(MAC)
        .hasFinding("docker-vmm-memory-minimum")
        .withOutcome(Outcome.SATISFIED)
        .withSeverity(Severity.INFO)
        .hasFinding(Vmm.DOCKER_VMM, "docker-vmm-memory-minimum")
        .withOutcome(Outcome.SATISFIED)
        .isNotViolated(Vmm.DOCKER_VMM, "docker-vmm-memory-minimum")
        .isNotViolated(Vmm.QEMU, "no-such-rule");
    assertThat(WINDOWS).recommendsNothing().hasCertainty(Certainty.NONE).ruledOut(Vmm.QEMU);
    assertThat(OPEN).dependsOn(Fact.DATABASES);
    assertThat(VmmAdvisor.recommend(SampleHosts.unknown())).isUndetermined(Vmm.HYPERKIT);
    assertThat(VmmAdvisor.recommend(VmmJson.readHost("{\"chipp\": 1}"))).hasNotice("unknown-field");
  }

  @Test
  void whatRulesOutIsNamed() {
    String code =
        MAC.candidate(Vmm.QEMU).findings().stream()
            .filter(it -> it.countsFor().contains(Criterion.ELIGIBILITY))
            .filter(it -> it.outcome() == Outcome.VIOLATED)
            .findFirst()
            .orElseThrow()
            .code();

    assertThat(MAC).ruledOut(Vmm.QEMU).because(code);
    assertFails(
        MAC,
        it -> it.ruledOut(Vmm.QEMU).because("docker-vmm-memory-minimum"),
        "qemu to be ruled out by docker-vmm-memory-minimum, but it is ineligible, ruled out by "
            + code);
    assertFails(
        MAC,
        it -> it.isEligible(Vmm.QEMU),
        "qemu to be eligible, but it is ineligible, ruled out by " + code);
  }

  @Test
  void whatDoesNotHoldIsToldWithTheTextOfTheRecommendation() {
    assertFails(
        MAC,
        it -> it.recommends(Vmm.QEMU),
        "to recommend qemu, but it recommends docker-vmm.\nThe recommendation:\n");
    assertFails(
        WINDOWS, it -> it.recommends(Vmm.QEMU), "to recommend qemu, but it recommends nothing");
    assertFails(
        MAC, it -> it.recommendsNothing(), "to recommend nothing, but it recommends docker-vmm");
    assertFails(
        MAC,
        it -> it.recommends(Vmm.DOCKER_VMM).becauseOf("harm"),
        "the place of docker-vmm to be decided by harm, but it is decided by speed");
    assertFails(
        OPEN,
        it -> it.isCertain(),
        "the certainty certain, but it is depends, on workload.databases");
    assertFails(
        OPEN,
        it -> it.dependsOn(Fact.CPUS, Fact.DATABASES),
        "to depend on dockerDesktop.cpus, workload.databases, but its certainty is depends, on"
            + " workload.databases");
    assertFails(
        MAC,
        it -> it.dependsOn(Fact.CPUS),
        "to depend on dockerDesktop.cpus, but its certainty is certain");
    assertFails(
        MAC, it -> it.ruledOut(Vmm.DOCKER_VMM), "docker-vmm to be ineligible, but it is eligible");
    assertFails(
        MAC,
        it -> it.isUndetermined(Vmm.DOCKER_VMM),
        "docker-vmm to be undetermined, but it is eligible");
    assertFails(
        MAC,
        it -> it.ranks(Vmm.QEMU),
        "the ranking to begin with qemu, but it is docker-vmm, apple-virtualization-framework,");
    assertFails(
        MAC,
        it -> it.ranks(Vmm.DOCKER_VMM, Vmm.QEMU, Vmm.QEMU, Vmm.QEMU, Vmm.QEMU),
        "the ranking to begin with docker-vmm, qemu,");
    assertFails(
        MAC, it -> it.hasFinding("no-such-rule"), "a finding no-such-rule, but there is none");
    assertFails(
        MAC,
        it -> it.hasFinding(Vmm.QEMU, "docker-vmm-memory-minimum"),
        "a finding docker-vmm-memory-minimum for qemu, but the findings are ");
    assertFails(
        MAC,
        it -> it.hasFinding("docker-vmm-memory-minimum").withOutcome(Outcome.VIOLATED),
        "the finding docker-vmm-memory-minimum with the outcome violated, but it is satisfied for"
            + " docker-vmm");
    assertFails(
        MAC,
        it ->
            it.hasFinding(Vmm.DOCKER_VMM, "docker-vmm-memory-minimum")
                .withSeverity(Severity.BLOCKER),
        "the finding docker-vmm-memory-minimum for docker-vmm with the severity blocker, but it is"
            + " info for docker-vmm");
    assertFails(
        VmmAdvisor.recommend(HostFacts.with(SampleHosts.appleSilicon(), Fact.VM_MEMORY, 1024)),
        it -> it.isNotViolated(Vmm.DOCKER_VMM, "docker-vmm-memory-minimum"),
        "docker-vmm-memory-minimum not to be violated for docker-vmm, but it is violated");
    assertFails(
        MAC, it -> it.hasNotice("unknown-field"), "a notice unknown-field, but the notices are ");
  }

  @Test
  void aFailureOfAConstraintIsTold() {
    Constraint wrong =
        Constraint.of(
            "wrong",
            Set.of(Vmm.QEMU),
            Set.of(),
            (host, vmm) -> {
              throw new IllegalStateException("no config");
            });

    assertFails(
        VmmAdvisor.builder().constraint(wrong).build().recommend(SampleHosts.appleSilicon()),
        it -> it.hasNoErrors(),
        "no finding with the outcome error, but there is wrong for qemu: ");
  }

  @Test
  void aMistakeInATestIsNoFailureOfTheAdvice() {
    assertThatThrownBy(() -> assertThat(MAC).becauseOf("speed"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("name a VMM first, such as with recommends(vmm)");
    assertThatThrownBy(() -> assertThat(MAC).recommends(Vmm.DOCKER_VMM).becauseOf("fun"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"fun\" is not accepted; accepted: \"eligibility\", ");
    assertThatThrownBy(() -> assertThat((Recommendation) null).isCertain())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expecting actual not to be null");
  }

  @Test
  void softAssertionsTellAllThatFailed() {
    VmmSoftAssertions softly = new VmmSoftAssertions();
    softly
        .assertThat(MAC)
        .recommends(Vmm.QEMU)
        .becauseOf("harm")
        .isCertain()
        .hasFinding("no-such-rule")
        .withOutcome(Outcome.VIOLATED);
    softly.assertThat("text").isEqualTo("text");

    assertThatThrownBy(softly::assertAll)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("4 failures")
        .hasMessageContaining("to recommend qemu")
        .hasMessageContaining("the place of qemu to be decided by harm")
        .hasMessageContaining("a finding no-such-rule")
        .hasMessageContaining("the outcome violated");
  }

  @Test
  void softAssertionsThatHoldPass() {
    VmmSoftAssertions softly = new VmmSoftAssertions();
    Host host = SampleHosts.appleSilicon();
    softly.assertThat(VmmAdvisor.recommend(host)).recommends(Vmm.DOCKER_VMM).becauseOf("speed");
    softly.assertAll();
  }
}
