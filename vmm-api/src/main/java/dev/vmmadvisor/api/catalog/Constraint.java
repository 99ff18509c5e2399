package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A condition that VMMs put on a host, in code. Where a condition can be written as data, a rule in
 * a layer does the same and can be analysed.
 *
 * <p>{@link #evaluate} reads only the facts of the host that it declares. The same host gives the
 * same verdict. A fact that is not known leads to {@link Verdict#unknown()} unless the known ones
 * settle it, and a settled verdict stays the same when more becomes known. A constraint that
 * depends on something outside of the host, such as a list of approved versions, may return {@link
 * Verdict#unknown()} although every declared fact is known: then the answer depends on it, and no
 * fact is asked for. {@code evaluate} can be called from any number of threads. An answer calls it
 * once for a host and a VMM; whether it is deterministic is checked by the testkit, not here.
 *
 * <p>A constraint <b>fails</b> if it throws, returns null, exceeds its time limit, reads a fact
 * that it does not declare, or names a remedy that cannot be applied. The finding then has the
 * outcome {@code error}. Failures fail closed: a constraint with the severity {@link
 * Severity#BLOCKER} makes its VMM undetermined, never eligible (ineligible if another hard rule is
 * violated), and the answer is not certain, whichever VMM it failed for. A constraint with another
 * severity, or one that is waived, decides nothing. Every failure is a notice with the code {@code
 * constraint-failed}, a line on every page, and in {@code Recommendation.errors()}; {@code
 * validate} reports it as a warning. The findings of other rules stay as they are.
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

  /** {@return the VMMs it is about; all of them if nothing else is said} */
  default Set<Vmm> vmms() {
    return EnumSet.allOf(Vmm.class);
  }

  /** {@return the facts it reads} */
  Set<Fact> facts();

  /**
   * {@return how much a violation matters: {@link Severity#BLOCKER}, which is meant if nothing else
   * is said, makes a VMM ineligible; anything else is shown and decides nothing}
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
   * {@return a constraint on some VMMs that makes them ineligible where it is violated}
   *
   * @param code its code
   * @param vmms the VMMs it is about
   * @param facts the facts it reads
   * @param evaluation gives the verdict
   */
  static Constraint of(
      String code, Set<Vmm> vmms, Set<Fact> facts, BiFunction<Host, Vmm, Verdict> evaluation) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(vmms, "vmms");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(evaluation, "evaluation");
    Set<Vmm> about = Set.copyOf(vmms);
    Set<Fact> read = Set.copyOf(facts);
    return new Constraint() {
      @Override
      public String code() {
        return code;
      }

      @Override
      public Set<Vmm> vmms() {
        return about;
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
