package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A custom requirement on a host, written in code. Prefer a rule in a {@link Layer} if the
 * requirement can be expressed as a {@link Condition}: the library can analyse data, but not code.
 *
 * <p>{@link #evaluate} reads only the facts that {@link #facts()} declares. The same host always
 * gives the same verdict. If a fact is unknown, the verdict is {@link Verdict#unknown()} unless the
 * known facts determine it. A determined verdict stays the same when more facts become known.
 *
 * <p>A constraint can also depend on something outside the host, such as a list of approved
 * versions. It may then return {@link Verdict#unknown()} although every declared fact is known. In
 * that case the answer depends on the constraint, and no fact is reported as missing.
 *
 * <p>{@code evaluate} is called from several threads at the same time. An answer calls it once for
 * each host and VMM. The testkit checks whether it is deterministic; the advisor does not.
 *
 * <p>A constraint <b>fails</b> if it throws, returns null, exceeds its time limit, reads a fact
 * that it does not declare, or names a remedy that cannot be applied. The finding then has the
 * outcome {@code error}. Failures fail closed: a constraint with the severity {@link
 * Severity#BLOCKER} makes its VMM undetermined, never eligible (ineligible if another hard rule is
 * violated). The answer is then not certain, whichever VMM it failed for. A constraint with another
 * severity, or a waived one, does not affect the ranking. Every failure is a notice with the code
 * {@code constraint-failed}, a line on every page, and an element of {@code
 * Recommendation.errors()}; {@code validate} reports it as a warning. The findings of other rules
 * are not affected.
 *
 * <p>The other methods are called once, when the constraint is registered.
 *
 * {@snippet :
 * Constraint twelveGigabytes = Constraint.of(
 *     "docker-vmm-twelve-gigabytes", Set.of(Vmm.DOCKER_VMM), Set.of(Fact.VM_MEMORY), (host, vmm) ->
 *         host.dockerDesktop().memoryMiB()
 *             .map(mib -> mib >= 12288
 *                 ? Verdict.satisfied()
 *                 : Verdict.violated("Our builds need 12 GB.", new Remedy.RaiseVmMemory(12288)))
 *             .orElse(Verdict.unknown()));
 * Advisor advisor = VmmAdvisor.builder().constraint(twelveGigabytes).build();
 * }
 *
 * {@snippet :
 * public final class NoRosetta implements Constraint {
 *   @Override
 *   public String code() {
 *     return "acme-no-rosetta";
 *   }
 *
 *   @Override
 *   public Set<Fact> facts() {
 *     return Set.of(Fact.ROSETTA_ENABLED);
 *   }
 *
 *   @Override
 *   public Severity severity() {
 *     return Severity.WARNING;
 *   }
 *
 *   @Override
 *   public Verdict evaluate(Host host, Vmm vmm) {
 *     return host.dockerDesktop().rosettaEnabled()
 *         .map(on -> on ? Verdict.violated("We build for arm64.") : Verdict.satisfied())
 *         .orElse(Verdict.unknown());
 *   }
 * }
 * }
 */
public interface Constraint {

  /**
   * {@return the stable, lower-case, hyphenated code; no other constraint and no rule of the
   * catalog may have it}
   */
  String code();

  /** {@return the VMMs it applies to; all of them by default} */
  default Set<Vmm> vmms() {
    return EnumSet.allOf(Vmm.class);
  }

  /** {@return the facts it reads} */
  Set<Fact> facts();

  /**
   * {@return the severity of a violation; {@link Severity#BLOCKER}, the default, makes a VMM
   * ineligible, any other severity is shown and does not affect the ranking}
   */
  default Severity severity() {
    return Severity.BLOCKER;
  }

  /**
   * {@return the verdict}
   *
   * @param host the host
   * @param vmm one of {@link #vmms()}
   */
  Verdict evaluate(Host host, Vmm vmm);

  /**
   * {@return a constraint that makes VMMs ineligible if it is violated}
   *
   * @param code its code
   * @param vmms the VMMs it applies to
   * @param facts the facts it reads
   * @param evaluation computes the verdict, see {@link #evaluate}
   */
  static Constraint of(
      String code, Set<Vmm> vmms, Set<Fact> facts, BiFunction<Host, Vmm, Verdict> evaluation) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(vmms, "vmms");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(evaluation, "evaluation");
    Set<Vmm> scope = Set.copyOf(vmms);
    Set<Fact> read = Set.copyOf(facts);
    return new Constraint() {
      @Override
      public String code() {
        return code;
      }

      @Override
      public Set<Vmm> vmms() {
        return scope;
      }

      @Override
      public Set<Fact> facts() {
        return read;
      }

      @Override
      public Verdict evaluate(Host host, Vmm vmm) {
        return evaluation.apply(host, vmm);
      }

      @Override
      public String toString() {
        return code;
      }
    };
  }
}
