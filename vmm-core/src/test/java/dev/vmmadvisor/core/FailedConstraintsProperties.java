package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.FleetReport;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.LookAhead;
import dev.vmmadvisor.api.advice.MissingFact;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.core.answer.CandidateValue;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.core.fleet.Fleet;
import dev.vmmadvisor.testkit.HostFacts;
import dev.vmmadvisor.testkit.SampleHosts;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Constraints in code that fail, which fail closed, and those that depend on something else. */
class FailedConstraintsProperties {

  private static final String CODE = "acme-failing";
  private static final Host MAC = SampleHosts.appleSilicon();

  private static final Verdict IMPOSSIBLE =
      Verdict.violated("Little.", new Remedy.RaiseVmMemory(Integer.MAX_VALUE));

  /** A constraint of a severity. */
  private record Ours(
      String code, Set<Vmm> vmms, Severity severity, BiFunction<Host, Vmm, Verdict> evaluation)
      implements Constraint {
    @Override
    public Set<Fact> facts() {
      return Set.of();
    }

    @Override
    public Verdict evaluate(Host host, Vmm vmm) {
      return evaluation.apply(host, vmm);
    }
  }

  private static Constraint failing(
      Set<Vmm> vmms, Severity severity, BiFunction<Host, Vmm, Verdict> failure) {
    return new Ours(CODE, vmms, severity, failure);
  }

  private static Verdict thrown() {
    throw new IllegalStateException("no config");
  }

  private static Advisor advisor(List<Constraint> constraints) {
    return advisor(Catalogs.builtIn(), Locale.ENGLISH, constraints);
  }

  private static Advisor advisor(Catalog catalog, Locale locale, List<Constraint> constraints) {
    VmmAdvisor.Builder builder = VmmAdvisor.builder().catalog(catalog).locale(locale);
    constraints.forEach(builder::constraint);
    return builder.build();
  }

  private static List<Constraint> and(List<Constraint> others, Constraint constraint) {
    List<Constraint> all = new ArrayList<>(others);
    all.add(constraint);
    return all;
  }

  // ---- what is decided

  @Property(tries = 300)
  void aFailedBlockerLeavesNoVmmEligibleAndNoAnswerCertain(
      @ForAll("hosts") Host host,
      @ForAll Goal goal,
      @ForAll("vmms") Set<Vmm> vmms,
      @ForAll("failures") BiFunction<Host, Vmm, Verdict> failure,
      @ForAll("others") List<Constraint> others) {
    Recommendation without = advisor(others).recommend(host, goal);
    Recommendation advice =
        advisor(and(others, failing(vmms, Severity.BLOCKER, failure))).recommend(host, goal);

    for (Candidate candidate : advice.candidates()) {
      Eligibility before = without.candidate(candidate.vmm()).eligibility();
      assertThat(candidate.eligibility())
          .isEqualTo(
              vmms.contains(candidate.vmm()) && before != Eligibility.INELIGIBLE
                  ? Eligibility.UNDETERMINED
                  : before);
      assertThat(candidate.failures()).hasSize(vmms.contains(candidate.vmm()) ? 1 : 0);
      for (Repair repair : candidate.repairs()) {
        assertThat(repair.eligibility() == Eligibility.ELIGIBLE && vmms.contains(candidate.vmm()))
            .isFalse();
      }
    }
    assertThat(advice.certainty())
        .isEqualTo(without.certainty() == Certainty.NONE ? Certainty.NONE : Certainty.DEPENDS);
    assertThat(others(advice)).isEqualTo(others(without));
    assertThat(advice.errors()).extracting(Finding::vmm).containsExactlyElementsOf(sorted(vmms));
    assertThat(advice.errors()).extracting(Finding::code).containsOnly(CODE);
  }

  @Property(tries = 150)
  void noFactIsAskedForThatChangesNothing(
      @ForAll("hosts") Host host,
      @ForAll Goal goal,
      @ForAll("vmms") Set<Vmm> vmms,
      @ForAll("failures") BiFunction<Host, Vmm, Verdict> failure) {
    Recommendation advice =
        advisor(List.of(failing(vmms, Severity.BLOCKER, failure))).recommend(host, goal);

    if (advice.missingFacts().size() == 1) {
      Set<String> answers = new HashSet<>(advice.missingFacts().get(0).outcomes().values());
      answers.add(advice.best().map(Vmm::id).orElse(MissingFact.NONE));
      assertThat(answers)
          .as("a fact that is asked for alone leads to another answer")
          .hasSizeGreaterThan(1);
    }
  }

  @Property(tries = 100)
  void anotherSeverityOrAWaiverDecidesNothing(
      @ForAll("hosts") Host host,
      @ForAll Goal goal,
      @ForAll("vmms") Set<Vmm> vmms,
      @ForAll("failures") BiFunction<Host, Vmm, Verdict> failure,
      @ForAll Severity severity) {
    Catalog catalog =
        severity == Severity.BLOCKER
            ? Catalog.builder()
                .from(Catalogs.builtIn())
                .addWaivers(
                    new Waiver(CODE, "It is being mended.", "Acme", LocalDate.parse("2027-01-01")))
                .build()
            : Catalogs.builtIn();
    Recommendation advice =
        advisor(catalog, Locale.ENGLISH, List.of(failing(vmms, severity, failure)))
            .recommend(host, goal);
    Recommendation without = VmmAdvisor.builder().build().recommend(host, goal);

    assertThat(places(advice)).isEqualTo(places(without));
    assertThat(advice.best()).isEqualTo(without.best());
    assertThat(advice.certainty()).isEqualTo(without.certainty());
    assertThat(advice.missingFacts()).isEqualTo(without.missingFacts());
    assertThat(advice.errors()).hasSize(vmms.size());
    assertThat(failures(advice.notices())).hasSize(1);
    assertThat(failures(advice.notices()).get(0).parameters())
        .containsEntry("reason", "decides-nothing");
    assertThat(advice.text()).contains(CODE);
  }

  /** Every other finding, by VMM. */
  private static Map<Vmm, List<String>> others(Recommendation advice) {
    Map<Vmm, List<String>> findings = new TreeMap<>();
    for (Candidate candidate : advice.candidates()) {
      findings.put(
          candidate.vmm(),
          candidate.findings().stream()
              .filter(finding -> !finding.code().equals(CODE))
              .map(finding -> finding + finding.message())
              .toList());
    }
    return findings;
  }

  private static List<String> places(Recommendation advice) {
    return advice.candidates().stream()
        .map(candidate -> ((CandidateValue) candidate).placement().toString())
        .toList();
  }

  private static List<Vmm> sorted(Set<Vmm> vmms) {
    return List.copyOf(EnumSet.copyOf(vmms));
  }

  @Example
  void aFailureForOneHostIsNoneForTheNext() {
    Constraint sometimes =
        Constraint.of(
            CODE,
            Set.of(Vmm.DOCKER_VMM),
            Set.of(Fact.CPUS),
            (host, vmm) ->
                host.dockerDesktop().cpus().orElseThrow() == 8 ? Verdict.satisfied() : thrown());
    Advisor advisor = advisor(List.of(sometimes));

    for (int cpus : new int[] {8, 4, 8, 4}) {
      Candidate candidate =
          advisor.recommend(HostFacts.with(MAC, Fact.CPUS, cpus)).candidate(Vmm.DOCKER_VMM);
      assertThat(candidate.eligibility())
          .isEqualTo(cpus == 8 ? Eligibility.ELIGIBLE : Eligibility.UNDETERMINED);
    }
  }

  // ---- how it is shown

  private static List<Notice> failures(List<Notice> notices) {
    return notices.stream().filter(notice -> notice.code().equals("constraint-failed")).toList();
  }

  @Property(tries = 60)
  void everyAnswerSaysThatItFailed(
      @ForAll("hosts") Host host,
      @ForAll("vmms") Set<Vmm> vmms,
      @ForAll Severity severity,
      @ForAll("locales") Locale locale) {
    Advisor advisor =
        advisor(
            Catalogs.builtIn(), locale, List.of(failing(vmms, severity, (it, vmm) -> thrown())));
    Recommendation advice = advisor.recommend(host);
    LookAhead ahead = advisor.lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.60.0")));
    FleetReport fleet = Fleet.of(advisor).report(Stream.of(host, MAC));
    ValidationReport report = advisor.validate(host);

    Map<String, Answer> answers = new LinkedHashMap<>();
    answers.put("recommend", advice);
    answers.put("validate", report);
    answers.put("look-ahead", ahead);
    answers.put("timeline", advisor.timeline(host));
    answers.put("diagnose", advisor.diagnose(host, "nothing"));
    answers.put("compare", advice.compare(Vmm.QEMU, Vmm.HYPERKIT));
    answers.put("diff", advice.diff(advisor.recommend(MAC)));
    answers.put("same", advice.diff(advice));
    answers.put("fleet", fleet);
    for (Vmm vmm : Vmm.values()) {
      answers.put("explain " + vmm, advisor.explain(host, vmm));
    }
    answers.forEach(
        (name, answer) -> {
          assertThat(answer.text()).as(name).contains(CODE);
          assertThat(answer.markdown()).as(name).contains(CODE);
        });
    for (List<Notice> notices :
        List.of(
            advice.notices(),
            report.notices(),
            ahead.notices(),
            advisor.timeline(host).notices())) {
      assertThat(failures(notices)).hasSize(1);
      Map<String, Object> parameters = failures(notices).get(0).parameters();
      assertThat(parameters)
          .containsEntry("code", CODE)
          .containsEntry("vmms", sorted(vmms))
          .containsEntry("mistake", "it throws java.lang.IllegalStateException: no config");
    }
    assertThat(fleet.failedConstraints())
        .containsExactly(new FleetReport.FailedConstraint(CODE, 2));
  }

  @Property(tries = 200)
  void nothingThatABlockerWouldDecideIsClaimed(
      @ForAll("hosts") Host host,
      @ForAll Goal goal,
      @ForAll("vmms") Set<Vmm> vmms,
      @ForAll("failures") BiFunction<Host, Vmm, Verdict> failure) {
    Advisor advisor = advisor(List.of(failing(vmms, Severity.BLOCKER, failure)));
    Recommendation advice = advisor.recommend(host, goal);

    for (Vmm vmm : vmms) {
      Plan plan = advice.planTo(vmm);
      assertThat(plan.possible()).as("a plan to " + vmm).isFalse();
      assertThat(plan.steps()).isEmpty();
    }
    if (advice.best().filter(vmms::contains).isPresent()) {
      assertThat(advice.text().replaceAll("\\s+", " "))
          .containsAnyOf(
              "Fix the constraint " + CODE + " first", "the constraint " + CODE + " failed");
    } else if (advice.best().isPresent()) {
      assertThat(advice.text().replaceAll("\\s+", " "))
          .contains("the constraint " + CODE + " failed");
    }
    ValidationReport report = advisor.validate(host);
    Optional<Vmm> inUse = host.dockerDesktop().vmm();
    boolean mayBeInUse =
        inUse.isPresent()
            ? vmms.contains(inUse.get())
            : vmms.stream()
                .anyMatch(vmm -> advice.candidate(vmm).eligibility() != Eligibility.INELIGIBLE);
    if (mayBeInUse) {
      assertThat(report.status()).isNotEqualTo(ValidationReport.Status.CLEAN);
      assertThat(report.warnings()).extracting(Finding::code).contains(CODE);
    }
    LookAhead ahead = advisor.lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.60.0")));
    assertThat(ahead.changes())
        .noneMatch(
            change ->
                change.kind() == LookAhead.Kind.AVAILABLE
                    && change.vmms().stream().anyMatch(vmms::contains));
    FleetReport fleet = Fleet.of(advisor).withGoal(goal).report(Stream.of(host));
    assertThat(fleet.changes()).noneMatch(change -> vmms.contains(change.help().vmm()));
  }

  @Example
  void oneThatFailsOnlyWithTheTargetMakesTheVmmInUseUncertain() {
    Host host = SampleHosts.appleSilicon();
    Vmm inUse = host.dockerDesktop().vmm().orElseThrow();
    Version now = host.dockerDesktop().version().orElseThrow();
    Constraint constraint =
        Constraint.of(
            CODE,
            Set.of(inUse),
            Set.of(Fact.DOCKER_DESKTOP_VERSION),
            (it, vmm) ->
                it.dockerDesktop().version().equals(Optional.of(now))
                    ? Verdict.satisfied()
                    : thrown());
    Advisor advisor = advisor(List.of(constraint));

    LookAhead ahead = advisor.lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.91.0")));

    assertThat(ahead.changes())
        .anySatisfy(
            change -> {
              assertThat(change.kind()).isEqualTo(LookAhead.Kind.UNAVAILABLE);
              assertThat(change.code()).isEqualTo(CODE);
              assertThat(change.certain()).isFalse();
            });
    assertThat(ahead.text()).startsWith("Fix the constraint " + CODE + " first");
    assertThat(advisor.timeline(host).text()).startsWith("Fix the constraint " + CODE + " first");
    assertThat(advisor.recommend(host).certainty()).isEqualTo(Certainty.CERTAIN);
  }

  // ---- what is asked

  @Property(tries = 50)
  void anAnswerEvaluatesAConstraintOnceForAVmm(
      @ForAll("hosts") Host host, @ForAll("vmms") Set<Vmm> vmms, @ForAll boolean limited) {
    AtomicInteger calls = new AtomicInteger();
    Constraint counting =
        Constraint.of(
            CODE,
            vmms,
            Set.of(),
            (it, vmm) -> {
              calls.incrementAndGet();
              return Verdict.satisfied();
            });
    VmmAdvisor.Builder builder = VmmAdvisor.builder().constraint(counting);
    if (limited) {
      builder.constraintBudget(Duration.ofMinutes(1));
    }

    Recommendation advice = builder.build().recommend(host);
    advice.candidates().forEach(Candidate::findings);
    advice.errors();

    assertThat(calls).hasValue(vmms.size());
  }

  // ---- what depends on something else than the host

  @Property(tries = 300)
  void oneThatDependsOnSomethingElseIsUnknownAndNoFactIsAskedForIt(
      @ForAll("hosts") Host host, @ForAll Goal goal, @ForAll Vmm vmm) {
    Recommendation open = always(vmm, Verdict.unknown()).recommend(host, goal);
    Recommendation met = always(vmm, Verdict.satisfied()).recommend(host, goal);
    Recommendation violated = always(vmm, Verdict.violated("No.")).recommend(host, goal);

    assertThat(open.errors()).isEmpty();
    assertThat(open.candidate(vmm).finding(CODE).orElseThrow().outcome())
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(open.candidate(vmm).eligibility())
        .isEqualTo(
            met.candidate(vmm).eligibility() == Eligibility.INELIGIBLE
                ? Eligibility.INELIGIBLE
                : Eligibility.UNDETERMINED);
    boolean settled =
        met.certainty() == Certainty.CERTAIN
            && violated.certainty() == Certainty.CERTAIN
            && met.best().equals(violated.best());
    assertThat(open.certainty() == Certainty.CERTAIN).isEqualTo(settled);
    Set<Fact> asked = EnumSet.noneOf(Fact.class);
    met.missingFacts().forEach(missing -> asked.add(missing.fact()));
    violated.missingFacts().forEach(missing -> asked.add(missing.fact()));
    open.missingFacts().forEach(missing -> assertThat(asked).contains(missing.fact()));
    if (open.certainty() == Certainty.DEPENDS && open.missingFacts().isEmpty()) {
      assertThat(open.text().replaceAll("\\s+", " "))
          .contains(
              "This is not certain: whether the constraint " + CODE + " is met is not known.");
    }
    assertThat(open.text()).doesNotContain("Not known here: .");
  }

  private static Advisor always(Vmm vmm, Verdict verdict) {
    return advisor(List.of(Constraint.of(CODE, Set.of(vmm), Set.of(), (host, of) -> verdict)));
  }

  @Provide
  Arbitrary<Host> hosts() {
    // a constraint in code is not called for a host that is known not to be a Mac
    return HostArbitraries.hosts()
        .filter(host -> host.operatingSystem().filter(it -> !it.equals(Host.MACOS)).isEmpty());
  }

  @Provide
  Arbitrary<Set<Vmm>> vmms() {
    return Arbitraries.of(Vmm.class).set().ofMinSize(1);
  }

  @Provide
  Arbitrary<Locale> locales() {
    return Arbitraries.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
  }

  @Provide
  @SuppressWarnings("NullAway") // on purpose
  Arbitrary<BiFunction<Host, Vmm, Verdict>> failures() {
    return Arbitraries.of(
        (host, vmm) -> thrown(),
        (host, vmm) -> null,
        (host, vmm) -> host.architecture().isPresent() ? Verdict.satisfied() : Verdict.unknown(),
        (host, vmm) -> IMPOSSIBLE);
  }

  @Provide
  Arbitrary<List<Constraint>> others() {
    Constraint banned =
        Constraint.of(
            "acme-banned",
            Set.of(Vmm.DOCKER_VMM),
            Set.of(),
            (host, vmm) -> Verdict.violated("No."));
    Constraint memory =
        Constraint.of(
            "acme-memory",
            Set.of(Vmm.values()),
            Set.of(Fact.VM_MEMORY),
            (host, vmm) ->
                host.dockerDesktop()
                    .memoryMiB()
                    .map(
                        mib ->
                            mib >= 6144
                                ? Verdict.satisfied()
                                : Verdict.violated("Little.", new Remedy.RaiseVmMemory(6144)))
                    .orElse(Verdict.unknown()));
    Constraint outside =
        Constraint.of(
            "acme-outside",
            Set.of(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK),
            Set.of(),
            (host, vmm) -> Verdict.unknown());
    return Arbitraries.of(banned, memory, outside).set().map(List::copyOf);
  }
}
