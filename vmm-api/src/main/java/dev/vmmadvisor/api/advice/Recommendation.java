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
 * The advice for one host: the ranked candidates, the best one if there is one, how certain that
 * is, and what is missing. {@link Advisor#recommend} makes one.
 *
 * <p>Every VMM is among the candidates, with every finding about it; nothing is left out because
 * something else already decided. {@link dev.vmmadvisor.api.json.VmmJson} writes it as a document.
 *
 * {@snippet :
 * System.out.println(advice.best().map(Vmm::displayName).orElse("none"));
 * for (MissingFact missing : advice.missingFacts()) {
 *   System.out.println("To be found out: " + missing.fact().label());
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

  // Not for extension: new attributes must not break anyone.
  Recommendation() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the host that was asked about} */
  @JsonIgnore
  public abstract Host host();

  /** {@return the best VMM, or empty if none is eligible or could be} */
  public abstract Optional<Vmm> best();

  /** {@return how far the best depends on what is not known} */
  public abstract Certainty certainty();

  /** {@return what was favoured} */
  public abstract Goal goal();

  /** {@return the candidates, when somebody asks} */
  @JsonIgnore
  abstract Lazy<List<Candidate>> deferredCandidates();

  /** {@return every VMM, best first, in a total order} */
  @JsonProperty("candidates")
  public List<Candidate> candidates() {
    return deferredCandidates().get();
  }

  /**
   * {@return the smallest set of unknown facts that would settle the best candidate, first the one
   * that settles most by itself: that leaves the fewest candidates that could still be the best;
   * empty unless the certainty is {@link Certainty#DEPENDS}, and perhaps then: where a constraint
   * in code failed, or depends on something that is no fact of the host}
   */
  public abstract List<MissingFact> missingFacts();

  /** {@return the VMM in use and what speaks against it, or empty if that VMM is unknown} */
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
   * {@return the published vulnerabilities of the release in use, under the VMM in use or, if that
   * is unknown, under the best one; computed on first access}
   */
  @JsonProperty("security")
  @Value.Lazy
  public SecurityStatus security() {
    return consequences().security(this);
  }

  /** {@return what else the reader should know, in the order it was met} */
  public abstract List<Notice> notices();

  /**
   * {@return the findings of constraints in code that failed, in the order of their codes and then
   * of {@link Vmm}; those that are waived, or decide nothing because of their severity, as well}
   *
   * <p>They are not a field of the document: there each of them is a finding with the outcome
   * {@code error}, and each constraint has a notice with the code {@code constraint-failed}.
   */
  @JsonIgnore
  public List<Finding> errors() {
    return candidates().stream()
        .flatMap(candidate -> candidate.findings().stream())
        .filter(finding -> finding.outcome() == Outcome.ERROR)
        .sorted(Comparator.comparing(Finding::code).thenComparing(Finding::vmm))
        .toList();
  }

  /** {@return the catalog this was made from} */
  public abstract CatalogReference catalog();

  /** {@return the words of this answer} */
  @JsonIgnore
  @Value.Auxiliary
  abstract AnswerRenderer wording();

  /**
   * {@return the candidate of a VMM}
   *
   * @param vmm the VMM
   * @throws IllegalArgumentException if the VMM is not among the candidates; a recommendation of an
   *     {@link Advisor} has them all
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

  /** {@return finds out what follows from this} */
  @JsonIgnore
  @Value.Auxiliary
  abstract FollowUps consequences();

  /**
   * {@return the way from the present configuration to the advised one, computed on first access;
   * without steps if nothing needs to change or there is no best}
   *
   * <p>It leads to the best VMM. If the release in use has a published vulnerability that a later
   * release fixes and this host can install such a release, it leads to that release and to the VMM
   * that is the best with it.
   */
  @JsonProperty("plan")
  @Value.Lazy
  public Plan plan() {
    return consequences().plan(this);
  }

  /**
   * {@return the way from the present configuration to a VMM that somebody wants}
   *
   * @param vmm the VMM
   */
  public Plan planTo(Vmm vmm) {
    Objects.requireNonNull(vmm, "vmm");
    return consequences().plan(this, vmm);
  }

  /**
   * {@return what going from one VMM to another gains and loses on this host}
   *
   * @param from the VMM that is left
   * @param to the VMM that is gone to
   */
  public Comparison compare(Vmm from, Vmm to) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    return consequences().compare(this, from, to);
  }

  /**
   * {@return what differs between this recommendation and a later one, and which changes made it
   * so}
   *
   * <p>It asks the advisors of both for the answers in between, up to 64 of them where up to 6
   * facts differ.
   *
   * @param after the later one, of this or another advisor
   */
  public Difference diff(Recommendation after) {
    Objects.requireNonNull(after, "after");
    return consequences().diff(this, after, after.consequences());
  }

  /** {@return the answer in a screenful of text, the first line saying what to do} */
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

  /** {@return why the best candidate is the best, in words, or why there is none} */
  public String why() {
    return wording().why(this);
  }

  /**
   * {@return why a VMM is not the best, in words, or that it is}
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
