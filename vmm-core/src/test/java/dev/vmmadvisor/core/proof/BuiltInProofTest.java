package dev.vmmadvisor.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The advisor against the reference over the built-in catalog. {@link DecisionSpace} says what is
 * covered and what is not.
 *
 * <p>With the profile {@code proof} every class of the catalog is taken in place of those that a
 * group of rules tells apart, and every way in which rules can turn out in place of what the
 * ranking sees of them: {@code mvn verify -Pproof -DskipITs -Dtest=BuiltInProofTest
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class BuiltInProofTest {

  private static final boolean LARGE = "large".equals(System.getProperty("vmmadvisor.proof"));

  private static final Catalog CATALOG = Catalogs.builtIn();

  private final Agreement agreement = new Agreement(CATALOG, 3, LARGE ? 20_000 : 400);
  private final DecisionSpace space = new DecisionSpace(agreement.reference(), LARGE);
  private long visited;

  @Test
  void everyRuleTurnsOutAlikeOverAllClassesOfItsFacts() {
    Report report = new Report("outcomes of the built-in catalog");
    long hosts = 0;
    long refinements = 0;
    Set<String> covered = new LinkedHashSet<>();
    for (Product group : space.groups(newMac("4.44.0"))) {
      Set<String> within = space.itemsWithin(group);
      covered.addAll(within);
      List<Map<String, Outcome>> outcomes = new ArrayList<>();
      group.visit(draft -> outcomes.add(outcomes(agreement.check(draft, Goal.BALANCED), within)));
      assertThat(outcomes).hasSize(Math.toIntExact(group.size()));
      hosts += outcomes.size();
      refinements += checkRefinements(group, outcomes);
    }

    assertThat(covered).isEqualTo(space.items());
    assertThat(agreement.objections()).isEmpty();
    report.print(
        covered.size()
            + " items, "
            + hosts
            + " classes of hosts, "
            + refinements
            + " refinements, certainty of "
            + agreement.certainties()
            + "; classes of each fact "
            + space.classes());
  }

  private static Map<String, Outcome> outcomes(Recommendation answer, Set<String> within) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (Candidate candidate : answer.candidates()) {
      for (Finding finding : candidate.findings()) {
        if (within.contains(finding.code())) {
          outcomes.put(finding.code(), finding.outcome());
        }
      }
    }
    return outcomes;
  }

  /** To know more never turns what is settled into its opposite. */
  private long checkRefinements(Product group, List<Map<String, Outcome>> outcomes) {
    long refinements = 0;
    List<Draft> drafts = group.drafts();
    for (int fact = 0; fact < group.facts().size(); fact++) {
      List<Value> values = group.values().get(fact);
      int stride = Math.toIntExact(group.stride(fact));
      for (int value = 0; value < values.size(); value++) {
        List<Integer> more = Values.refinements(group.facts().get(fact), values.get(value), values);
        for (int host = 0; host < outcomes.size() && !more.isEmpty(); host++) {
          if (host / stride % values.size() == value
              && !follows(group.facts().get(fact), drafts.get(host))) {
            for (int refined : more) {
              int then = host + (refined - value) * stride;
              if (contradicted(drafts.get(host)).equals(contradicted(drafts.get(then)))) {
                refinements++;
                checkRefinement(outcomes.get(host), outcomes.get(then));
              }
            }
          }
        }
      }
    }
    return refinements;
  }

  private List<String> contradicted(Draft draft) {
    return agreement.reference().contradicted(draft.host());
  }

  /** Whether a fact that is not given follows from another, so that to give it is not to refine. */
  private static boolean follows(Fact fact, Draft draft) {
    return fact == Fact.OPERATING_SYSTEM && draft.value(Fact.MACOS_VERSION).isKnown();
  }

  private void checkRefinement(Map<String, Outcome> less, Map<String, Outcome> more) {
    for (Map.Entry<String, Outcome> entry : less.entrySet()) {
      Outcome before = entry.getValue();
      Outcome after = more.get(entry.getKey());
      boolean turned =
          (before == Outcome.VIOLATED && after != Outcome.VIOLATED)
              || (before == Outcome.SATISFIED && after == Outcome.VIOLATED)
              || (before == Outcome.NOT_APPLICABLE && after != Outcome.NOT_APPLICABLE);
      if (turned) {
        agreement.object(entry.getKey() + " turned from " + before + " to " + after);
      }
    }
  }

  @Test
  void everyPairOfFactsIsAnsweredAlike() {
    Report report = new Report("pairs of facts");
    long size = 0;
    for (Draft background :
        LARGE
            ? List.of(newMac("4.44.0"), newMac("4.88.0"), oldMac("4.35.0"), intelMac("4.13.0"))
            : List.of(newMac("4.44.0"), oldMac("4.37.0"))) {
      for (Product pair : space.pairs(background)) {
        size += pair.size();
        pair.visit(
            draft -> {
              visited++;
              agreement.check(draft, Goal.BALANCED);
            });
      }
    }

    assertThat(visited).isEqualTo(size);
    check(report, 1);
  }

  @Test
  void everythingThatTheRankingCanSeeIsAnsweredAlike() {
    Report report = new Report("ranking of the built-in catalog");
    long size = 0;
    long gone = 0;
    List<DecisionSpace.Rankings> rankings = space.rankings();
    for (DecisionSpace.Rankings of : rankings) {
      size += of.size();
      gone += of.gone();
      of.visit(this::visit);
    }

    assertThat(rankings).hasSameSizeAs(space.releases());
    assertThat(visited).isEqualTo(size);
    check(report, Goal.values().length, " out of " + gone + " combinations of facts");
  }

  @Test
  void everythingThatFactsImplyIsAnsweredAlike() {
    Report report = new Report("what facts imply");
    Product product = space.implied(newMac("4.44.0"));
    product.visit(
        draft -> {
          visited++;
          Recommendation answer = agreement.check(draft, Goal.BALANCED);
          boolean isNoticed =
              answer.notices().stream().anyMatch(it -> it.code().equals("contradicting-facts"));
          if (isNoticed == contradicted(draft).isEmpty()) {
            agreement.object("the notices are " + answer.notices() + ": " + draft);
          }
        });

    assertThat(visited).isEqualTo(product.size());
    check(report, 1);
  }

  @Test
  void certaintyIsWhatEnumerationFindsWhereUpToThreeFactsAreOpen() {
    Report report = new Report("certainty of the built-in catalog");
    long size = 0;
    List<String> releases =
        LARGE
            ? List.of(
                "4.13.0", "4.29.0", "4.35.0", "4.38.0", "4.40.0", "4.43.0", "4.44.0", "4.88.0")
            : List.of("4.29.0", "4.37.0");
    for (String release : releases) {
      for (Draft background : List.of(newMac(release), oldMac(release), intelMac(release))) {
        List<Draft> open = space.open(background, 3);
        size += open.size();
        open.forEach(this::visit);
      }
    }

    assertThat(visited).isEqualTo(size);
    check(report, Goal.values().length);
  }

  private void visit(Draft draft) {
    visited++;
    agreement.check(draft);
  }

  private void check(Report report, int goals) {
    check(report, goals, "");
  }

  private void check(Report report, int goals, String foundIn) {
    assertThat(agreement.objections()).isEmpty();
    assertThat(agreement.answers()).isEqualTo(visited * goals);
    report.print(
        visited
            + " classes of hosts"
            + foundIn
            + ", "
            + agreement.answers()
            + " answers, certainty of "
            + agreement.certainties());
  }

  /** An M4 with everything known, amd64 images and a database on a named volume. */
  private static Draft newMac(String release) {
    return mac(release)
        .with(Fact.ARCHITECTURE, "arm64")
        .with(Fact.CHIP_GENERATION, 4)
        .with(Fact.MACOS_VERSION, Version.parse("15.4"))
        .with(Fact.IMAGE_ARCHITECTURES, List.of("arm64"))
        .with(Fact.DATABASES, List.of(Database.of("postgresql", Storage.NAMED_VOLUME)))
        .with(Fact.MOUNTS, List.of())
        .with(Fact.TRAITS, List.of("file-watching"));
  }

  /** An M1 with everything known and a workload that meets most of what is known to go wrong. */
  private static Draft oldMac(String release) {
    return mac(release)
        .with(Fact.ARCHITECTURE, "arm64")
        .with(Fact.CHIP_GENERATION, 1)
        .with(Fact.MACOS_VERSION, Version.parse("12.4"))
        .with(Fact.IMAGE_ARCHITECTURES, List.of("amd64"))
        .with(Fact.DATABASES, List.of(Database.of("mongodb", Storage.BIND_MOUNT)))
        .with(Fact.MOUNTS, List.of("external-disk"))
        .with(Fact.TRAITS, List.of("endpoint-security"));
  }

  /** An Intel Mac with everything known. */
  private static Draft intelMac(String release) {
    return mac(release)
        .with(Fact.ARCHITECTURE, "x86_64")
        .with(Fact.CHIP_GENERATION, Draft.NO_GENERATION)
        .with(Fact.MACOS_VERSION, Version.parse("14.1"))
        .with(Fact.IMAGE_ARCHITECTURES, List.of("amd64"))
        .with(Fact.DATABASES, List.of())
        .with(Fact.MOUNTS, List.of("home"))
        .with(Fact.TRAITS, List.of("dev-container"));
  }

  private static Draft mac(String release) {
    return Draft.unknown()
        .with(Fact.OPERATING_SYSTEM, "macos")
        .with(Fact.MEMORY, 16384)
        .with(Fact.ROSETTA_INSTALLED, true)
        .with(Fact.VIRTUAL_MACHINE, false)
        .with(Fact.DOCKER_DESKTOP_VERSION, Version.parse(release))
        .with(Fact.VM_MEMORY, 8192)
        .with(Fact.CPUS, 4)
        .with(Fact.FILE_SHARING, "virtiofs")
        .with(Fact.ROSETTA_ENABLED, true)
        .with(Fact.LOCKED_SETTINGS, List.of());
  }
}
