package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Waiver;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * The outcome of a rule for a candidate, without the parameters of a host. It is shared by all
 * hosts with the same outcome. See the methods of {@link Finding} with the same names.
 */
@Value.Immutable
public abstract class RuleOutcome {

  // Package-private: subclasses would break when attributes are added.
  RuleOutcome() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the stable code of the rule} */
  public abstract String code();

  /** {@return the kind of the rule} */
  public abstract RuleKind kind();

  /** {@return the VMM of the candidate} */
  public abstract Vmm vmm();

  /** {@return the outcome of the rule} */
  public abstract Outcome outcome();

  /** {@return the severity, as in {@link Finding#severity()}} */
  public abstract Severity severity();

  /** {@return the criteria that a violation counts for, as in {@link Finding#countsFor()}} */
  public abstract List<Criterion> countsFor();

  /** {@return the remedies, in order of preference; empty unless the rule is violated} */
  public abstract List<Remedy> remedies();

  /**
   * {@return a deterministic function that selects those {@link #remedies()} that are offered for a
   * host, as in {@link Finding#remedies()}}
   */
  @Value.Auxiliary
  @Value.Default
  public BiFunction<List<Remedy>, Host, List<Remedy>> offered() {
    return (remedies, host) -> remedies;
  }

  /** {@return the ids of the sources of the rule in the catalog} */
  public abstract List<String> sources();

  /**
   * {@return the distinct public URLs of those sources, in their order; empty if the rule is
   * satisfied or not applicable}
   */
  public abstract List<String> urls();

  /** {@return the facts that the rule reads, in the order of {@link Fact}} */
  public abstract List<Fact> facts();

  /** {@return the waiver of the rule, or empty} */
  public abstract Optional<Waiver> waiver();

  /**
   * {@return a deterministic function that computes the immutable {@linkplain Finding#parameters()
   * parameters} for a host}
   */
  @Value.Auxiliary
  public abstract Function<Host, Map<String, Object>> parametersOf();

  /** {@return the renderer of the message} */
  @Value.Auxiliary
  abstract AnswerRenderer renderer();

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableRuleOutcome.Builder {
    Builder() {}
  }
}
