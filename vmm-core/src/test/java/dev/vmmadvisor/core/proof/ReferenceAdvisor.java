package dev.vmmadvisor.core.proof;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.UpgradeTarget;
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
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final Map<List<Object>, Truth> ALL_OR_NONE = new ConcurrentHashMap<>();

  private final Catalog catalog;
  private final List<Rule> rules;
  private final List<Weight> weights;
  private final Set<Vmm> failed;
  private final List<ConstraintRule> implying;
  private final Set<Fact> linked = EnumSet.of(Fact.OPERATING_SYSTEM); // that imply something
  private final List<Version> macOsVersions;
  private final List<Version> releases;
  private final Map<List<Object>, Implied> implied = new HashMap<>();

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
    this.implying = implying(catalog);
    Set<Condition.Comparison> read = new LinkedHashSet<>();
    items().forEach(item -> read.addAll(item.reads()));
    this.macOsVersions = versions(Fact.MACOS_VERSION, read);
    this.releases = versions(Fact.DOCKER_DESKTOP_VERSION, read);
    linked.addAll(
        List.of(
            Fact.ARCHITECTURE, Fact.MACOS_VERSION, Fact.DOCKER_DESKTOP_VERSION, Fact.CURRENT_VMM));
    for (ConstraintRule rule : implying) {
      rule.when().ifPresent(it -> it.comparisons().forEach(one -> linked.add(one.fact())));
    }
  }

  /** What is read to find out what is implied. */
  Set<Condition.Comparison> readToImply() {
    Set<Condition.Comparison> read = new LinkedHashSet<>();
    for (ConstraintRule rule : implying) {
      if (!rule.vmms().containsAll(List.of(Vmm.values()))) {
        read.add(new Condition.OneOf(Fact.CURRENT_VMM, rule.vmms().stream().map(Vmm::id).toList()));
      }
      addReleases(rule.releases(), read);
      rule.when().ifPresent(it -> read.addAll(it.comparisons()));
      read.addAll(rule.requires().comparisons());
    }
    return read;
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
    Optional<VersionRange> implied =
        fact == Fact.MACOS_VERSION
            ? host.impliedMacOsVersions()
            : fact == Fact.DOCKER_DESKTOP_VERSION ? host.impliedReleases() : Optional.empty();
    if (implied.isPresent()
        && comparison instanceof Condition.Within within
        && value.map(it -> ((Version) it).isMacOsCompatibilityVersion()).orElse(true)) {
      return allOrNone(within, implied.get());
    }
    if (value.isEmpty()) {
      // The documents are silent on a chip that has no generation. It is not unknown.
      boolean hasNone =
          fact == Fact.CHIP_GENERATION
              && (host.chip().isPresent()
                  || host.architecture().equals(Optional.of(Architecture.X86_64)));
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

  /**
   * Whether all, none or some of the versions that are implied lie in the range of a comparison.
   */
  private static Truth allOrNone(Condition.Within within, VersionRange implied) {
    return ALL_OR_NONE.computeIfAbsent(
        List.of(within, implied), key -> findAllOrNone(within, implied));
  }

  private static Truth findAllOrNone(Condition.Within within, VersionRange implied) {
    Fact fact = within.fact();
    Set<Boolean> answers = new HashSet<>();
    for (Version version : versions(fact, List.of(within, new Condition.Within(fact, implied)))) {
      if (implied.contains(version)) {
        answers.add(within.range().contains(version));
      }
    }
    return answers.size() > 1 ? Truth.MAYBE : yes(answers.contains(true));
  }

  /** A version for each class that some comparisons tell apart, ascending; without 10.16. */
  private static List<Version> versions(
      Fact fact, Collection<? extends Condition.Comparison> comparisons) {
    return Values.all(fact, List.copyOf(comparisons)).stream()
        .flatMap(value -> value.content().stream())
        .map(Version.class::cast)
        .filter(version -> fact != Fact.MACOS_VERSION || !version.isMacOsCompatibilityVersion())
        .sorted()
        .toList();
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
        : compare(new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, releases), host);
  }

  private static Truth both(Truth one, Truth other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  // ---- what facts imply -------------------------------------------------------------------

  /**
   * What is implied about a host.
   *
   * @param architecture its architecture, if that is known or implied
   * @param macOs the range of its macOS, if one is implied
   * @param releases the range of its Docker Desktop, if one is implied
   * @param leftOut the codes of the implications that contradict what is known
   */
  private record Implied(
      Optional<Architecture> architecture,
      Optional<VersionRange> macOs,
      Optional<VersionRange> releases,
      List<String> leftOut) {}

  /** A host with what its facts imply. */
  Host effective(Host host) {
    Implied implied = implied(host);
    return Host.builder()
        .from(host)
        .architecture(implied.architecture())
        .impliedMacOsVersions(implied.macOs())
        .impliedReleases(implied.releases())
        .build();
  }

  /** The codes of the implications that contradict what is known of a host. */
  List<String> contradicted(Host host) {
    return implied(host).leftOut();
  }

  private Implied implied(Host host) {
    List<Object> key = new ArrayList<>();
    linked.forEach(fact -> key.add(fact.valueIn(host)));
    key.add(host.chip());
    return implied.computeIfAbsent(key, it -> implied(host, implying(host)));
  }

  /** The rules that use proves: "a host that is known not to be a Mac implies nothing". */
  private List<ConstraintRule> implying(Host host) {
    return isElsewhere(host) ? List.of() : implying;
  }

  static boolean isElsewhere(Host host) {
    return host.operatingSystem().filter(system -> !system.equals(Host.MACOS)).isPresent();
  }

  /** Tries every way in which the architecture, macOS and the release can turn out. */
  private Implied implied(Host host, List<ConstraintRule> rules) {
    List<String> leftOut = new ArrayList<>();
    Optional<Architecture> ofChip = ofChip(host);
    if (ofChip.isPresent() && host.architecture().isPresent() && !isElsewhere(host)) {
      if (!ofChip.equals(host.architecture())) {
        leftOut.add("chip");
      }
    }
    List<Host> ways = new ArrayList<>();
    for (Architecture architecture :
        host.architecture().or(() -> ofChip).map(List::of).orElse(List.of(Architecture.values()))) {
      for (Version macOs : candidates(Fact.MACOS_VERSION, host)) {
        for (Version release : candidates(Fact.DOCKER_DESKTOP_VERSION, host)) {
          ways.add(
              UpgradeTarget.dockerDesktop(release)
                  .applyTo(
                      Host.builder()
                          .from(host)
                          .architecture(architecture)
                          .macOsVersion(macOs)
                          .build()));
        }
      }
    }
    for (ConstraintRule rule : rules) {
      List<Host> left = ways.stream().filter(way -> !breaks(rule, way)).toList();
      if (left.isEmpty()) {
        leftOut.add(rule.code());
      } else {
        ways = left;
      }
    }
    Set<Architecture> architectures = EnumSet.noneOf(Architecture.class);
    TreeSet<Version> macOs = new TreeSet<>();
    TreeSet<Version> releases = new TreeSet<>();
    for (Host way : ways) {
      architectures.add(way.architecture().orElseThrow());
      macOs.add(way.macOsVersion().orElseThrow());
      releases.add(way.dockerDesktop().version().orElseThrow());
    }
    return new Implied(
        host.architecture()
            .or(() -> architectures.stream().filter(it -> architectures.size() == 1).findFirst()),
        narrower(macOs, candidates(Fact.MACOS_VERSION, host)),
        narrower(releases, candidates(Fact.DOCKER_DESKTOP_VERSION, host)),
        leftOut);
  }

  private static Optional<Architecture> ofChip(Host host) {
    return host.chip()
        .flatMap(
            chip ->
                chip.startsWith("Apple ")
                    ? Optional.of(Architecture.ARM64)
                    : chip.startsWith("Intel ")
                        ? Optional.of(Architecture.X86_64)
                        : Optional.empty());
  }

  /** The versions that a host can have, one of each class. */
  private List<Version> candidates(Fact fact, Host host) {
    Optional<Version> known =
        fact == Fact.MACOS_VERSION ? host.macOsVersion() : host.dockerDesktop().version();
    List<Version> all = fact == Fact.MACOS_VERSION ? macOsVersions : releases;
    if (fact == Fact.MACOS_VERSION
        && known.map(Version::isMacOsCompatibilityVersion).orElse(false)) {
      return all.stream().filter(it -> it.compareTo(Version.parse("11")) >= 0).toList();
    }
    return known.map(List::of).orElse(all);
  }

  /** "From the lowest to the highest", unless that is all there is. */
  private static Optional<VersionRange> narrower(SortedSet<Version> left, List<Version> all) {
    return left.first().equals(all.get(0)) && left.last().equals(all.get(all.size() - 1))
        ? Optional.empty()
        : Optional.of(VersionRange.parse("[" + left.first() + "," + left.last() + "]"));
  }

  /** Whether a rule would be violated although what proves it is in use. */
  private static boolean breaks(ConstraintRule rule, Host way) {
    boolean isInUse =
        rule.vmms().containsAll(List.of(Vmm.values()))
            || way.dockerDesktop().vmm().filter(rule.vmms()::contains).isPresent();
    return isInUse
        && in(rule.releases(), way) == Truth.YES
        && rule.when().map(when -> truth(when, way) == Truth.YES).orElse(true)
        && truth(rule.requires(), way) == Truth.NO;
  }

  /** The rules that can imply something. */
  private static List<ConstraintRule> implying(Catalog catalog) {
    return catalog.rules().stream()
        .filter(ConstraintRule.class::isInstance)
        .map(ConstraintRule.class::cast)
        .filter(ConstraintRule::impliedByUse)
        // "a rule about every VMM implies something only for some releases"
        .filter(
            rule ->
                !rule.vmms().containsAll(List.of(Vmm.values()))
                    || !rule.releases().equals(VersionRange.ALL))
        .filter(rule -> catalog.waiver(rule.code()).isEmpty())
        .toList();
  }

  // ---- the matrix -------------------------------------------------------------------------

  /** The outcome of each rule of the catalog, in its order; it is the same for all its VMMs. */
  Outcome[] outcomes(Host host) {
    return outcomes(host, Set.of());
  }

  private Outcome[] outcomes(Host host, Set<Rule> undeclared) {
    Outcome[] outcomes = new Outcome[rules.size()];
    boolean isNoMac = isNoMac(host);
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] =
          isNoMac && !isOfSystem(i)
              ? Outcome.NOT_APPLICABLE
              : outcome(rules.get(i), host, undeclared);
    }
    return outcomes;
  }

  /** "What a catalog says of Macs is not about other machines", where a rule rules them out. */
  private boolean isNoMac(Host host) {
    boolean isRuledOut = false;
    for (int i = 0; i < rules.size() && isElsewhere(host); i++) {
      isRuledOut |= isOfSystem(i) && outcome(rules.get(i), host) == Outcome.VIOLATED;
    }
    return isRuledOut;
  }

  /** Whether a rule rules out every VMM by the operating system alone. */
  private boolean isOfSystem(int number) {
    return weights.get(number).hard()
        && rules.get(number) instanceof ConstraintRule rule
        && rule.vmms().containsAll(List.of(Vmm.values()))
        && rule.releases().equals(VersionRange.ALL)
        && rule.when().isEmpty()
        && !rule.requires().comparisons().isEmpty()
        && rule.requires().comparisons().stream()
            .allMatch(comparison -> comparison.fact() == Fact.OPERATING_SYSTEM);
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
      !isNoMac(host) && isSaidToBeFast(vmm, host) == Truth.YES ? 0 : 1,
      !isNoMac(host) && isDefault(vmm, host) == Truth.YES ? 0 : 1,
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
