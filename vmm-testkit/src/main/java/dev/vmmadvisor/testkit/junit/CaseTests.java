package dev.vmmadvisor.testkit.junit;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.testkit.cases.Case;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Cases as tests of JUnit 5. Safe to share between threads.
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
   * {@return a test for each case, under its name, for a method with {@code @TestFactory}}
   *
   * @param cases the cases
   * @param advisor gives the advice
   */
  public static Stream<DynamicTest> of(List<Case> cases, Advisor advisor) {
    Objects.requireNonNull(cases, "cases");
    Objects.requireNonNull(advisor, "advisor");
    return cases.stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> each.check(advisor)));
  }
}
