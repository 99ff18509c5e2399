package dev.vmmadvisor.core.answer;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Comparison;
import dev.vmmadvisor.api.advice.CurrentVmm;
import dev.vmmadvisor.api.advice.Difference;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.SecurityStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A recommendation that computes its candidates, and what follows from it, on first access.
 * Immutable and safe to share between threads.
 */
@Value.Immutable
public abstract class RecommendationValue extends RenderedAnswer implements Recommendation {

  RecommendationValue() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the candidates, computed on first access} */
  abstract Lazy<List<Candidate>> lazyCandidates();

  /** {@return computes what follows from this recommendation} */
  @Value.Auxiliary
  abstract FollowUps followUps();

  @Override
  public List<Candidate> candidates() {
    return lazyCandidates().get();
  }

  @Override
  @Value.Lazy
  public Optional<CurrentVmm> current() {
    return host().dockerDesktop().vmm().map(vmm -> new CurrentVmm(vmm, candidate(vmm).violated()));
  }

  @Override
  @Value.Lazy
  public SecurityStatus security() {
    return followUps().security(this);
  }

  @Override
  @Value.Lazy
  public Plan plan() {
    return followUps().plan(this);
  }

  @Override
  public Plan planTo(Vmm vmm) {
    Objects.requireNonNull(vmm, "vmm");
    return followUps().plan(this, vmm);
  }

  @Override
  public Comparison compare(Vmm from, Vmm to) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    return followUps().compare(this, from, to);
  }

  @Override
  public Difference diff(Recommendation after) {
    Objects.requireNonNull(after, "after");
    if (!(after instanceof RecommendationValue value)) {
      throw new IllegalArgumentException("after: not a recommendation of this library");
    }
    return followUps().diff(this, after, value.followUps());
  }

  @Override
  public String why() {
    return renderer().why(this);
  }

  @Override
  public String whyNot(Vmm vmm) {
    Objects.requireNonNull(vmm, "vmm");
    return renderer().whyNot(this, vmm);
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableRecommendationValue.Builder {
    Builder() {}
  }
}
