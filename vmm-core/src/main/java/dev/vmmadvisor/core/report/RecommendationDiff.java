package dev.vmmadvisor.core.report;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.advice.Difference;
import dev.vmmadvisor.api.advice.Difference.Kind;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.core.answer.AnswerRenderer;
import dev.vmmadvisor.core.answer.DifferenceValue;
import dev.vmmadvisor.core.answer.FollowUps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Computes the difference between two recommendations and its causes. Immutable and safe to share
 * between threads.
 */
public final class RecommendationDiff {

  private final CompareWords words;
  private final AnswerRenderer wording;

  /**
   * Creates it.
   *
   * @param words the texts of single changes
   * @param wording the renderer of whole differences
   */
  public RecommendationDiff(CompareWords words, AnswerRenderer wording) {
    this.words = words;
    this.wording = wording;
  }

  /**
   * The difference between two recommendations, and its causes.
   *
   * @param before the first recommendation
   * @param after the second recommendation
   * @param ofBefore the advisor of the first one
   * @param ofAfter the advisor of the second one
   */
  public Difference diff(
      Recommendation before, Recommendation after, FollowUps ofBefore, FollowUps ofAfter) {
    ChangeCollector collector = new ChangeCollector(before, after);
    collector.addCauses(ofBefore != ofAfter);
    List<Difference.Change> inputs = List.copyOf(collector.changes);
    Causes causes = new Causes(before, after, ofBefore, ofAfter);
    List<List<Difference.Change>> because = causes.of(inputs);
    // an advisor that is no cause, with an equal catalog reference, is not reported
    collector.changes.removeIf(
        change ->
            change.kind() == Kind.CATALOG
                && change.before().equals(change.after())
                && because.stream().noneMatch(set -> set.contains(change)));
    collector.addConsequences();
    return DifferenceValue.builder()
        .before(before)
        .after(after)
        .changes(collector.changes)
        .because(because)
        .complete(causes.isSame() || (inputs.size() <= Causes.MAX_EXHAUSTIVE && !because.isEmpty()))
        .renderer(wording)
        .build();
  }

  /** Collects the changes. */
  private final class ChangeCollector {

    private final Recommendation before;
    private final Recommendation after;
    private final List<Difference.Change> changes = new ArrayList<>();

    ChangeCollector(Recommendation before, Recommendation after) {
      this.before = before;
      this.after = after;
    }

    /**
     * Adds the changes of the inputs. Another advisor counts as another catalog, even with the same
     * name.
     */
    void addCauses(boolean ofAnotherAdvisor) {
      addFacts();
      boolean sameName = before.catalog().equals(after.catalog());
      if (!sameName || ofAnotherAdvisor) {
        add(
            Kind.CATALOG,
            Kind.CATALOG.id(),
            Optional.of(text(before.catalog())),
            Optional.of(text(after.catalog())),
            sameName ? words.advisor() : words.catalog(before.catalog(), after.catalog()));
      }
      if (before.goal() != after.goal()) {
        add(
            Kind.GOAL,
            Kind.GOAL.id(),
            Optional.of(before.goal()),
            Optional.of(after.goal()),
            words.goal(before.goal(), after.goal()));
      }
    }

    /** Adds the changes of the results. */
    void addConsequences() {
      if (!before.best().equals(after.best())) {
        add(
            Kind.BEST,
            Kind.BEST.id(),
            before.best(),
            after.best(),
            words.best(before.best(), after.best()));
      }
      if (before.certainty() != after.certainty()) {
        add(
            Kind.CERTAINTY,
            Kind.CERTAINTY.id(),
            Optional.of(before.certainty()),
            Optional.of(after.certainty()),
            words.certainty(before.certainty(), after.certainty()));
      }
      for (Vmm vmm : Vmm.values()) {
        addRank(before.candidate(vmm), after.candidate(vmm));
      }
      for (Vmm vmm : Vmm.values()) {
        addEligibility(before.candidate(vmm), after.candidate(vmm));
      }
      for (Vmm vmm : Vmm.values()) {
        addFindings(before.candidate(vmm), after.candidate(vmm));
      }
    }

    private void add(Kind kind, String subject, Optional<?> from, Optional<?> to, String message) {
      changes.add(
          new Difference.Change(
              kind, subject, from.map(Object::toString), to.map(Object::toString), message));
    }

    private void addFacts() {
      for (Fact fact : Fact.values()) {
        Optional<?> from = fact.valueIn(before.host());
        Optional<?> to = fact.valueIn(after.host());
        if (fact != Fact.CHIP_GENERATION && !from.equals(to)) {
          add(
              Kind.HOST,
              fact.path(),
              from.map(ChangeCollector::text),
              to.map(ChangeCollector::text),
              words.fact(fact, from, to));
        }
      }
    }

    private static String text(Object value) {
      if (value instanceof List<?> list) {
        return list.stream().map(ChangeCollector::text).toList().toString();
      }
      return value instanceof Database database
          ? database.engine() + database.storage().map(storage -> " on " + storage).orElse("")
          : value.toString();
    }

    private static String text(CatalogReference catalog) {
      List<String> parts = new ArrayList<>();
      parts.add(catalog.id());
      parts.add(catalog.version());
      parts.add(catalog.asOf().toString());
      parts.add(catalog.newestRelease().toString());
      parts.addAll(catalog.layers());
      return parts.toString();
    }

    private void addRank(Candidate from, Candidate to) {
      if (from.rank() != to.rank()) {
        add(
            Kind.RANK,
            from.vmm().id(),
            Optional.of(from.rank()),
            Optional.of(to.rank()),
            words.rank(from.vmm(), from.rank(), to.rank()));
      }
    }

    private void addEligibility(Candidate from, Candidate to) {
      if (from.eligibility() != to.eligibility()) {
        add(
            Kind.ELIGIBILITY,
            from.vmm().id(),
            Optional.of(from.eligibility()),
            Optional.of(to.eligibility()),
            words.eligibility(from.vmm(), from.eligibility(), to.eligibility()));
      }
    }

    private void addFindings(Candidate from, Candidate to) {
      Set<String> codes = new LinkedHashSet<>();
      from.findings().forEach(finding -> codes.add(finding.code()));
      to.findings().forEach(finding -> codes.add(finding.code()));
      for (String code : codes) {
        Optional<Finding> one = from.finding(code);
        Optional<Finding> other = to.finding(code);
        if (!one.map(Finding::outcome).equals(other.map(Finding::outcome))) {
          add(
              Kind.FINDING,
              from.vmm().id() + "/" + code,
              one.map(Finding::outcome),
              other.map(Finding::outcome),
              words.finding(from.vmm(), code, one, other));
        }
      }
    }
  }
}
