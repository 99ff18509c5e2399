package dev.vmmadvisor.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.testkit.contract.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConstraintContractTestTest {

  private static Constraint onMemory(int unknown) {
    return Constraint.of(
        "ours",
        Set.of(Vmm.DOCKER_VMM),
        Set.of(Fact.MEMORY),
        (host, vmm) ->
            host.memoryMiB().isEmpty() && unknown == 0
                ? Verdict.unknown()
                : host.memoryMiB().orElse(unknown) >= 8192
                    ? Verdict.satisfied()
                    : Verdict.violated("Too little."));
  }

  /** As users write it. */
  @Nested
  class AGoodOne extends ConstraintContractTest {
    @Override
    protected Constraint constraint() {
      return onMemory(0);
    }
  }

  @Test
  void eachClauseIsATestAndTheOneThatIsBrokenFails() {
    ConstraintContractTest wrong =
        new ConstraintContractTest() {
          @Override
          protected Constraint constraint() {
            return onMemory(1);
          }

          @Override
          protected List<Host> hosts() {
            return List.of(Host.builder().memoryMiB(9000).build());
          }
        };
    List<DynamicTest> tests = wrong.keepsToTheContract().toList();

    assertThat(tests).hasSize(Clause.values().length);
    List<String> failed = new ArrayList<>();
    for (DynamicTest test : tests) {
      try {
        test.getExecutable().execute();
      } catch (Throwable e) {
        failed.add(test.getDisplayName());
        assertThat(Objects.requireNonNull(e.getMessage()))
            .contains("violated, then satisfied")
            .contains("{\"memoryMiB\":9000}");
      }
    }
    assertThat(failed).containsExactly(Clause.STAYS_WHEN_MORE_IS_KNOWN.text());
  }
}
