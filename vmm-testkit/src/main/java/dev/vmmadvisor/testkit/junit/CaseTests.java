package dev.vmmadvisor.testkit.junit;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.testkit.cases.Case;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Turns cases into JUnit 5 dynamic tests. Stateless and thread-safe.
 *
 * {@snippet :
 * class AdviceCasesTest {
 *   @TestFactory
 *   Stream<DynamicTest> cases() throws IOException {
 *     return CaseTests.of(Cases.read(Path.of("src", "test", "cases.json")), advisor);
 *   }
 * }
 * }
 */
public final class CaseTests {

  private CaseTests() {}

  /**
   * {@return a test with the name of the case for each case, for a {@code @TestFactory} method}
   *
   * @param cases the cases
   * @param advisor the advisor under test
   */
  public static Stream<DynamicTest> of(List<Case> cases, Advisor advisor) {
    Objects.requireNonNull(cases, "cases");
    Objects.requireNonNull(advisor, "advisor");
    return cases.stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> each.check(advisor)));
  }
}
