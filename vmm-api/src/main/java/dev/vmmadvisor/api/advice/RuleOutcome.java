package dev.vmmadvisor.api.advice;

import dev.vmmadvisor.api.Vmm;
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
 * How a rule turned out for a candidate, without the parameters of a host: the same for every host
 * for which it turns out so. Each part is described where it is met, in {@link Finding}.
 */
@Value.Immutable
public abstract class RuleOutcome {

  // Not for extension: new attributes must not break anyone.
  RuleOutcome() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the stable code of the rule} */
  public abstract String code();

  /** {@return the kind of the rule} */
  public abstract RuleKind kind();

  /** {@return the candidate it is about} */
  public abstract Vmm vmm();

  /** {@return how the rule turned out} */
  public abstract Outcome outcome();

  /** {@return how much it matters, as in {@link Finding#severity()}} */
  public abstract Severity severity();

  /** {@return the criteria that a violation counts for, as in {@link Finding#countsFor()}} */
  public abstract List<Criterion> countsFor();

  /** {@return what would help, in order of preference; empty unless the rule is violated} */
  public abstract List<Remedy> remedies();

  /**
   * {@return makes of the {@link #remedies()} those that are offered to a host, as in {@link
   * Finding#remedies()}; of the same host always the same}
   */
  @Value.Auxiliary
  @Value.Default
  public BiFunction<List<Remedy>, Host, List<Remedy>> offered() {
    return (remedies, host) -> remedies;
  }

  /** {@return the ids of the sources of the rule in the catalog} */
  public abstract List<String> sources();

  /**
   * {@return the public addresses of those sources that have one, in their order, each once; empty
   * where the rule is satisfied or not applicable}
   */
  public abstract List<String> urls();

  /** {@return the facts that the rule reads, in the order of {@link Fact}} */
  public abstract List<Fact> facts();

  /** {@return the waiver of the rule, or empty} */
  public abstract Optional<Waiver> waiver();

  /**
   * {@return makes the {@linkplain Finding#parameters() parameters} of a host, which nobody changes
   * any more; of the same host always the same}
   */
  @Value.Auxiliary
  public abstract Function<Host, Map<String, Object>> parametersOf();

  /** {@return puts it into words} */
  @Value.Auxiliary
  abstract AnswerRenderer wording();

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableRuleOutcome.Builder {
    Builder() {}
  }
}
