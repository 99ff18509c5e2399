package dev.vmmadvisor.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Cost;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Repair;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandidateValueTest {

  private static final Placement PLACE = place(Vmm.QEMU);
  private static final Finding FINDING = finding("a-rule");
  private static final RepairResult IMPROVEMENT =
      new RepairResult(
          List.of(
              new Repair(
                  List.of(), Eligibility.ELIGIBLE, true, Cost.SETTING, List.of(), List.of(), "")),
          List.of());

  private final List<String> asked = new ArrayList<>();
  private final Candidate candidate = candidate(PLACE, FINDING);

  @Test
  void whatNobodyAsksForIsNotFoundOut() {
    assertThat(candidate.vmm()).isEqualTo(Vmm.QEMU);
    assertThat(asked).isEmpty();
  }

  @Test
  void whatSomebodyAsksForIsFoundOutOnce() {
    assertThat(candidate.findings()).containsExactly(FINDING);
    assertThat(candidate.findings()).isSameAs(candidate.findings());
    assertThat(candidate.finding("a-rule")).containsSame(FINDING);
    assertThat(candidate.finding("another")).isEmpty();
    assertThat(candidate.repairs()).isEqualTo(IMPROVEMENT.repairs());
    assertThat(candidate.obstacles()).isEmpty();
    assertThat(asked).containsExactly("findings of qemu", "improvement of qemu");
  }

  @Test
  void twoAreEqualIfTheyStandTheSameAndTheSameIsFound() {
    assertThat(candidate)
        .isEqualTo(candidate(place(Vmm.QEMU), finding("a-rule")))
        .hasSameHashCodeAs(candidate(place(Vmm.QEMU), finding("a-rule")))
        .isNotEqualTo(candidate(place(Vmm.HYPERKIT), FINDING))
        .isNotEqualTo(candidate(PLACE, finding("another")))
        .isNotEqualTo(PLACE);
    assertThat(candidate.hashCode()).isNotEqualTo(candidate(PLACE, finding("another")).hashCode());
  }

  @Test
  void itIsPrintedOnOneLine() {
    assertThat(candidate).asString().isEqualTo("qemu: rank 1, eligible");
  }

  private Candidate candidate(Placement place, Finding finding) {
    return CandidateValue.of(
        place,
        new CandidateLoader() {
          @Override
          public List<Finding> findings(Placement of) {
            asked.add("findings of " + of.vmm());
            return List.of(finding);
          }

          @Override
          public RepairResult improvement(Vmm vmm) {
            asked.add("improvement of " + vmm);
            return IMPROVEMENT;
          }
        });
  }

  private static Placement place(Vmm vmm) {
    return Placement.builder()
        .vmm(vmm)
        .rank(1)
        .eligibility(Eligibility.ELIGIBLE)
        .decidedBy(Criterion.ORDER)
        .comparedWithBest(Criterion.ORDER)
        .build();
  }

  private static Finding finding(String code) {
    return FindingValue.of(
        RuleOutcome.builder()
            .code(code)
            .kind(RuleKind.CONSTRAINT)
            .vmm(Vmm.QEMU)
            .outcome(Outcome.SATISFIED)
            .severity(Severity.INFO)
            .waiver(Optional.empty())
            .parametersOf(host -> Map.of())
            .renderer(new CodeAsMessage())
            .build(),
        Host.builder().build());
  }

  /** Says of a finding nothing but its code. */
  private static final class CodeAsMessage implements AnswerRenderer {
    @Override
    public String headline(Answer answer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String message(Finding finding) {
      return finding.code();
    }

    @Override
    public String message(Notice notice) {
      return notice.code();
    }

    @Override
    public String text(Answer answer) {
      throw new AssertionError("nothing here asks for it");
    }

    @Override
    public String markdown(Answer answer) {
      throw new AssertionError("nothing here asks for it");
    }

    @Override
    public String why(Recommendation recommendation) {
      throw new AssertionError("nothing here asks for it");
    }

    @Override
    public String whyNot(Recommendation recommendation, Vmm vmm) {
      throw new AssertionError("nothing here asks for it");
    }
  }
}
