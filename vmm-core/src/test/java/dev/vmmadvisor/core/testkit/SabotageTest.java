package dev.vmmadvisor.core.testkit;

import static dev.vmmadvisor.testkit.assertions.VmmAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.testkit.SampleHosts;
import dev.vmmadvisor.testkit.contract.ConstraintContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Constraints that are wrong on purpose. Each is caught by the advisor, for which it failed, or by
 * the contract, or by both, with words that name the mistake; and each leaves every other finding
 * as it is.
 */
class SabotageTest {

  private static final Host MAC = SampleHosts.appleSilicon();
  private static final Recommendation WITHOUT = VmmAdvisor.recommend(MAC);

  private static Constraint wrong(Set<Fact> facts, Function<Host, Verdict> of) {
    return Constraint.of("wrong", Set.of(Vmm.values()), facts, (host, vmm) -> of.apply(host));
  }

  private static Recommendation with(Constraint constraint) {
    return VmmAdvisor.builder()
        .constraint(constraint)
        .constraintBudget(Duration.ofSeconds(5))
        .build()
        .recommend(MAC);
  }

  private static void assertContained(Constraint constraint, String words) {
    Recommendation advice = with(constraint);

    assertThat(advice)
        .hasFinding(Vmm.DOCKER_VMM, "wrong")
        .withOutcome(Outcome.ERROR)
        .isUndetermined(Vmm.DOCKER_VMM)
        .hasCertainty(Certainty.DEPENDS)
        .hasNotice("constraint-failed");
    assertThat(advice.missingFacts()).isEmpty();
    assertThat(advice.candidate(Vmm.DOCKER_VMM).finding("wrong").orElseThrow().message())
        .contains(words);
    assertThat(others(advice)).isEqualTo(others(WITHOUT));
  }

  /** Everything but the findings of the wrong constraint. */
  private static List<String> others(Recommendation advice) {
    List<String> others = new ArrayList<>();
    for (Candidate candidate : advice.candidates()) {
      others.add(candidate.vmm() + " " + candidate.rank());
      for (Finding finding : candidate.findings()) {
        if (!finding.code().equals("wrong")) {
          others.add(finding + finding.message());
        }
      }
    }
    return others;
  }

  private static void assertInContract(Constraint constraint, String words) {
    assertThatThrownBy(() -> ConstraintContract.check(constraint))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("wrong does not keep to the contract of constraints:")
        .hasMessageContaining(words);
  }

  @Test
  void oneThatThrowsIsCaughtByBoth() {
    Constraint constraint =
        wrong(
            Set.of(),
            host -> {
              throw new IllegalStateException("no config");
            });

    assertContained(constraint, "it throws java.lang.IllegalStateException: no config");
    assertInContract(constraint, "it throws java.lang.IllegalStateException: no config");
  }

  @SuppressWarnings("NullAway") // a mistake
  private static Verdict nothing(Host host) {
    return null;
  }

  @Test
  void oneThatAnswersNullIsCaughtByBoth() {
    Constraint constraint = wrong(Set.of(), SabotageTest::nothing);

    assertContained(constraint, "it returns null");
    assertInContract(constraint, "it returns null");
  }

  @Test
  void oneThatAnswersByChanceIsCaughtByTheContract() {
    Random random = new Random(42);
    Constraint constraint =
        wrong(
            Set.of(),
            host -> Verdict.violated("Number " + random.nextInt())); // differs all but never

    assertInContract(constraint, "it answers differently when asked again");
  }

  @Test
  void oneThatReadsAnUndeclaredFactIsCaughtByBoth() {
    Constraint constraint =
        wrong(
            Set.of(Fact.CHIP),
            host -> host.memoryMiB().isPresent() ? Verdict.satisfied() : Verdict.unknown());

    assertContained(constraint, "it reads what it does not declare: memoryMiB");
    assertInContract(constraint, "it reads what it does not declare: memoryMiB");
  }

  @Test
  void oneThatKeepsWhatItHasSeenIsCaughtByTheContract() {
    Set<Host> seen = Collections.synchronizedSet(new HashSet<>());
    Constraint constraint =
        wrong(
            Set.of(Fact.MEMORY),
            host -> {
              if (host.memoryMiB().isEmpty()) {
                return Verdict.unknown();
              }
              seen.add(Host.builder().memoryMiB(host.memoryMiB()).build());
              return seen.size() > 3 ? Verdict.violated("Too many Macs.") : Verdict.satisfied();
            });

    assertInContract(
        constraint,
        "it answers differently when asked about hosts in another order: satisfied, then violated");
  }

  @Test
  void findingsWithoutEndAreCaughtByBoth() {
    Constraint constraint =
        wrong(
            Set.of(),
            host ->
                new Verdict.Violated(
                    "Too much.", Collections.nCopies(100_000, new Remedy.AddSharedFolder())));

    assertContained(
        constraint, "it throws java.lang.IllegalArgumentException: more than 20 remedies");
    assertInContract(
        constraint, "it throws java.lang.IllegalArgumentException: more than 20 remedies");
  }

  @Test
  void aRemedyThatCannotBeCarriedOutIsCaughtByBoth() {
    for (Remedy remedy :
        List.of(new Remedy.RaiseVmMemory(Integer.MAX_VALUE), new Remedy.LowerVmMemory(-1))) {
      Constraint constraint =
          wrong(Set.of(), host -> Verdict.violated("Not enough memory.", remedy));

      assertContained(constraint, "a remedy of it cannot be carried out: " + remedy);
      assertInContract(constraint, "its remedy " + remedy + " cannot be carried out");
    }
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void whatIsNullInAVerdictIsCaughtByBoth() {
    Constraint withoutText = wrong(Set.of(), host -> new Verdict.Violated(null, List.of()));
    Constraint withoutVersion =
        wrong(
            Set.of(), host -> Verdict.violated("Too old.", new Remedy.UpgradeDockerDesktop(null)));

    assertContained(withoutText, "it throws java.lang.NullPointerException: text");
    assertInContract(withoutText, "it throws java.lang.NullPointerException: text");
    assertContained(withoutVersion, "it throws java.lang.NullPointerException: to");
    assertInContract(withoutVersion, "it throws java.lang.NullPointerException: to");
  }

  @Test
  void anEvaluationWithoutEndIsCaughtByBoth() {
    Constraint constraint =
        wrong(
            Set.of(),
            host -> {
              try {
                Thread.sleep(600_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Verdict.satisfied();
            });
    Recommendation advice =
        VmmAdvisor.builder()
            .constraint(constraint)
            .constraintBudget(Duration.ofMillis(20))
            .build()
            .recommend(MAC);

    assertThat(advice).hasFinding("wrong").withOutcome(Outcome.ERROR);
    assertThat(advice.candidate(Vmm.QEMU).finding("wrong").orElseThrow().message())
        .contains("it takes longer than PT0.02S");
    assertThatThrownBy(
            () -> ConstraintContract.of(constraint).within(Duration.ofMillis(20)).check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("it takes longer than PT0.02S");
  }

  @Test
  void oneThatIsAboutNoVmmIsRefusedAndCaughtByTheContract() {
    Constraint constraint =
        Constraint.of("wrong", Set.of(), Set.of(), (host, vmm) -> Verdict.satisfied());

    assertThatThrownBy(() -> with(constraint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one VMM");
    assertInContract(constraint, "it is about no VMM; accepted: at least one");
  }

  @Test
  void oneThatSendsToTheWrongVmmIsCaughtByTheContract() {
    Constraint constraint =
        Constraint.of(
            "wrong",
            Set.of(Vmm.QEMU),
            Set.of(),
            (host, vmm) -> Verdict.violated("Leave QEMU.", new Remedy.SwitchVmm(Vmm.QEMU)));

    assertThat(with(constraint).candidate(Vmm.QEMU).repairs())
        .as("nothing follows from it")
        .isEqualTo(WITHOUT.candidate(Vmm.QEMU).repairs());
    assertInContract(constraint, "it is violated for qemu and names as a remedy to switch to qemu");
  }

  @Test
  void aCodeThatIsThereTwiceIsRefused() {
    Constraint one = wrong(Set.of(), host -> Verdict.satisfied());
    Constraint other = wrong(Set.of(), host -> Verdict.violated("No."));

    assertThatThrownBy(() -> VmmAdvisor.builder().constraint(one).constraint(other).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the code wrong is that of");
  }

  @Test
  void oneThatContradictsItselfIsCaughtByTheContract() {
    Constraint constraint =
        wrong(
            Set.of(Fact.VM_MEMORY),
            host ->
                host.dockerDesktop().memoryMiB().orElse(2048) >= 4096
                    ? Verdict.satisfied()
                    : Verdict.violated("Too little."));

    assertInContract(
        constraint,
        "its verdict does not stay when more becomes known: violated, then satisfied (for"
            + " docker-vmm); host: {}, then {\"dockerDesktop\":{\"memoryMiB\":4096}}");
  }

  @Test
  void hugeTextsAreCutAndCaughtByTheContract() {
    Constraint constraint = wrong(Set.of(), host -> Verdict.violated("x".repeat(1 << 20)));

    assertThat(with(constraint).candidate(Vmm.QEMU).finding("wrong").orElseThrow().message())
        .hasSizeLessThan(1200);
    assertInContract(constraint, "its text is longer than 1000 characters");
  }
}
