package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.SampleHosts;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Constraints in code, as their authors see them. */
class ConstraintTest {

  private static final Host MAC = SampleHosts.appleSilicon();

  private static final Constraint NO_DOCKER_VMM =
      Constraint.of(
          "no-docker-vmm",
          Set.of(Vmm.DOCKER_VMM),
          Set.of(),
          (host, vmm) -> Verdict.violated("Docker VMM is not approved here."));

  /** Docker VMM only with 16 GB for the Linux VM. */
  private static final Constraint PLENTY =
      Constraint.of(
          "plenty-of-memory",
          Set.of(Vmm.DOCKER_VMM),
          Set.of(Fact.VM_MEMORY),
          (host, vmm) -> {
            Optional<Integer> memory = host.dockerDesktop().memoryMiB();
            if (memory.isEmpty()) {
              return Verdict.unknown();
            }
            return memory.get() >= 12288
                ? Verdict.satisfied()
                : Verdict.violated("We give 12 GB.", new Remedy.RaiseVmMemory(12288));
          });

  private static Advisor with(Constraint... constraints) {
    VmmAdvisor.Builder builder = VmmAdvisor.builder();
    List.of(constraints).forEach(builder::constraint);
    return builder.build();
  }

  private static Finding finding(Recommendation advice, Vmm vmm, String code) {
    return advice.candidate(vmm).findings().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Example
  void aViolationRulesOutLikeARuleOfTheCatalog() {
    assertThat(VmmAdvisor.recommend(MAC).best()).contains(Vmm.DOCKER_VMM);

    Recommendation advice = with(NO_DOCKER_VMM).recommend(MAC);

    assertThat(advice.best()).contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(advice.candidate(Vmm.DOCKER_VMM).eligibility()).isEqualTo(Eligibility.INELIGIBLE);
    Finding finding = finding(advice, Vmm.DOCKER_VMM, "no-docker-vmm");
    assertThat(finding.kind()).isEqualTo(RuleKind.CUSTOM);
    assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
    assertThat(finding.countsFor()).containsExactly(Criterion.ELIGIBILITY);
    assertThat(finding.message()).startsWith("Docker VMM is not approved here.");
    assertThat(advice.text()).contains("Docker VMM is not approved here.");
    assertThat(VmmJson.write(advice)).contains("\"kind\" : \"custom\"");
    assertThat(advice.candidate(Vmm.QEMU).findings())
        .as("only the VMMs it is about")
        .noneMatch(each -> each.code().equals("no-docker-vmm"));
  }

  @Example
  void itsRemediesTakePartInRepairsAndPlans() {
    Recommendation advice = with(PLENTY).recommend(MAC);

    Candidate candidate = advice.candidate(Vmm.DOCKER_VMM);
    assertThat(candidate.eligibility()).isEqualTo(Eligibility.INELIGIBLE);
    assertThat(candidate.repairs())
        .anySatisfy(
            repair -> {
              assertThat(repair.remedies()).containsExactly(new Remedy.RaiseVmMemory(12288));
              assertThat(repair.first()).isTrue();
            });
    // the first step is to leave a release with a vulnerability
    assertThat(advice.planTo(Vmm.DOCKER_VMM).steps()).hasSize(3);
    assertThat(advice.planTo(Vmm.DOCKER_VMM).applyTo(MAC).dockerDesktop().memoryMiB())
        .contains(12288);
  }

  @Example
  void whatItDoesNotKnowIsAMissingFact() {
    Host unknown =
        Host.builder()
            .from(MAC)
            .dockerDesktop(
                DockerDesktop.builder()
                    .from(MAC.dockerDesktop())
                    .memoryMiB(Optional.empty())
                    .build())
            .build();

    Recommendation advice = with(PLENTY).recommend(unknown);

    assertThat(finding(advice, Vmm.DOCKER_VMM, "plenty-of-memory").outcome())
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(advice.certainty()).isEqualTo(Certainty.DEPENDS);
    assertThat(advice.missingFacts())
        .anySatisfy(
            missing -> {
              assertThat(missing.fact()).isEqualTo(Fact.VM_MEMORY);
              assertThat(missing.outcomes().toString())
                  .contains("plenty-of-memory violated for docker-vmm");
            });
    assertThat(advice.text()).contains("plenty-of-memory");
    assertThat(
            VmmAdvisor.builder()
                .constraint(PLENTY)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .build()
                .recommend(unknown)
                .text())
        .contains("plenty-of-memory");
  }

  @Example
  void belowBlockerItIsShownAndDecidesNothing() {
    Constraint warning = new Warning();

    Recommendation advice = with(warning).recommend(MAC);

    assertThat(advice.best()).isEqualTo(VmmAdvisor.recommend(MAC).best());
    assertThat(finding(advice, Vmm.DOCKER_VMM, "our-warning").severity())
        .isEqualTo(Severity.WARNING);
    assertThat(finding(advice, Vmm.QEMU, "our-warning").outcome())
        .isEqualTo(Outcome.NOT_APPLICABLE);
  }

  /** A class of its own, about every VMM. */
  private static final class Warning implements Constraint {
    @Override
    public String code() {
      return "our-warning";
    }

    @Override
    public Set<Fact> facts() {
      return EnumSet.of(Fact.ARCHITECTURE);
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Verdict evaluate(Host host, Vmm vmm) {
      if (vmm == Vmm.QEMU) {
        return Verdict.notApplicable();
      }
      return host.architecture().equals(Optional.of(Architecture.ARM64))
          ? Verdict.violated("Tell us if it is slow.")
          : Verdict.satisfied();
    }
  }

  @Property(tries = 60)
  void theOrderOfRegistrationDoesNotMatter(@ForAll("hosts") Host host, @ForAll Goal goal) {
    Recommendation one = with(PLENTY, NO_DOCKER_VMM, new Warning()).recommend(host, goal);
    Recommendation other = with(new Warning(), NO_DOCKER_VMM, PLENTY).recommend(host, goal);

    assertThat(VmmJson.write(one)).isEqualTo(VmmJson.write(other));
  }

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  /** Found as a service of the test class path. */
  public static final class Service implements Constraint {
    @Override
    public String code() {
      return "of-a-service";
    }

    @Override
    public Set<Fact> facts() {
      return Set.of();
    }

    @Override
    public Verdict evaluate(Host host, Vmm vmm) {
      return Verdict.satisfied();
    }
  }

  @Example
  void servicesAreTakenUpWhereTheCallerAsksForThem() {
    assertThat(VmmAdvisor.recommend(MAC).candidate(Vmm.QEMU).findings())
        .noneMatch(finding -> finding.kind() == RuleKind.CUSTOM);

    Recommendation advice = VmmAdvisor.builder().constraintsOfServices().build().recommend(MAC);

    assertThat(finding(advice, Vmm.QEMU, "of-a-service").outcome()).isEqualTo(Outcome.SATISFIED);
    assertThat(VmmAdvisor.builder().build().recommend(MAC))
        .as("the others look as before")
        .isEqualTo(VmmAdvisor.recommend(MAC));
  }

  // ---- mistakes

  private static Constraint wrong(Set<Fact> facts, Function<Host, Verdict> of) {
    return Constraint.of("wrong", Set.of(Vmm.values()), facts, (host, vmm) -> of.apply(host));
  }

  /** Wrong constraints, each with the words that name its mistake. */
  private static List<Object[]> mistakes() {
    List<Remedy> many = Collections.nCopies(1000, new Remedy.RaiseVmMemory(8192));
    return List.of(
        mistake(
            "it throws java.lang.IllegalStateException: no config",
            wrong(
                Set.of(),
                host -> {
                  throw new IllegalStateException("no config");
                })),
        mistake(
            "it throws java.lang.AssertionError: not here",
            wrong(
                Set.of(),
                host -> {
                  throw new AssertionError("not here");
                })),
        mistake(
            "it does not end: java.lang.StackOverflowError",
            wrong(Set.of(), ConstraintTest::endless)),
        mistake("it returns null", wrong(Set.of(), ConstraintTest::nothing)),
        mistake(
            "it reads what it does not declare: memoryMiB",
            wrong(
                Set.of(Fact.CHIP),
                host -> host.memoryMiB().isPresent() ? Verdict.satisfied() : Verdict.unknown())),
        mistake(
            "it reads what it does not declare: operatingSystem, architecture",
            wrong(
                Set.of(),
                host -> host.toString().isEmpty() ? Verdict.unknown() : Verdict.satisfied())),
        mistake(
            "it throws java.lang.IllegalArgumentException: more than 20 remedies",
            wrong(Set.of(), host -> new Verdict.Violated("Too much.", many))),
        mistake(
            "a remedy of it cannot be carried out: RaiseVmMemory[toMiB=2147483647]",
            wrong(
                Set.of(),
                host -> Verdict.violated("Little.", new Remedy.RaiseVmMemory(Integer.MAX_VALUE)))),
        mistake(
            "it throws java.lang.UnsupportedOperationException",
            wrong(
                Set.of(Fact.MOUNTS),
                host -> {
                  host.workload().mounts().orElseThrow().add("home");
                  return Verdict.satisfied();
                })));
  }

  private static Object[] mistake(String words, Constraint constraint) {
    return new Object[] {words, constraint};
  }

  @SuppressWarnings("InfiniteRecursion") // a mistake
  private static Verdict endless(Host host) {
    return endless(host);
  }

  @SuppressWarnings("NullAway") // a mistake
  private static Verdict nothing(Host host) {
    return null;
  }

  @Example
  void eachMistakeIsAFindingThatLeavesTheVmmUndeterminedAndTheOthersAsTheyAre() {
    Recommendation without = VmmAdvisor.builder().build().recommend(MAC);
    for (Object[] each : mistakes()) {
      Recommendation advice = with((Constraint) each[1]).recommend(MAC);

      Finding finding = finding(advice, Vmm.DOCKER_VMM, "wrong");
      assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
      assertThat(finding.message()).contains((String) each[0]).contains("wrong");
      assertThat(advice.candidate(Vmm.DOCKER_VMM).eligibility())
          .isEqualTo(Eligibility.UNDETERMINED);
      assertThat(advice.certainty()).isEqualTo(Certainty.DEPENDS);
      assertThat(otherFindings(advice)).isEqualTo(otherFindings(without));
    }
  }

  private static List<String> otherFindings(Recommendation advice) {
    List<String> rest = new ArrayList<>();
    for (Vmm vmm : Vmm.values()) {
      advice.candidate(vmm).findings().stream()
          .filter(finding -> !finding.code().equals("wrong"))
          .forEach(finding -> rest.add(vmm + " " + finding + finding.message()));
    }
    return rest;
  }

  @Example
  void aHugeTextIsCut() {
    Constraint huge = wrong(Set.of(), host -> Verdict.violated("x".repeat(1 << 20)));

    assertThat(finding(with(huge).recommend(MAC), Vmm.QEMU, "wrong").message())
        .hasSizeLessThan(1200);
  }

  @Example
  void aSlowOneIsNotWaitedForWhereThereIsABudget() {
    Constraint slow =
        wrong(
            Set.of(),
            host -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Verdict.satisfied();
            });

    Recommendation advice =
        VmmAdvisor.builder()
            .constraint(slow)
            .constraintBudget(Duration.ofMillis(20))
            .build()
            .recommend(MAC);

    assertThat(finding(advice, Vmm.DOCKER_VMM, "wrong").message())
        .contains("it takes longer than PT0.02S");
    assertThatThrownBy(() -> VmmAdvisor.builder().constraintBudget(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the budget PT0S is not accepted; accepted: more than nothing");
  }

  @Example
  void withABudgetTheAnswerIsTheSame() {
    VmmAdvisor.Builder builder = VmmAdvisor.builder().constraint(PLENTY).constraint(NO_DOCKER_VMM);
    String endless = VmmJson.write(builder.build().recommend(MAC));

    assertThat(
            VmmJson.write(builder.constraintBudget(Duration.ofMinutes(1)).build().recommend(MAC)))
        .isEqualTo(endless);
  }

  @Example
  void aCodeThatIsThereTwiceIsAnErrorThatNamesBoth() {
    Constraint again = new Warning();
    assertThatThrownBy(() -> with(new Warning(), again))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the code our-warning is that of")
        .hasMessageContaining(Warning.class.getName());
    Constraint taken =
        Constraint.of(
            "docker-vmm-memory-minimum",
            Set.of(Vmm.DOCKER_VMM),
            Set.of(),
            (host, vmm) -> Verdict.satisfied());
    assertThatThrownBy(() -> with(taken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("docker-vmm-memory-minimum")
        .hasMessageContaining("a rule of the catalog docker-desktop-mac");
  }

  @Example
  void whatItSaysOfItselfIsChecked() {
    assertThatThrownBy(
            () ->
                with(
                    Constraint.of(
                        "No Beta", Set.of(Vmm.QEMU), Set.of(), (h, v) -> Verdict.satisfied())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No Beta is not accepted; accepted: a lower-case, hyphenated word");
    assertThatThrownBy(
            () -> with(Constraint.of("none", Set.of(), Set.of(), (h, v) -> Verdict.satisfied())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one VMM");
  }
}
