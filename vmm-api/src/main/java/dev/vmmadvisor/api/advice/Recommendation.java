package dev.vmmadvisor.api.advice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The recommendation for one host: the ranked candidates, the best one if any, the certainty and
 * the missing facts. {@link Advisor#recommend} returns it.
 *
 * <p>Every VMM is a candidate with all findings about it. No rule is skipped because another rule
 * already excludes a VMM.
 *
 * {@snippet :
 * System.out.println(advice.best().map(Vmm::displayName).orElse("none"));
 * for (MissingFact missing : advice.missingFacts()) {
 *   System.out.println("Missing fact: " + missing.fact().label());
 * }
 * Candidate dockerVmm = advice.candidate(Vmm.DOCKER_VMM);
 * for (Repair repair : dockerVmm.repairs()) {
 *   System.out.println("What would help Docker VMM: " + repair.message());
 * }
 * System.out.print(advice.plan());
 * }
 */
@Value.Immutable
@JsonSerialize(as = ImmutableRecommendation.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
  "best",
  "certainty",
  "goal",
  "candidates",
  "missingFacts",
  "current",
  "security",
  "plan",
  "notices",
  "catalog"
})
public abstract non-sealed class Recommendation implements Answer {

  // Package-private: subclasses would break when attributes are added.
  Recommendation() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the host of this recommendation} */
  @JsonIgnore
  public abstract Host host();

  /** {@return the best VMM, or empty if none is or could be eligible} */
  public abstract Optional<Vmm> best();

  /** {@return whether unknown facts can change the best VMM} */
  public abstract Certainty certainty();

  /** {@return the goal of the ranking} */
  public abstract Goal goal();

  /** {@return the candidates, computed on first access} */
  @JsonIgnore
  abstract Lazy<List<Candidate>> deferredCandidates();

  /** {@return all VMMs, best first, in a total order; computed on first access} */
  @JsonProperty("candidates")
  public List<Candidate> candidates() {
    return deferredCandidates().get();
  }

  /**
   * {@return the smallest set of unknown facts that would determine the best candidate; empty
   * unless the certainty is {@link Certainty#DEPENDS}}
   *
   * <p>The first fact is the one that leaves the fewest possible best candidates once it is known.
   * The set can also be empty with {@link Certainty#DEPENDS}: if a constraint in code failed, or
   * depends on something that is not a fact of the host.
   */
  public abstract List<MissingFact> missingFacts();

  /**
   * {@return the VMM in use with the violated findings about it, or empty if that VMM is unknown}
   */
  @JsonProperty("current")
  @Value.Lazy
  public Optional<CurrentVmm> current() {
    return host()
        .dockerDesktop()
        .vmm()
        .map(
            vmm ->
                new CurrentVmm(
                    vmm,
                    candidate(vmm).findings().stream()
                        .filter(finding -> finding.outcome() == Outcome.VIOLATED)
                        .toList()));
  }

  /**
   * {@return the published vulnerabilities of the release in use, with the VMM in use or, if that
   * is unknown, with the best one; computed on first access}
   */
  @JsonProperty("security")
  @Value.Lazy
  public SecurityStatus security() {
    return consequences().security(this);
  }

  /** {@return further notices for the reader} */
  public abstract List<Notice> notices();

  /**
   * {@return the findings of constraints in code that failed, ordered by code and {@link Vmm},
   * including those that are waived or not hard}
   *
   * <p>The document has no such field. There, each of them is a finding with the outcome {@code
   * error}, and each constraint has a notice with the code {@code constraint-failed}.
   */
  @JsonIgnore
  public List<Finding> errors() {
    return candidates().stream()
        .flatMap(candidate -> candidate.findings().stream())
        .filter(finding -> finding.outcome() == Outcome.ERROR)
        .sorted(Comparator.comparing(Finding::code).thenComparing(Finding::vmm))
        .toList();
  }

  /** {@return the catalog on which this is based} */
  public abstract CatalogReference catalog();

  /** {@return the renderer of the texts} */
  @JsonIgnore
  @Value.Auxiliary
  abstract AnswerRenderer wording();

  /**
   * {@return the candidate of a VMM}
   *
   * @param vmm the VMM
   * @throws IllegalArgumentException if the VMM is not among the candidates; a recommendation of an
   *     {@link Advisor} contains all VMMs
   */
  public Candidate candidate(Vmm vmm) {
    Objects.requireNonNull(vmm, "vmm");
    for (Candidate candidate : candidates()) {
      if (candidate.vmm() == vmm) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("not among the candidates: " + vmm);
  }

  /** {@return computes the lazy parts of this recommendation} */
  @JsonIgnore
  @Value.Auxiliary
  abstract FollowUps consequences();

  /**
   * {@return the plan from the current configuration to the recommended one, computed on first
   * access; without steps if nothing needs to change or there is no best VMM}
   *
   * <p>It leads to the best VMM. If the host can install a release that fixes a published
   * vulnerability of the release in use, it leads to that release and its best VMM.
   */
  @JsonProperty("plan")
  @Value.Lazy
  public Plan plan() {
    return consequences().plan(this);
  }

  /**
   * {@return the plan from the current configuration to a given VMM}
   *
   * @param vmm the VMM
   */
  public Plan planTo(Vmm vmm) {
    Objects.requireNonNull(vmm, "vmm");
    return consequences().plan(this, vmm);
  }

  /**
   * {@return the gains and losses of a switch from one VMM to another on this host}
   *
   * @param from the VMM before the switch
   * @param to the VMM after the switch
   */
  public Comparison compare(Vmm from, Vmm to) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    return consequences().compare(this, from, to);
  }

  /**
   * {@return the differences between this recommendation and a later one, with their causes}
   *
   * <p>It computes up to 64 intermediate recommendations if up to 6 inputs differ.
   *
   * @param after the later one, from this or another advisor
   */
  public Difference diff(Recommendation after) {
    Objects.requireNonNull(after, "after");
    return consequences().diff(this, after, after.consequences());
  }

  /** {@return the answer as plain text of about one screen; the first line says what to do} */
  @Override
  public String text() {
    return wording().text(this);
  }

  @Override
  public String headline() {
    return wording().headline(this);
  }

  @Override
  public String markdown() {
    return wording().markdown(this);
  }

  /** {@return why the best candidate is the best or why there is none, as text} */
  public String why() {
    return wording().why(this);
  }

  /**
   * {@return why a VMM is not the best, or the statement that it is, as text}
   *
   * @param vmm the VMM
   */
  public String whyNot(Vmm vmm) {
    Objects.requireNonNull(vmm, "vmm");
    return wording().whyNot(this, vmm);
  }

  /** {@return the {@link #text()}} */
  @Override
  public String toString() {
    return text();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableRecommendation.Builder {
    Builder() {}
  }
}
