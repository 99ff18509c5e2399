package dev.vmmadvisor.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.testkit.cases.Case;
import dev.vmmadvisor.testkit.cases.Cases;
import dev.vmmadvisor.testkit.junit.CaseTests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CasesRunTest {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();

  private static final String MAC =
      """
      {"architecture": "arm64", "macOsVersion": "15.2",
       "dockerDesktop": {"version": "4.44.0", "memoryMiB": 8192},
       "workload": {"imageArchitectures": ["arm64"]}}\
      """;

  private static List<Case> cases(String expected) throws IOException {
    String json =
        """
        {"cases": [
          {"name": "a Mac", "host": %s, "expected": %s},
          {"name": "Windows", "host": {"operatingSystem": "windows"}, "expected": {"best": "none"}}
        ]}
        """
            .formatted(MAC, expected);
    return Cases.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static final String RIGHT =
      """
      {"best": "apple-virtualization-framework", "certainty": "depends",
       "missingFacts": ["workload.databases"],
       "findings": {
         "docker-vmm": {"docker-vmm-memory-minimum": "satisfied"},
         "qemu": {"docker-vmm-memory-minimum": "absent"}},
       "notViolated": {"docker-vmm": ["docker-vmm-memory-minimum", "no-such-rule"]}}\
      """;

  @TestFactory
  Stream<DynamicTest> casesAreTestsUnderTheirNames() throws IOException {
    return CaseTests.of(cases(RIGHT), ADVISOR);
  }

  @Test
  void casesThatAreAsExpectedPass() throws IOException {
    List<Case> cases = cases(RIGHT);

    Cases.check(cases, ADVISOR);
    assertThat(cases.get(0).differences(ADVISOR)).isEmpty();
    assertThat(CaseTests.of(cases, ADVISOR))
        .extracting(DynamicTest::getDisplayName)
        .containsExactly("a Mac", "Windows");
  }

  @Test
  void everyDifferenceIsListed() throws IOException {
    List<Case> cases =
        cases(
            """
            {"best": "none", "certainty": "certain", "missingFacts": ["chip"],
             "findings": {
               "docker-vmm": {"docker-vmm-memory-minimum": "violated", "no-such-rule": "satisfied"}},
             "notViolated": {"qemu": ["%s"]}}\
            """
                .formatted(violated()));

    assertThatThrownBy(() -> cases.get(0).check(ADVISOR))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            a Mac:
            - best: expected none, is apple-virtualization-framework
            - certainty: expected certain, is depends
            - missingFacts: expected [chip], is [workload.databases]
            - findings, docker-vmm, docker-vmm-memory-minimum: expected violated, is satisfied
            - findings, docker-vmm, no-such-rule: expected satisfied, is absent
            - notViolated, qemu, %s: is violated
            The advice:
            %s\
            """
                .formatted(violated(), ADVISOR.recommend(cases.get(0).host()).text()));
    assertThatThrownBy(() -> Cases.check(cases, ADVISOR))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("1 of 2 cases are not as expected:\na Mac:\n- best: ");
    assertThatThrownBy(
            () -> CaseTests.of(cases, ADVISOR).findFirst().orElseThrow().getExecutable().execute())
        .isInstanceOf(AssertionError.class);
  }

  /** A rule that keeps QEMU from running on the Mac of the cases. */
  private static String violated() throws IOException {
    return ADVISOR.recommend(cases("{\"best\": \"none\"}").get(0).host()).candidates().stream()
        .flatMap(candidate -> candidate.findings().stream())
        .filter(finding -> finding.vmm() == Vmm.QEMU)
        .filter(finding -> finding.outcome() == Outcome.VIOLATED)
        .findFirst()
        .orElseThrow()
        .code();
  }
}
