package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.SecurityStatus;
import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.jqwik.HostArbitraries;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A report tells what speaks against the VMM in use, each thing once and nothing else. */
class ValidationProperties {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();
  private static final Advisor CHINESE =
      VmmAdvisor.builder().locale(Locale.SIMPLIFIED_CHINESE).build();

  @Provide
  Arbitrary<Host> hosts() {
    return HostArbitraries.hosts();
  }

  @Provide
  Arbitrary<Host> macs() {
    return HostArbitraries.macs()
        .filter(mac -> !mac.macOsVersion().orElseThrow().isMacOsCompatibilityVersion())
        .map(ImpliedFacts::consistent)
        .filter(ImpliedFacts::isConsistent);
  }

  @Provide
  Arbitrary<Set<Fact>> facts() {
    return Arbitraries.of(Fact.class).set();
  }

  @Property(tries = 300)
  void whatSpeaksAgainstTheVmmInUseIsToldOnceAndNothingElse(@ForAll("macs") Host host) {
    ValidationReport report = ADVISOR.validate(host);
    Vmm vmm = host.dockerDesktop().vmm().orElseThrow();
    Candidate candidate = ADVISOR.recommend(host).candidate(vmm);

    assertThat(report.vmm()).contains(vmm);
    assertThat(all(report))
        .containsExactlyInAnyOrderElementsOf(
            candidate.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.VIOLATED || isOpenAndHard(finding))
                .filter(finding -> !isGeneralVulnerability(finding.code()))
                .map(Finding::code)
                .toList());
    // the vulnerabilities that affect every VMM are the security status
    assertThat(report.security().vulnerabilities())
        .filteredOn(SecurityStatus.Entry::certain)
        .extracting(SecurityStatus.Entry::code)
        .containsExactlyElementsOf(
            candidate.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.VIOLATED)
                .filter(finding -> finding.kind() == RuleKind.VULNERABILITY)
                .map(Finding::code)
                .toList());
    assertThat(report.errors())
        .allMatch(
            finding ->
                finding.countsFor().contains(Criterion.ELIGIBILITY)
                    || finding.countsFor().contains(Criterion.SECURITY));
    assertThat(
            report.errors().stream()
                .anyMatch(finding -> finding.countsFor().contains(Criterion.ELIGIBILITY)))
        .isEqualTo(candidate.eligibility() == Eligibility.INELIGIBLE);
  }

  @Property(tries = 300)
  void aFindingIsInTheListOfItsWeight(@ForAll("hosts") Host host) {
    ValidationReport report = ADVISOR.validate(host);

    assertThat(report.errors())
        .allMatch(
            finding ->
                finding.outcome() == Outcome.VIOLATED
                    && (finding.severity() == Severity.BLOCKER
                        || finding.kind() == RuleKind.VULNERABILITY));
    assertThat(report.warnings())
        .allMatch(
            finding ->
                finding.outcome() == Outcome.VIOLATED
                    && (finding.severity() == Severity.WARNING
                        || finding.severity() == Severity.SERIOUS));
    assertThat(report.notes())
        .allMatch(
            finding ->
                finding.severity() == Severity.INFO
                    || isOpenAndHard(finding)
                    || report.onlyWith().containsKey(finding.code()));
    boolean isTooMuch =
        report.notices().stream().anyMatch(it -> it.code().equals("vm-memory-above-physical"));
    assertThat(report.status())
        .isEqualTo(
            !report.errors().isEmpty() || isTooMuch
                ? ValidationReport.Status.ERRORS
                : report.warnings().isEmpty()
                        && !report.security().isVulnerable()
                        && report.security().upgradeTo().isEmpty()
                    ? ValidationReport.Status.CLEAN
                    : ValidationReport.Status.WARNINGS);
  }

  @Property(tries = 300)
  void learningMoreTakesNoErrorAway(@ForAll("macs") Host host, @ForAll("facts") Set<Fact> hidden) {
    ValidationReport before = ADVISOR.validate(HiddenFacts.without(host, hidden));
    ValidationReport after = ADVISOR.validate(host);

    List<String> errors = new ArrayList<>(codes(before.errors()));
    errors.removeAll(before.onlyWith().keySet());
    assertThat(codes(after.errors())).containsAll(errors);
    if (after.errors().isEmpty()) { // otherwise the VMM in use is none of those that could run
      assertThat(codes(after.warnings())).containsAll(codes(before.warnings()));
    }
  }

  @Property(tries = 200)
  void withoutTheVmmEveryVmmThatCouldRunIsChecked(
      @ForAll("macs") Host mac, @ForAll("facts") Set<Fact> hidden) {
    Set<Fact> withVmm = EnumSet.of(Fact.CURRENT_VMM);
    withVmm.addAll(hidden);
    Host host = HiddenFacts.without(mac, withVmm);
    ValidationReport report = ADVISOR.validate(host);

    assertThat(report.vmm()).isEmpty();
    assertThat(report.notices()).extracting(Notice::code).contains("vmm-not-known");
    List<Candidate> candidates = ADVISOR.recommend(host).candidates();
    List<Candidate> possible =
        candidates.stream().filter(it -> it.eligibility() != Eligibility.INELIGIBLE).toList();
    Map<String, Set<Vmm>> violated = new TreeMap<>();
    List<Candidate> checked = possible.isEmpty() ? candidates : possible;
    for (Candidate candidate : checked) {
      for (Finding finding : candidate.findings()) {
        if (finding.outcome() == Outcome.VIOLATED && !isGeneralVulnerability(finding.code())) {
          violated
              .computeIfAbsent(finding.code(), any -> EnumSet.noneOf(Vmm.class))
              .add(candidate.vmm());
        }
      }
    }
    assertThat(all(report)).doesNotHaveDuplicates().containsAll(violated.keySet());
    violated.forEach(
        (code, vmms) ->
            assertThat(report.onlyWith().getOrDefault(code, List.of()))
                .containsExactlyElementsOf(vmms.size() == checked.size() ? Set.of() : vmms));
    assertThat(codes(report.warnings())).noneMatch(report.onlyWith()::containsKey);
    assertThat(
            report.errors().stream()
                .noneMatch(error -> error.countsFor().contains(Criterion.ELIGIBILITY)))
        .isEqualTo(!possible.isEmpty());
    report
        .onlyWith()
        .forEach(
            (code, vmms) ->
                assertThat(report.text().replaceAll("\\s+", " "))
                    .contains("Only with " + vmms.get(0).displayName()));
  }

  @Property(tries = 200)
  void everyLanguageHasTheSameReport(@ForAll("hosts") Host host) throws JsonProcessingException {
    ValidationReport english = ADVISOR.validate(host);
    ValidationReport chinese = CHINESE.validate(host);

    assertThat(Languages.withoutMessages(chinese)).isEqualTo(Languages.withoutMessages(english));
    Languages.assertAlike(english, chinese);
    assertThat(SchemaFile.VALIDATION_REPORT.problems(VmmJson.write(english))).isEmpty();
    assertThat(english.text()).isEqualTo(ADVISOR.validate(host).text());
  }

  private static boolean isOpenAndHard(Finding finding) {
    return finding.outcome() == Outcome.UNKNOWN
        && (finding.countsFor().contains(Criterion.ELIGIBILITY)
            || finding.countsFor().contains(Criterion.SECURITY));
  }

  private static boolean isGeneralVulnerability(String code) {
    return ADVISOR.catalog().rule(code).orElseThrow() instanceof Vulnerability flaw
        && !flaw.dependsOnChoice();
  }

  private static List<String> all(ValidationReport report) {
    List<String> codes = new ArrayList<>();
    Stream.of(report.errors(), report.warnings(), report.notes())
        .forEach(findings -> codes.addAll(codes(findings)));
    return codes;
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }
}
