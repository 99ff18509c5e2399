package dev.vmmadvisor.core.proof;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Deprecation;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Phase;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.SettingRule;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.catalog.Vulnerability;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The decision a second time: plain, slow, written from the documents (README, "How it decides",
 * README of vmm-api, "Conditions", and the Javadoc of the api), and sharing nothing with the
 * advisor but the values of the api.
 *
 * <p>Where the documents are silent it says so beside the code: then it holds down what the advisor
 * does, and proves nothing about it.
 */
final class ReferenceAdvisor {

  /** True, false, or not known. */
  enum Truth {
    NO,
    MAYBE,
    YES;

    Truth opposite() {
      return this == MAYBE ? MAYBE : this == YES ? NO : YES;
    }
  }

  /**
   * A candidate in its place.
   *
   * @param vmm the VMM
   * @param eligibility whether it can run
   * @param decidedBy what tells it from the one before, or the first from the second
   */
  record Ranked(Vmm vmm, Eligibility eligibility, Criterion decidedBy) {}

  /**
   * The answer for a host.
   *
   * @param candidates every VMM, best first
   * @param best the first, unless it is ineligible
   */
  record Answer(List<Ranked> candidates, Optional<Vmm> best) {}

  private static final List<Criterion> CRITERIA =
      List.of(
          Criterion.ELIGIBILITY,
          Criterion.SECURITY,
          Criterion.HARM,
          Criterion.FITNESS,
          Criterion.MATURITY,
          Criterion.SPEED,
          Criterion.DEFAULT,
          Criterion.ORDER);

  private static final List<Eligibility> ELIGIBILITIES =
      List.of(Eligibility.ELIGIBLE, Eligibility.UNDETERMINED, Eligibility.INELIGIBLE);

  private static final List<Vmm> ORDER =
      List.of(Vmm.DOCKER_VMM, Vmm.APPLE_VIRTUALIZATION_FRAMEWORK, Vmm.QEMU, Vmm.HYPERKIT);

  private final Catalog catalog;
  private final List<Rule> rules;
  private final List<Weight> weights;
  private final Set<Vmm> failed;

  ReferenceAdvisor(Catalog catalog) {
    this(catalog, Set.of());
  }

  /**
   * Advises out of a catalog.
   *
   * @param catalog the catalog
   * @param failed the VMMs for which a hard constraint in code fails, whatever the host
   */
  ReferenceAdvisor(Catalog catalog, Set<Vmm> failed) {
    this.failed = failed;
    this.catalog = catalog;
    this.rules = catalog.rules();
    this.weights = rules.stream().map(rule -> weight(rule, catalog)).toList();
  }

  /** The VMMs for which a hard constraint in code fails. */
  Set<Vmm> failed() {
    return failed;
  }

  // ---- conditions -------------------------------------------------------------------------

  /** The truth of a condition for a host. */
  static Truth truth(Condition condition, Host host) {
    if (condition instanceof Condition.All all) {
      Truth lowest = Truth.YES;
      for (Condition part : all.conditions()) {
        Truth truth = truth(part, host);
        lowest = truth.compareTo(lowest) < 0 ? truth : lowest;
      }
      return lowest;
    }
    if (condition instanceof Condition.Any any) {
      Truth highest = Truth.NO;
      for (Condition part : any.conditions()) {
        Truth truth = truth(part, host);
        highest = truth.compareTo(highest) > 0 ? truth : highest;
      }
      return highest;
    }
    if (condition instanceof Condition.Not not) {
      return truth(not.condition(), host).opposite();
    }
    return compare((Condition.Comparison) condition, host);
  }

  private static Truth compare(Condition.Comparison comparison, Host host) {
    Fact fact = comparison.fact();
    Optional<?> value = fact.valueIn(host);
    if (comparison instanceof Condition.Known) {
      return yes(value.isPresent());
    }
    if (value.isEmpty()) {
      // The documents are silent on a chip that has no generation. It is not unknown.
      boolean hasNone = fact == Fact.CHIP_GENERATION && host.chip().isPresent();
      return hasNone ? Truth.NO : Truth.MAYBE;
    }
    Object known = value.get();
    if (comparison instanceof Condition.OneOf oneOf) {
      return yes(oneOf.values().contains((String) known));
    }
    if (comparison instanceof Condition.Is is) {
      return yes(is.value() == (Boolean) known);
    }
    if (comparison instanceof Condition.AtLeast atLeast) {
      return yes((Integer) known >= atLeast.bound());
    }
    if (comparison instanceof Condition.Within within) {
      Version version = (Version) known;
      return fact == Fact.MACOS_VERSION && version.isMacOsCompatibilityVersion()
          ? fromElevenUpwards(within.range())
          : yes(within.range().contains(version));
    }
    if (comparison instanceof Condition.Contains contains) {
      List<?> words = (List<?>) known;
      return yes(contains.values().stream().anyMatch(words::contains));
    }
    Condition.RunsDatabase runs = (Condition.RunsDatabase) comparison;
    Truth result = Truth.NO;
    for (Object element : (List<?>) known) {
      Database database = (Database) element;
      if (runs.engines().isEmpty() || runs.engines().contains(database.engine())) {
        Truth there =
            runs.where().isEmpty()
                ? Truth.YES
                : database.storage().map(it -> yes(runs.where().contains(it))).orElse(Truth.MAYBE);
        result = there.compareTo(result) > 0 ? there : result;
      }
    }
    return result;
  }

  /** Whether all, none or some of the versions from 11 upwards lie in a range. */
  private static Truth fromElevenUpwards(VersionRange range) {
    Version eleven = Version.parse("11");
    boolean all = range.contains(eleven) && range.upper().isEmpty();
    if (all) {
      return Truth.YES;
    }
    // a range reaches above 11 if and only if its upper end does
    boolean none = range.upper().isPresent() && range.upper().get().compareTo(eleven) < 0;
    boolean endsAtEleven = range.upper().isPresent() && range.upper().get().equals(eleven);
    return none || (endsAtEleven && !range.contains(eleven)) ? Truth.NO : Truth.MAYBE;
  }

  private static Truth yes(boolean value) {
    return value ? Truth.YES : Truth.NO;
  }

  private static Truth in(VersionRange releases, Host host) {
    return releases.equals(VersionRange.ALL)
        ? Truth.YES
        : host.dockerDesktop()
            .version()
            .map(version -> yes(releases.contains(version)))
            .orElse(Truth.MAYBE);
  }

  private static Truth both(Truth one, Truth other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  // ---- the matrix -------------------------------------------------------------------------

  /** The outcome of each rule of the catalog, in its order; it is the same for all its VMMs. */
  Outcome[] outcomes(Host host) {
    return outcomes(host, Set.of());
  }

  private Outcome[] outcomes(Host host, Set<Rule> undeclared) {
    Outcome[] outcomes = new Outcome[rules.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = outcome(rules.get(i), host, undeclared);
    }
    return outcomes;
  }

  static Outcome outcome(Rule rule, Host host) {
    return outcome(rule, host, Set.of());
  }

  private static Outcome outcome(Rule rule, Host host, Set<Rule> undeclared) {
    Truth about = about(rule, host);
    if (about == Truth.NO || (rule instanceof ConstraintRule && undeclared.contains(rule))) {
      return Outcome.NOT_APPLICABLE;
    }
    Truth against = against(rule, host, undeclared);
    if (against == Truth.NO) {
      return Outcome
          .SATISFIED; // whether or not it is about the host: "satisfied where it requires"
    }
    return both(about, against) == Truth.YES ? Outcome.VIOLATED : Outcome.UNKNOWN;
  }

  private static Truth about(Rule rule, Host host) {
    Truth about = in(rule.releases(), host);
    return rule.when().isPresent() ? both(about, truth(rule.when().get(), host)) : about;
  }

  private static Truth against(Rule rule, Host host, Set<Rule> undeclared) {
    if (rule instanceof ConstraintRule constraint) {
      return truth(constraint.requires(), host).opposite();
    }
    if (rule instanceof SettingRule setting) {
      return truth(setting.present(), host);
    }
    if (rule instanceof KnownIssue issue && issue.trigger().isPresent()) {
      Condition need = issue.trigger().get();
      return undeclared.contains(rule) ? Truth.NO : truth(need, host);
    }
    if (rule instanceof Vulnerability vulnerability) {
      Truth exposed = vulnerability.exposure().map(it -> truth(it, host)).orElse(Truth.YES);
      return vulnerability.precondition().isPresent() ? both(exposed, Truth.MAYBE) : exposed;
    }
    return Truth.YES; // a deprecation, or an issue that hits every host it is about
  }

  // ---- what a rule counts for -------------------------------------------------------------

  /**
   * What a violation of a rule counts for. A waived rule counts for nothing.
   *
   * @param hard "ineligible if a hard rule is violated": a blocker
   * @param security a vulnerability "whose exposure depends on the VMM or on file sharing"
   * @param harm "a serious issue of high confidence whose trigger certainly hits"
   * @param hazard a serious issue; "what is only reported never outranks what is documented"
   * @param unmetNeed a declared need that is met badly or not at all
   * @param deprecated the VMM is deprecated
   * @param removed the VMM is gone
   */
  private record Weight(
      boolean hard,
      boolean security,
      boolean harm,
      boolean hazard,
      boolean unmetNeed,
      boolean deprecated,
      boolean removed) {

    boolean decides() {
      return hard || security || harm || hazard || unmetNeed || deprecated || removed;
    }
  }

  private static Weight weight(Rule rule, Catalog catalog) {
    boolean counts = catalog.waiver(rule.code()).isEmpty();
    boolean hazard =
        counts
            && rule instanceof KnownIssue
            && rule.severity() == Severity.SERIOUS
            && rule.confidence() == Confidence.HIGH;
    return new Weight(
        counts && rule.severity() == Severity.BLOCKER,
        counts
            && rule instanceof Vulnerability flaw
            && flaw.dependsOnChoice()
            && flaw.precondition().isEmpty()
            && flaw.confidence() != Confidence.LOW,
        hazard && ((KnownIssue) rule).trigger().isPresent(),
        hazard,
        counts
            && rule instanceof KnownIssue issue
            && issue.unmetNeed()
            && issue.confidence() == Confidence.HIGH,
        counts && rule instanceof Deprecation it && it.phase() == Phase.DEPRECATED,
        counts && rule instanceof Deprecation it && it.phase() == Phase.REMOVED);
  }

  // ---- the ranking ------------------------------------------------------------------------

  Answer answer(Host host, Goal goal) {
    return answer(host, outcomes(host), goal);
  }

  /**
   * The best for a host that is one way in which a host asked about can turn out.
   *
   * @param host the way
   * @param undeclared the rules about a need that the host asked about does not tell: "then a host
   *     that does not tell is a host without the need"
   * @param goal the goal
   */
  Optional<Vmm> best(Host host, Set<Rule> undeclared, Goal goal) {
    return answer(host, outcomes(host, undeclared), goal).best();
  }

  /** The rules about a need that a host does not tell, of those that count only once declared. */
  Set<Rule> undeclared(Host host) {
    return rules.stream().filter(rule -> isUndeclared(rule, host)).collect(Collectors.toSet());
  }

  /** The answer for a host of which the outcomes of all rules are known. */
  Answer answer(Host host, Outcome[] outcomes, Goal goal) {
    List<int[]> places = new ArrayList<>();
    List<Vmm> order = new ArrayList<>();
    for (Vmm vmm : Vmm.values()) {
      int[] of = places(vmm, outcomes, host, goal);
      int at = 0;
      while (at < places.size() && comesBefore(places.get(at), of)) {
        at++;
      }
      places.add(at, of);
      order.add(at, vmm);
    }
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      int[] of = places.get(i);
      Criterion decidedBy = decisive(of, places.get(i == 0 ? 1 : i - 1));
      Eligibility eligibility = ELIGIBILITIES.get(of[0]);
      ranked.add(new Ranked(order.get(i), eligibility, decidedBy));
    }
    return new Answer(
        ranked,
        ranked.get(0).eligibility() == Eligibility.INELIGIBLE
            ? Optional.empty()
            : Optional.of(ranked.get(0).vmm()));
  }

  private static Criterion decisive(int[] one, int[] other) {
    return CRITERIA.get(Arrays.mismatch(one, other));
  }

  private static boolean comesBefore(int[] one, int[] other) {
    return Arrays.compare(one, other) < 0;
  }

  /** The place on each criterion, in the order in which they decide; lower comes first. */
  private int[] places(Vmm vmm, Outcome[] outcomes, Host host, Goal goal) {
    boolean forbidden = false;
    boolean perhapsForbidden = false;
    boolean vulnerable = false;
    boolean harm = false;
    boolean unmetNeed = false;
    boolean hazard = false;
    boolean deprecated = false;
    boolean removed = false;
    for (int i = 0; i < outcomes.length; i++) {
      Rule rule = rules.get(i);
      if (!rule.vmms().contains(vmm)) {
        continue;
      }
      Weight weight = weights.get(i);
      boolean violated = outcomes[i] == Outcome.VIOLATED;
      boolean open = outcomes[i] == Outcome.UNKNOWN && !isUndeclared(rule, host);
      forbidden |= weight.hard() && violated;
      perhapsForbidden |= weight.hard() && open;
      vulnerable |= weight.security() && violated;
      harm |= weight.harm() && violated;
      unmetNeed |= weight.unmetNeed() && violated;
      hazard |= weight.hazard() && (violated || open);
      deprecated |= weight.deprecated() && violated;
      removed |= weight.removed() && violated;
    }
    return new int[] {
      forbidden ? 2 : perhapsForbidden || failed.contains(vmm) ? 1 : 0,
      vulnerable ? 1 : 0,
      harm ? 1 : 0,
      unmetNeed ? 1 : 0,
      Math.max(removed ? 5 : deprecated ? 4 : 0, maturity(profile(vmm), host, goal, hazard)),
      isSaidToBeFast(vmm, host) == Truth.YES ? 0 : 1,
      isDefault(vmm, host) == Truth.YES ? 0 : 1,
      ORDER.indexOf(vmm)
    };
  }

  private static boolean isUndeclared(Rule rule, Host host) {
    if (rule instanceof ConstraintRule constraint) {
      return constraint.declaredOnly() && about(rule, host) == Truth.MAYBE;
    }
    return rule instanceof KnownIssue issue
        && issue.declaredOnly()
        && issue.trigger().map(need -> truth(need, host) == Truth.MAYBE).orElse(false);
  }

  /**
   * The documents are silent on a VMM without any phase, which comes where legacy does, and on one
   * that can be in several, which gets the best of them.
   */
  private static int maturity(VmmProfile profile, Host host, Goal goal, boolean hazard) {
    int best = 6;
    for (Lifecycle lifecycle : profile.lifecycle()) {
      if (in(lifecycle.releases(), host) != Truth.NO) {
        int place =
            switch (lifecycle.phase()) {
              case GENERALLY_AVAILABLE -> 0;
              case BETA ->
                  switch (goal) {
                    case STABILITY -> 1;
                    case PERFORMANCE -> 0;
                    case BALANCED -> hazard ? 1 : 0;
                  };
              case EXPERIMENTAL -> 2;
              case LEGACY -> 3;
              case DEPRECATED -> 4;
              case REMOVED -> 5;
            };
        best = Math.min(best, place);
      }
    }
    return best == 6 ? 3 : best;
  }

  Truth isSaidToBeFast(Vmm vmm, Host host) {
    Truth best = Truth.NO;
    for (PerformanceClaim claim : profile(vmm).performance()) {
      Truth applies = applies(claim, host);
      best = applies.compareTo(best) > 0 ? applies : best;
    }
    return best;
  }

  static Truth applies(PerformanceClaim claim, Host host) {
    return both(
        in(claim.releases(), host), claim.when().map(it -> truth(it, host)).orElse(Truth.YES));
  }

  Truth isDefault(Vmm vmm, Host host) {
    return profile(vmm).defaultWhen().map(it -> truth(it, host)).orElse(Truth.NO);
  }

  private VmmProfile profile(Vmm vmm) {
    return catalog.vmm(vmm).orElseThrow();
  }

  // ---- what the answer reads --------------------------------------------------------------

  /**
   * Everything that an answer is made from, each with the comparisons it reads: the rules, the
   * phases, the claims and the defaults.
   */
  List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      Set<Condition.Comparison> reads = new LinkedHashSet<>();
      addReleases(rule.releases(), reads);
      rule.when().ifPresent(it -> reads.addAll(it.comparisons()));
      if (rule instanceof ConstraintRule constraint) {
        reads.addAll(constraint.requires().comparisons());
      } else if (rule instanceof SettingRule setting) {
        reads.addAll(setting.present().comparisons());
      } else if (rule instanceof Vulnerability flaw) {
        flaw.exposure().ifPresent(it -> reads.addAll(it.comparisons()));
      } else if (rule instanceof KnownIssue issue) {
        issue.trigger().ifPresent(it -> reads.addAll(it.comparisons()));
      }
      items.add(
          new Item(
              rule.code(),
              weights.get(i).decides(),
              reads,
              host -> outcome(rule, host),
              host -> outcome(rule, host) == Outcome.UNKNOWN));
    }
    for (VmmProfile profile : catalog.vmms()) {
      for (Lifecycle lifecycle : profile.lifecycle()) {
        Set<Condition.Comparison> reads = new LinkedHashSet<>();
        addReleases(lifecycle.releases(), reads);
        items.add(Item.of(lifecycle.code(), reads, host -> in(lifecycle.releases(), host)));
      }
      for (PerformanceClaim claim : profile.performance()) {
        Set<Condition.Comparison> reads = new LinkedHashSet<>();
        addReleases(claim.releases(), reads);
        claim.when().ifPresent(it -> reads.addAll(it.comparisons()));
        items.add(Item.of(claim.code(), reads, host -> applies(claim, host)));
      }
      if (profile.defaultWhen().isPresent()) {
        Condition when = profile.defaultWhen().get();
        items.add(
            Item.of(
                nameOfDefault(profile.vmm()),
                new LinkedHashSet<>(when.comparisons()),
                host -> truth(when, host)));
      }
    }
    return items;
  }

  private static void addReleases(VersionRange releases, Set<Condition.Comparison> reads) {
    if (!releases.equals(VersionRange.ALL)) {
      reads.add(new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, releases));
    }
  }

  /**
   * What the ranking sees of an item for a host, a bit for each: for each VMM whether it forbids it
   * or may, is harm, an unmet need, a hazard, a deprecation or a removal, says that it is fast, or
   * that it is the default. What the ranking sees of several items is the "or" of their bits.
   *
   * @param name the name of the item; nothing is seen of a phase
   */
  long signature(String name, Host host) {
    long signature = 0;
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (rule.code().equals(name)) {
        Weight weight = weights.get(i);
        Outcome outcome = outcome(rule, host);
        boolean violated = outcome == Outcome.VIOLATED;
        boolean open = outcome == Outcome.UNKNOWN && !isUndeclared(rule, host);
        for (Vmm vmm : rule.vmms()) {
          signature |= bit(vmm, 0, weight.hard() && violated);
          signature |= bit(vmm, 1, weight.hard() && open);
          signature |= bit(vmm, 2, weight.harm() && violated);
          signature |= bit(vmm, 3, weight.unmetNeed() && violated);
          signature |= bit(vmm, 4, weight.hazard() && (violated || open));
          signature |= bit(vmm, 5, weight.deprecated() && violated);
          signature |= bit(vmm, 6, weight.removed() && violated);
          signature |= bit(vmm, 9, weight.security() && violated);
        }
      }
    }
    for (Vmm vmm : ORDER) {
      for (PerformanceClaim claim : profile(vmm).performance()) {
        boolean counts = claim.code().equals(name) && applies(claim, host) == Truth.YES;
        signature |= bit(vmm, 7, counts);
      }
      boolean counts = nameOfDefault(vmm).equals(name) && isDefault(vmm, host) == Truth.YES;
      signature |= bit(vmm, 8, counts);
    }
    return signature;
  }

  private static long bit(Vmm vmm, int bit, boolean set) {
    return set ? 1L << (10 * ORDER.indexOf(vmm) + bit) : 0;
  }

  private static String nameOfDefault(Vmm vmm) {
    return vmm + " by default";
  }
}
