package dev.vmmadvisor.testkit.junit;

import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.testkit.contract.Clause;
import dev.vmmadvisor.testkit.contract.ConstraintContract;
import dev.vmmadvisor.testkit.contract.Mistake;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A JUnit 5 base class that verifies the {@link ConstraintContract}, with one test for each {@link
 * Clause}.
 *
 * {@snippet :
 * class TwelveGigabytesContractTest extends ConstraintContractTest {
 *   @Override
 *   protected Constraint constraint() {
 *     return new TwelveGigabytes();
 *   }
 * }
 * }
 */
public abstract class ConstraintContractTest {

  /** For subclasses. */
  protected ConstraintContractTest() {}

  /**
   * {@return the constraint under test; return a new instance each time, so that hidden state is
   * detected}
   */
  protected abstract Constraint constraint();

  /** {@return hosts to test in addition to those of the contract; none by default} */
  protected List<Host> hosts() {
    return List.of();
  }

  /** {@return a test for each clause of the contract} */
  @TestFactory
  public Stream<DynamicTest> keepsToTheContract() {
    List<Mistake> mistakes = ConstraintContract.of(this::constraint).alsoWith(hosts()).mistakes();
    return Arrays.stream(Clause.values())
        .map(clause -> DynamicTest.dynamicTest(clause.text(), () -> check(clause, mistakes)));
  }

  private static void check(Clause clause, List<Mistake> mistakes) {
    for (Mistake mistake : mistakes) {
      if (mistake.clause() == clause) {
        throw new AssertionError(mistake.toString());
      }
    }
  }
}
