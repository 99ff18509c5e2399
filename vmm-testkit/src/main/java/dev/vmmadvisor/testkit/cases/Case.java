package dev.vmmadvisor.testkit.cases;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Objects;

/**
 * A host with expectations about its recommendation. Immutable and safe to share between threads.
 *
 * @see Cases
 */
public final class Case {

  private final String name;
  private final Host host;
  private final Goal goal;
  private final List<Expectation> expected;

  Case(String name, Host host, Goal goal, List<Expectation> expected) {
    this.name = name;
    this.host = host;
    this.goal = goal;
    this.expected = List.copyOf(expected);
  }

  /** {@return its name, unique in its document} */
  public String name() {
    return name;
  }

  /** {@return the host} */
  public Host host() {
    return host;
  }

  /** {@return the goal; {@link Goal#BALANCED} if the document names none} */
  public Goal goal() {
    return goal;
  }

  /**
   * {@return the differences between the expectations and the recommendation, each as an English
   * sentence without a full stop; empty if there are none}
   *
   * @param advisor the advisor under test
   */
  public List<String> differences(Advisor advisor) {
    Objects.requireNonNull(advisor, "advisor");
    return differences(advisor.recommend(host, goal));
  }

  /**
   * Checks that the recommendation meets all expectations.
   *
   * @param advisor the advisor under test
   * @throws AssertionError if it does not; the message has all differences and the text of the
   *     recommendation
   */
  public void check(Advisor advisor) {
    Objects.requireNonNull(advisor, "advisor");
    Recommendation advice = advisor.recommend(host, goal);
    List<String> differences = differences(advice);
    if (!differences.isEmpty()) {
      throw new AssertionError(
          name + ":\n- " + String.join("\n- ", differences) + "\nThe advice:\n" + advice.text());
    }
  }

  private List<String> differences(Recommendation advice) {
    return expected.stream().flatMap(each -> each.differences(advice).stream()).toList();
  }

  /** {@return the {@link #name()}} */
  @Override
  public String toString() {
    return name;
  }
}
