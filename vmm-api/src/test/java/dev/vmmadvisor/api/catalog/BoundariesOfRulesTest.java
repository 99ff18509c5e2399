package dev.vmmadvisor.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BoundariesOfRulesTest {

  private static Catalog catalog(Rule... rules) {
    return Catalog.builder()
        .id("sample")
        .version("1")
        .asOf(LocalDate.of(2026, 9, 21))
        .oldestRelease(Version.parse("4.0.0"))
        .newestRelease(Version.parse("4.92.0"))
        .addRules(rules)
        .build();
  }

  private static Rule constraint(int when, int requires) {
    return ConstraintRule.builder()
        .code("constraint")
        .addVmms(Vmm.QEMU)
        .when(new Condition.AtLeast(Fact.CPUS, when))
        .requires(new Condition.AtLeast(Fact.VM_MEMORY, requires))
        .severity(Severity.BLOCKER)
        .text("A constraint.")
        .confidence(Confidence.HIGH)
        .addSources("s:1")
        .build();
  }

  @Test
  void whatAConstraintIsAboutAndWhatItRequiresBothCount() {
    Boundaries boundaries = catalog(constraint(4, 4096)).boundaries();

    assertThat(boundaries.values(Fact.CPUS)).containsExactly(4);
    assertThat(boundaries.values(Fact.VM_MEMORY)).containsExactly(4096);
  }

  @Test
  void theTriggerOfAKnownIssueCounts() {
    Rule issue =
        KnownIssue.builder()
            .code("issue")
            .addVmms(Vmm.QEMU)
            .trigger(new Condition.AtLeast(Fact.MEMORY, 8192))
            .severity(Severity.SERIOUS)
            .text("An issue.")
            .confidence(Confidence.HIGH)
            .addSources("s:1")
            .build();

    assertThat(catalog(issue).boundaries().values(Fact.MEMORY)).containsExactly(8192);
  }

  @Test
  void boundariesAreEqualWhereTheirValuesAre() {
    assertThat(catalog(constraint(4, 4096)).boundaries())
        .isEqualTo(catalog(constraint(4, 4096)).boundaries())
        .hasSameHashCodeAs(catalog(constraint(4, 4096)).boundaries())
        .isNotEqualTo(catalog(constraint(4, 4097)).boundaries());
  }
}
