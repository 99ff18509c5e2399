package dev.vmmadvisor.testkit.contract;

import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.host.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Verifies the contract of {@link Constraint}s: a constraint is pure and deterministic, handles
 * unknown facts, reads only declared facts, and its determined verdicts stay the same when more
 * facts become known. {@link Clause} lists the requirements.
 *
 * {@snippet :
 * ConstraintContract.check(new TwelveGigabytes());
 * }
 *
 * <p>The constraint is evaluated for some thousand hosts:
 *
 * <ul>
 *   <li>the {@linkplain dev.vmmadvisor.testkit.SampleHosts samples};
 *   <li>hosts with a single known fact;
 *   <li>combinations of boundary values of the declared facts, limited to pairs of facts if there
 *       are too many;
 *   <li>each of these hosts with one declared fact removed.
 * </ul>
 *
 * <p>The evaluations are repeated, in another order and from several threads. The hosts are the
 * same in each run. The verification is not a proof: a constraint can still violate the contract
 * for other hosts.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class ConstraintContract {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Supplier<? extends Constraint> constraints;
  private final List<Host> moreHosts;
  private final Duration limit;

  private ConstraintContract(
      Supplier<? extends Constraint> constraints, List<Host> moreHosts, Duration limit) {
    this.constraints = constraints;
    this.moreHosts = moreHosts;
    this.limit = limit;
  }

  /**
   * Checks a constraint.
   *
   * @param constraint the constraint
   * @throws AssertionError if it violates the contract; the message lists all violations, each with
   *     a host that shows it
   */
  public static void check(Constraint constraint) {
    Objects.requireNonNull(constraint, "constraint");
    of(constraint).check();
  }

  /**
   * Checks a constraint with additional hosts.
   *
   * @param constraint the constraint
   * @param hosts additional hosts
   * @throws AssertionError if it violates the contract; the message lists all violations, each with
   *     a host that shows it
   */
  public static void check(Constraint constraint, Collection<Host> hosts) {
    Objects.requireNonNull(constraint, "constraint");
    Objects.requireNonNull(hosts, "hosts");
    of(constraint).alsoWith(hosts).check();
  }

  /**
   * {@return the contract for a constraint}
   *
   * @param constraint the constraint
   */
  public static ConstraintContract of(Constraint constraint) {
    Objects.requireNonNull(constraint, "constraint");
    return new ConstraintContract(() -> constraint, List.of(), LIMIT);
  }

  /**
   * {@return the contract for constraints that a supplier creates, so that hidden state is
   * detected}
   *
   * @param constraints creates instances that give the same verdicts
   */
  public static ConstraintContract of(Supplier<? extends Constraint> constraints) {
    Objects.requireNonNull(constraints, "constraints");
    return new ConstraintContract(constraints, List.of(), LIMIT);
  }

  /**
   * {@return this contract with additional hosts}
   *
   * @param hosts the additional hosts
   */
  public ConstraintContract alsoWith(Collection<Host> hosts) {
    Objects.requireNonNull(hosts, "hosts");
    List<Host> all = new ArrayList<>(moreHosts);
    all.addAll(hosts);
    return new ConstraintContract(constraints, List.copyOf(all), limit);
  }

  /**
   * {@return this contract with another time limit for one evaluation; the default is 10 seconds}
   *
   * @param duration the limit, at least one millisecond; it is enforced within twice that time
   * @throws IllegalArgumentException if it is less
   */
  public ConstraintContract within(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    if (duration.toMillis() < 1) {
      throw new IllegalArgumentException(
          "the limit " + duration + " is not accepted; accepted: at least a millisecond");
    }
    return new ConstraintContract(constraints, moreHosts, duration);
  }

  /**
   * {@return the violations, at most one for each clause and in their order, each with a host that
   * is as small as possible; empty if the constraint meets the contract}
   */
  public List<Mistake> mistakes() {
    return examination().mistakes();
  }

  /**
   * {@return remarks on unusual but allowed behaviour, as text: a declared fact that is never read,
   * or a verdict {@code unknown} although every declared fact is known}
   */
  public List<String> remarks() {
    return examination().remarks();
  }

  /**
   * Checks the constraint.
   *
   * @throws AssertionError if it violates the contract; the message lists all violations, each with
   *     a host that shows it
   */
  public void check() {
    Examination examination = examination();
    List<Mistake> mistakes = examination.mistakes();
    if (!mistakes.isEmpty()) {
      throw new AssertionError(
          examination.name()
              + " does not keep to the contract of constraints:"
              + mistakes.stream().map(it -> "\n- " + it).collect(Collectors.joining())
              + examination.remarks().stream()
                  .map(it -> "\n  (" + it + ")")
                  .collect(Collectors.joining()));
    }
  }

  private Examination examination() {
    Examination examination = new Examination(constraints, moreHosts, new Asking(limit));
    examination.run();
    return examination;
  }
}
