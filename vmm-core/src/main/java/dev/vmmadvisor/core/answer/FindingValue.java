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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finding that computes its parameters and remedies on first access. */
public final class FindingValue implements Finding {

  private final RuleOutcome ruleOutcome;
  private final Host host;
  private volatile @Nullable Map<String, Object> parameters;
  private volatile @Nullable List<Remedy> remedies;

  private FindingValue(RuleOutcome ruleOutcome, Host host) {
    this.ruleOutcome = ruleOutcome;
    this.host = host;
  }

  /**
   * {@return a finding}
   *
   * @param ruleOutcome the part of the finding that hosts share
   * @param host the host
   */
  public static FindingValue of(RuleOutcome ruleOutcome, Host host) {
    Objects.requireNonNull(ruleOutcome, "ruleOutcome");
    Objects.requireNonNull(host, "host");
    return new FindingValue(ruleOutcome, host);
  }

  /** {@return the part of the finding that does not depend on parameters of the host} */
  public RuleOutcome ruleOutcome() {
    return ruleOutcome;
  }

  @Override
  public String code() {
    return ruleOutcome.code();
  }

  @Override
  public RuleKind kind() {
    return ruleOutcome.kind();
  }

  @Override
  public Vmm vmm() {
    return ruleOutcome.vmm();
  }

  @Override
  public Outcome outcome() {
    return ruleOutcome.outcome();
  }

  @Override
  public Severity severity() {
    return ruleOutcome.severity();
  }

  @Override
  public List<Criterion> countsFor() {
    return ruleOutcome.countsFor();
  }

  @Override
  public Map<String, Object> parameters() {
    Map<String, Object> cached = parameters;
    if (cached == null) {
      cached = ruleOutcome.parametersOf().apply(host);
      parameters = cached;
    }
    return cached;
  }

  @Override
  public List<Remedy> remedies() {
    List<Remedy> cached = remedies;
    if (cached == null) {
      List<Remedy> all = ruleOutcome.remedies();
      cached = all.isEmpty() ? all : ruleOutcome.offered().apply(all, host);
      remedies = cached;
    }
    return cached;
  }

  /**
   * {@return a finding with other remedies}
   *
   * @param finding the finding, made by this class
   * @param remedies the remedies, in order of preference
   */
  public static Finding withRemedies(Finding finding, List<Remedy> remedies) {
    FindingValue value = (FindingValue) finding;
    return of(
        RuleOutcome.builder()
            .from(value.ruleOutcome)
            .remedies(remedies)
            .offered((given, any) -> given)
            .build(),
        value.host);
  }

  @Override
  public List<String> sources() {
    return ruleOutcome.sources();
  }

  @Override
  public List<String> urls() {
    return ruleOutcome.urls();
  }

  @Override
  public List<Fact> facts() {
    return ruleOutcome.facts();
  }

  @Override
  public Optional<Waiver> waiver() {
    return ruleOutcome.waiver();
  }

  @Override
  public String message() {
    return ruleOutcome.renderer().message(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof FindingValue finding
            && ruleOutcome.equals(finding.ruleOutcome)
            && parameters().equals(finding.parameters())
            && remedies().equals(finding.remedies()));
  }

  @Override
  public int hashCode() {
    return 31 * ruleOutcome.hashCode() + parameters().hashCode();
  }

  @Override
  public String toString() {
    return code() + " for " + vmm() + ": " + outcome();
  }
}
