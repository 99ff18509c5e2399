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
 * What every {@link Constraint} has to keep to: it is pure and deterministic, copes with facts that
 * are unknown, reads only what it declares, and what it has settled stays settled when more becomes
 * known. {@link Clause} has the list.
 *
 * {@snippet :
 * ConstraintContract.check(new TwelveGigabytes());
 * }
 *
 * <p>The constraint is asked about some thousand hosts that are made of the facts it declares: the
 * {@linkplain dev.vmmadvisor.testkit.SampleHosts samples}, every fact alone, every combination of
 * the values at which answers change (pairs of facts where all would be too many), each with less
 * known than before; again, in another order, and from several threads. The hosts are the same each
 * time. A constraint that keeps to the contract for these hosts can still break it for another.
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
   * @throws AssertionError if it does not keep to the contract; the message names all mistakes,
   *     each with a host that shows it
   */
  public static void check(Constraint constraint) {
    Objects.requireNonNull(constraint, "constraint");
    of(constraint).check();
  }

  /**
   * Checks a constraint with hosts of one's own beside those that the contract makes.
   *
   * @param constraint the constraint
   * @param hosts hosts that matter to it
   * @throws AssertionError if it does not keep to the contract; the message names all mistakes,
   *     each with a host that shows it
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
   * {@return the contract for constraints that are made anew, so that one that remembers what it
   * was asked first is found out}
   *
   * @param constraints makes the constraint; each time one that gives the same verdicts
   */
  public static ConstraintContract of(Supplier<? extends Constraint> constraints) {
    Objects.requireNonNull(constraints, "constraints");
    return new ConstraintContract(constraints, List.of(), LIMIT);
  }

  /**
   * {@return this contract with hosts of one's own beside those that it makes}
   *
   * @param hosts hosts that matter to the constraint
   */
  public ConstraintContract alsoWith(Collection<Host> hosts) {
    Objects.requireNonNull(hosts, "hosts");
    List<Host> all = new ArrayList<>(moreHosts);
    all.addAll(hosts);
    return new ConstraintContract(constraints, List.copyOf(all), limit);
  }

  /**
   * {@return this contract with another limit for the time that one evaluation may take; 10 seconds
   * if nothing is said}
   *
   * @param duration the limit, at least a millisecond. What takes longer is noticed before twice as
   *     much has passed
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
   * {@return what is wrong with the constraint, in the order of the clauses, for each the mistake
   * that the smallest host shows; none if it keeps to the contract}
   */
  public List<Mistake> mistakes() {
    return examination().mistakes();
  }

  /**
   * {@return what is odd about the constraint and not wrong, in words: a fact that it declares and
   * never reads, or a verdict {@code unknown} where every declared fact is known}
   */
  public List<String> remarks() {
    return examination().remarks();
  }

  /**
   * Checks the constraint.
   *
   * @throws AssertionError if it does not keep to the contract; the message names all mistakes,
   *     each with a host that shows it
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
