package dev.vmmadvisor.core.compare;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.AnswerRenderer;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.advice.Difference;
import dev.vmmadvisor.api.advice.Difference.Kind;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.FollowUps;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds two recommendations against each other. Immutable and safe to share between threads. */
public final class RecommendationDiff {

  private final CompareWords words;
  private final AnswerRenderer wording;

  /**
   * Makes them.
   *
   * @param words the words for single changes
   * @param wording the words for whole differences
   */
  public RecommendationDiff(CompareWords words, AnswerRenderer wording) {
    this.words = words;
    this.wording = wording;
  }

  /**
   * What differs between two recommendations, and why.
   *
   * @param before one
   * @param after the other
   * @param ofBefore what made the one
   * @param ofAfter what made the other
   */
  public Difference diff(
      Recommendation before, Recommendation after, FollowUps ofBefore, FollowUps ofAfter) {
    Search search = new Search(before, after);
    search.addCauses(ofBefore != ofAfter);
    List<Difference.Change> asked = List.copyOf(search.changes);
    Causes causes = new Causes(before, after, ofBefore, ofAfter);
    List<List<Difference.Change>> because = causes.of(asked);
    // another advisor whose rules are the same, as far as the answer shows, is no change
    search.changes.removeIf(
        change ->
            change.kind() == Kind.CATALOG
                && change.before().equals(change.after())
                && because.stream().noneMatch(set -> set.contains(change)));
    search.addConsequences();
    return Difference.builder()
        .before(before)
        .after(after)
        .changes(search.changes)
        .because(because)
        .complete(causes.isSame() || (asked.size() <= Causes.FEW && !because.isEmpty()))
        .wording(wording)
        .build();
  }

  /** A search for what differs. */
  private final class Search {

    private final Recommendation before;
    private final Recommendation after;
    private final List<Difference.Change> changes = new ArrayList<>();

    Search(Recommendation before, Recommendation after) {
      this.before = before;
      this.after = after;
    }

    /** What was asked differently; another advisor is another catalog, even of the same name. */
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

    /** What follows from it. */
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
              from.map(Search::text),
              to.map(Search::text),
              words.fact(fact, from, to));
        }
      }
    }

    private static String text(Object value) {
      if (value instanceof List<?> list) {
        return list.stream().map(Search::text).toList().toString();
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
