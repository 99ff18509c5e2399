package dev.vmmadvisor.core.decision;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.ConstraintRule;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Derives facts from other facts: by the {@linkplain ConstraintRule#impliedByUse() constraints that
 * use proves}, and the architecture from the chip. Immutable and safe to share between threads.
 *
 * <p>Three facts can be implied: the architecture, the macOS version and the Docker Desktop
 * version. The comparisons in the implications partition the values of each fact into a few
 * classes. A <em>combination</em> is one class of each fact. It is possible if it agrees with the
 * known facts and violates no implication. What all possible combinations have in common is
 * implied: one architecture, or the range from the lowest to the highest class of a version. All
 * combinations are enumerated, because there are few classes.
 *
 * <p>If facts contradict each other, the implications are added in the order of the catalog. One
 * that leaves no possible combination is ignored.
 */
final class Implications {

  /** The facts that can be implied, in the order of {@link Fact}. */
  private static final List<Fact> IMPLIED =
      List.of(Fact.ARCHITECTURE, Fact.MACOS_VERSION, Fact.DOCKER_DESKTOP_VERSION);

  // their indexes
  private static final int ARCHITECTURE = 0;
  private static final int MACOS = 1;
  private static final int RELEASE = 2;

  /** The classes of the architecture. */
  private static final List<Architecture> ARCHITECTURES = List.of(Architecture.values());

  private static final int ARM64 = ARCHITECTURES.indexOf(Architecture.ARM64);

  private static final VersionRange FROM_ELEVEN = VersionRange.parse("[11,)");

  private final List<Implication> implications;
  private final ComparisonTable comparisonTable;
  private final List<Condition.Comparison> comparisons; // all of the catalog, by their numbers
  private final List<Integer> numbers; // of those that a combination determines
  private final List<Domain> domains = new ArrayList<>();
  private final BitSet read; // those that implications read
  private final BitSet relevant = new BitSet(); // those that can imply something
  private final BitSet generations = new BitSet(); // those about the generation of the chip

  /**
   * A constraint that use proves. Its expressions read the comparisons by their indexes in the list
   * of numbers.
   *
   * @param rule the constraint
   * @param vmms its VMMs; empty for all
   * @param use that one of them is in use
   * @param premise the use and the conditions under which the constraint applies
   * @param consequence the requirement
   */
  private record Implication(
      ConstraintRule rule,
      Set<Vmm> vmms,
      Expression use,
      Expression premise,
      Expression consequence) {

    boolean isViolated(Truth[] truths) {
      return premise.evaluate(truths) == Truth.TRUE && consequence.evaluate(truths) == Truth.FALSE;
    }

    /** Whether no combination violates it, given the known truths. */
    boolean isIdle(Truth[] truths) {
      return use.evaluate(truths) != Truth.TRUE
          || premise.evaluate(truths) == Truth.FALSE
          || consequence.evaluate(truths) == Truth.TRUE;
    }
  }

  /**
   * The classes of a fact that can be implied.
   *
   * @param fact the fact
   * @param about the numbers of all comparisons of the fact
   * @param indexes the indexes of those that a combination determines
   * @param intervals the classes of a version, ascending; empty for the architecture, which has one
   *     class for each constant
   * @param truths for each class the truth at each of these indexes
   */
  private record Domain(
      Fact fact,
      List<Integer> about,
      List<Integer> indexes,
      List<VersionCuts.Interval> intervals,
      List<Truth[]> truths) {

    BitSet all() {
      BitSet all = new BitSet();
      all.set(0, truths.size());
      return all;
    }

    boolean agrees(int of, Truth[] known) {
      Truth[] own = truths.get(of);
      for (int i = 0; i < own.length; i++) {
        Truth truth = known[indexes.get(i)];
        if (truth != Truth.UNKNOWN && truth != own[i]) {
          return false;
        }
      }
      return true;
    }

    void put(int of, Truth[] combination) {
      Truth[] own = truths.get(of);
      for (int i = 0; i < own.length; i++) {
        combination[indexes.get(i)] = own[i];
      }
    }

    /** The smallest interval that includes some classes. */
    VersionCuts.Interval hull(BitSet classes) {
      return new VersionCuts.Interval(
          intervals.get(classes.nextSetBit(0)).from(), intervals.get(classes.length() - 1).to());
    }
  }

  /**
   * The implications of an incompletely known host, to be applied while more facts become known.
   *
   * @param active the implications that are not ignored
   * @param possible for each fact that can be implied the classes that agree with the host
   */
  record Live(BitSet active, List<BitSet> possible) {}

  private Implications(
      List<Implication> implications,
      List<Integer> numbers,
      BitSet read,
      ComparisonTable comparisonTable) {
    this.implications = implications;
    this.numbers = numbers;
    this.read = read;
    this.comparisonTable = comparisonTable;
    this.comparisons = comparisonTable.inOrder();
    for (int number : numbers) {
      relevant.set(number);
    }
    for (int number = 0; number < comparisons.size(); number++) {
      if (comparisons.get(number).fact() == Fact.CHIP_GENERATION) {
        generations.set(number);
        relevant.set(number);
      }
    }
    for (Fact fact : IMPLIED) {
      domains.add(domain(fact));
    }
  }

  /**
   * The implications of a catalog. A waived rule implies nothing.
   *
   * @param comparisons the comparisons of the catalog; new ones of implications are added
   */
  static Implications of(Catalog catalog, ComparisonTable comparisons) {
    List<ConstraintRule> rules = new ArrayList<>();
    List<Expression> expressions = new ArrayList<>(); // use, premise and consequence of each rule
    for (Rule rule : catalog.rules()) {
      if (rule instanceof ConstraintRule constraint
          && canImply(constraint)
          && catalog.waiver(rule.code()).isEmpty()) {
        rules.add(constraint);
        Expression use = use(constraint, comparisons);
        expressions.add(use);
        expressions.add(
            new Expression.All(
                List.of(
                    use,
                    comparisons.compile(constraint.releases()),
                    comparisons.compile(constraint.when().orElse(new Condition.All(List.of()))))));
        expressions.add(comparisons.compile(constraint.requires()));
      }
    }
    BitSet read = new BitSet();
    for (Expression expression : expressions) {
      expression.addTo(read);
    }
    List<Integer> numbers = new ArrayList<>();
    for (int number = 0; number < comparisons.inOrder().size(); number++) {
      if (read.get(number)
          || (comparisons.inOrder().get(number) instanceof Condition.OneOf oneOf
              && oneOf.fact() == Fact.ARCHITECTURE)) {
        numbers.add(number);
      }
    }
    List<Implication> implications = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      implications.add(
          new Implication(
              rules.get(i),
              vmms(rules.get(i)),
              expressions.get(3 * i).renumbered(numbers),
              expressions.get(3 * i + 1).renumbered(numbers),
              expressions.get(3 * i + 2).renumbered(numbers)));
    }
    return new Implications(List.copyOf(implications), List.copyOf(numbers), read, comparisons);
  }

  /**
   * Whether use proves a rule and its form can imply something. Its requirement is a conjunction of
   * comparisons of implied facts. Its condition does not test whether a fact is known. If it is
   * about every VMM, it is limited to some releases.
   */
  private static boolean canImply(ConstraintRule rule) {
    if (!rule.impliedByUse()
        || (vmms(rule).isEmpty() && rule.releases().equals(VersionRange.ALL))) {
      return false;
    }
    for (Condition part :
        rule.requires() instanceof Condition.All all
            ? all.conditions()
            : List.of(rule.requires())) {
      if (!(part instanceof Condition.Comparison comparison)
          || part instanceof Condition.Known
          || !IMPLIED.contains(comparison.fact())) {
        return false;
      }
    }
    if (rule.when().isPresent()) {
      for (Condition.Comparison comparison : rule.when().get().comparisons()) {
        if (comparison instanceof Condition.Known) {
          return false;
        }
      }
    }
    return true;
  }

  /** The VMMs of a rule; empty for all. */
  private static Set<Vmm> vmms(ConstraintRule rule) {
    Set<Vmm> vmms = EnumSet.noneOf(Vmm.class);
    vmms.addAll(rule.vmms());
    return vmms.size() == Vmm.values().length ? EnumSet.noneOf(Vmm.class) : vmms;
  }

  /** The condition that one of the VMMs of a rule is in use. */
  private static Expression use(ConstraintRule rule, ComparisonTable comparisons) {
    List<String> ids = new ArrayList<>();
    for (Vmm vmm : vmms(rule)) {
      ids.add(vmm.id());
    }
    return ids.isEmpty()
        ? Expression.ALWAYS
        : comparisons.compile(new Condition.OneOf(Fact.CURRENT_VMM, ids));
  }

  private Domain domain(Fact fact) {
    List<Integer> about = new ArrayList<>();
    for (int number = 0; number < comparisons.size(); number++) {
      if (comparisons.get(number).fact() == fact) {
        about.add(number);
      }
    }
    List<Integer> indexes = new ArrayList<>();
    List<VersionRange> ranges = new ArrayList<>();
    for (int index = 0; index < numbers.size(); index++) {
      Condition.Comparison comparison = comparisons.get(numbers.get(index));
      if (comparison.fact() == fact) {
        indexes.add(index);
        if (comparison instanceof Condition.Within within) {
          ranges.add(within.range());
        }
      }
    }
    List<Truth[]> truths = new ArrayList<>();
    if (fact == Fact.ARCHITECTURE) {
      for (Architecture architecture : ARCHITECTURES) {
        truths.add(truths(indexes, architecture));
      }
      return new Domain(fact, about, indexes, List.of(), truths);
    }
    if (fact == Fact.MACOS_VERSION && !ranges.isEmpty()) {
      ranges.add(FROM_ELEVEN); // so that 10.16 covers whole classes
    }
    List<VersionCuts.Interval> intervals = VersionCuts.of(ranges).intervals();
    for (VersionCuts.Interval interval : intervals) {
      truths.add(truths(indexes, interval));
    }
    return new Domain(fact, about, indexes, intervals, truths);
  }

  /** The truth of comparisons for an architecture. */
  private Truth[] truths(List<Integer> indexes, Architecture architecture) {
    Truth[] truths = new Truth[indexes.size()];
    for (int i = 0; i < truths.length; i++) {
      Condition.OneOf oneOf = (Condition.OneOf) comparisons.get(numbers.get(indexes.get(i)));
      truths[i] = Truth.of(oneOf.values().contains(architecture.id()));
    }
    return truths;
  }

  /** The truth of comparisons for the versions of an interval. */
  private Truth[] truths(List<Integer> indexes, VersionCuts.Interval interval) {
    Truth[] truths = new Truth[indexes.size()];
    for (int i = 0; i < truths.length; i++) {
      Condition.Within within = (Condition.Within) comparisons.get(numbers.get(indexes.get(i)));
      truths[i] = Truth.of(interval.liesIn(within.range()));
    }
    return truths;
  }

  /** Whether an implication reads a comparison. */
  boolean reads(int number) {
    return read.get(number);
  }

  /**
   * The host, completed with the facts that its own facts imply: the architecture as a fact,
   * versions as ranges, and a notice for each contradiction. The same host if nothing is implied.
   */
  Host effective(Host host) {
    if (isComplete(host) && !mayContradict(host)) {
      return host; // fast path
    }
    Set<Notice> conflicts = new LinkedHashSet<>();
    Truth[] truths = truths(host);
    List<BitSet> possible = possible(host);
    List<BitSet> combinations =
        combinations(truths, possible, active(host, truths, possible, conflicts));
    Architecture architecture = host.architecture().orElse(null);
    if (architecture == null && combinations.get(ARCHITECTURE).cardinality() == 1) {
      architecture = ARCHITECTURES.get(combinations.get(ARCHITECTURE).nextSetBit(0));
    }
    VersionRange macOs = implied(MACOS, host, truths, possible, combinations);
    VersionRange releases = implied(RELEASE, host, truths, possible, combinations);
    if (conflicts.isEmpty()
        && macOs == null
        && releases == null
        && (architecture == null || host.architecture().isPresent())) {
      return host;
    }
    Host.Builder effective =
        Host.builder()
            .from(host)
            .architecture(Optional.ofNullable(architecture))
            .addAllNotices(conflicts);
    if (macOs != null) {
      effective.impliedMacOsVersions(macOs);
    }
    if (releases != null) {
      effective.impliedReleases(releases);
    }
    return effective.build();
  }

  /** The implied range of a version; null if it is not narrower than the known one. */
  private @Nullable VersionRange implied(
      int fact, Host host, Truth[] truths, List<BitSet> possible, List<BitSet> combinations) {
    BitSet left = combinations.get(fact);
    BitSet before = agreeing(domains.get(fact), possible.get(fact), truths);
    boolean isNarrower =
        left.nextSetBit(0) != before.nextSetBit(0) || left.length() != before.length();
    return isNarrower && isOpen(IMPLIED.get(fact), host)
        ? domains.get(fact).hull(left).range()
        : null;
  }

  /**
   * The implications to apply while more facts of a host become known; null if all facts that can
   * be implied are known.
   */
  @Nullable Live live(Host host) {
    if (isComplete(host)) {
      return null;
    }
    Truth[] truths = truths(host);
    List<BitSet> possible = possible(host);
    return new Live(active(host, truths, possible, new LinkedHashSet<>()), possible);
  }

  /**
   * Propagates the implications of facts that became known.
   *
   * @param all the truth of each comparison; receives the implied truths
   * @param live the implications of the host
   * @param hasAppleChip whether the chip is known to be from Apple
   * @return whether the facts are possible together
   */
  boolean propagate(Truth[] all, Live live, boolean hasAppleChip) {
    Truth[] truths = new Truth[numbers.size()];
    for (int index = 0; index < truths.length; index++) {
      truths[index] = all[numbers.get(index)];
    }
    List<BitSet> possible = live.possible();
    if (hasAppleChip) {
      possible = new ArrayList<>(possible);
      possible.set(ARCHITECTURE, only(ARM64, possible.get(ARCHITECTURE)));
    }
    List<BitSet> combinations = combinations(truths, possible, live.active());
    if (combinations.isEmpty()) {
      return false;
    }
    for (int i = 0; i < IMPLIED.size(); i++) {
      put(domains.get(i), combinations.get(i), all);
    }
    boolean mayBeArm = combinations.get(ARCHITECTURE).get(ARM64);
    for (int i = generations.nextSetBit(0); i >= 0; i = generations.nextSetBit(i + 1)) {
      if (all[i] == Truth.UNKNOWN && !mayBeArm) {
        all[i] = Truth.FALSE;
      }
    }
    return true;
  }

  /** Writes the truths that some classes have in common, where they are unknown. */
  private void put(Domain domain, BitSet classes, Truth[] all) {
    VersionCuts.Interval hull = domain.intervals().isEmpty() ? null : domain.hull(classes);
    for (int number : domain.about()) {
      Condition.Comparison comparison = comparisons.get(number);
      if (comparison instanceof Condition.Within within && hull != null) {
        all[number] = all[number] == Truth.UNKNOWN ? hull.truth(within.range()) : all[number];
      } else if (hull == null && classes.cardinality() == 1) {
        String id = ARCHITECTURES.get(classes.nextSetBit(0)).id();
        all[number] =
            Truth.of(!(comparison instanceof Condition.OneOf oneOf) || oneOf.values().contains(id));
      }
    }
  }

  /** The numbers of the comparisons that can imply something. Must not be changed. */
  BitSet relevant() {
    return relevant;
  }

  /** Whether a comparison is about the generation of the chip. */
  boolean isAboutGeneration(int number) {
    return generations.get(number);
  }

  /** Whether a host is known not to be a Mac. */
  static boolean isElsewhere(Host host) {
    return host.operatingSystem().isPresent() && !host.operatingSystem().get().equals(Host.MACOS);
  }

  /** Whether all facts that can be implied are known. */
  static boolean isComplete(Host host) {
    for (Fact fact : IMPLIED) {
      if (isOpen(fact, host)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpen(Fact fact, Host host) {
    Object value = fact.valueOrNull(host);
    return value == null
        || (fact == Fact.MACOS_VERSION && ((Version) value).isMacOsCompatibilityVersion());
  }

  /** Whether the facts of a complete host may contradict each other; a fast, conservative test. */
  private boolean mayContradict(Host host) {
    Architecture ofChip = architectureOfChip(host);
    if (ofChip != null && ofChip != host.architecture().orElseThrow()) {
      return true;
    }
    Vmm vmm = host.dockerDesktop().vmm().orElse(null);
    Version release = host.dockerDesktop().version().orElseThrow();
    for (Implication implication : implications) {
      if ((implication.vmms().isEmpty() || (vmm != null && implication.vmms().contains(vmm)))
          && implication.rule().releases().contains(release)) {
        for (Condition.Comparison required : implication.rule().requires().comparisons()) {
          if (comparisonTable.evaluate(required, host) == Truth.FALSE) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The architecture of the chip of a host; null if it is unknown. */
  private static @Nullable Architecture architectureOfChip(Host host) {
    String chip = host.chip().orElse("");
    if (chip.regionMatches(true, 0, "Apple ", 0, 6)) {
      return Architecture.ARM64;
    }
    return chip.regionMatches(true, 0, "Intel ", 0, 6) ? Architecture.X86_64 : null;
  }

  private Truth[] truths(Host host) {
    Truth[] truths = new Truth[numbers.size()];
    for (int index = 0; index < truths.length; index++) {
      truths[index] = comparisonTable.evaluate(comparisons.get(numbers.get(index)), host);
    }
    return truths;
  }

  /** The classes of each fact that a host can have, apart from what the truths exclude. */
  private List<BitSet> possible(Host host) {
    List<BitSet> possible = new ArrayList<>();
    for (Domain domain : domains) {
      BitSet classes = domain.all();
      for (int i = 0; i < domain.intervals().size(); i++) {
        boolean isExcluded =
            domain.fact() == Fact.MACOS_VERSION
                && host.macOsVersion().isPresent()
                && domain.intervals().get(i).truth(FROM_ELEVEN) == Truth.FALSE
                && host.macOsVersion().get().isMacOsCompatibilityVersion();
        classes.set(i, !isExcluded);
      }
      possible.add(classes);
    }
    Architecture architecture = host.architecture().orElse(architectureOfChip(host));
    if (architecture != null) {
      possible.set(
          ARCHITECTURE, only(ARCHITECTURES.indexOf(architecture), possible.get(ARCHITECTURE)));
    }
    return possible;
  }

  private static BitSet only(int one, BitSet of) {
    BitSet only = new BitSet();
    only.set(one, of.get(one));
    return only;
  }

  /** The classes of a fact that agree with the known truths. */
  private static BitSet agreeing(Domain domain, BitSet possible, Truth[] truths) {
    BitSet agreeing = new BitSet();
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      agreeing.set(i, domain.agrees(i, truths));
    }
    return agreeing;
  }

  /**
   * The classes of each fact that occur in a possible combination; empty if none is possible.
   *
   * @param truths the known truths
   * @param possible the classes to try
   * @param active the implications that no combination may violate
   */
  private List<BitSet> combinations(Truth[] truths, List<BitSet> possible, BitSet active) {
    List<BitSet> agreeing = new ArrayList<>();
    for (int i = 0; i < domains.size(); i++) {
      agreeing.add(agreeing(domains.get(i), possible.get(i), truths));
      if (agreeing.get(i).isEmpty()) {
        return List.of();
      }
    }
    List<Implication> open = new ArrayList<>();
    for (int i = active.nextSetBit(0); i >= 0; i = active.nextSetBit(i + 1)) {
      if (!implications.get(i).isIdle(truths)) {
        open.add(implications.get(i));
      }
    }
    if (open.isEmpty()) {
      return agreeing;
    }
    List<BitSet> found = List.of(new BitSet(), new BitSet(), new BitSet());
    tryCombinations(new int[domains.size()], 0, agreeing, truths.clone(), open, found);
    return found.get(0).isEmpty() ? List.of() : found;
  }

  /** Tries all combinations whose first classes are chosen. */
  private void tryCombinations(
      int[] chosen,
      int next,
      List<BitSet> classes,
      Truth[] combination,
      List<Implication> open,
      List<BitSet> found) {
    if (next == chosen.length) {
      for (Implication implication : open) {
        if (implication.isViolated(combination)) {
          return;
        }
      }
      for (int i = 0; i < chosen.length; i++) {
        found.get(i).set(chosen[i]);
      }
      return;
    }
    BitSet of = classes.get(next);
    for (int i = of.nextSetBit(0); i >= 0; i = of.nextSetBit(i + 1)) {
      chosen[next] = i;
      domains.get(next).put(i, combination);
      tryCombinations(chosen, next + 1, classes, combination, open, found);
    }
  }

  /**
   * The implications of a host that are not ignored.
   *
   * @param conflicts receives a notice for each contradiction
   */
  private BitSet active(Host host, Truth[] truths, List<BitSet> possible, Set<Notice> conflicts) {
    BitSet active = new BitSet();
    if (isElsewhere(host)) {
      return active;
    }
    Architecture ofChip = architectureOfChip(host);
    if (ofChip != null && host.architecture().isPresent() && host.architecture().get() != ofChip) {
      conflicts.add(conflict(EnumSet.of(Fact.ARCHITECTURE, Fact.CHIP), host));
    }
    active.set(0, implications.size());
    if (!combinations(truths, possible, active).isEmpty()) {
      return active;
    }
    active.clear();
    for (int i = 0; i < implications.size(); i++) {
      active.set(i);
      if (combinations(truths, possible, active).isEmpty()) {
        Set<Fact> facts = conflicting(host, truths, possible, active);
        if (!facts.isEmpty()) { // otherwise the catalog contradicts itself
          conflicts.add(conflict(facts, host));
        }
        active.clear(i);
      }
    }
    return active;
  }

  /** A minimal set of facts of a host that contradict each other. */
  private Set<Fact> conflicting(Host host, Truth[] truths, List<BitSet> possible, BitSet active) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    for (int number : numbers) {
      if (comparisons.get(number).fact().valueOrNull(host) != null) {
        facts.add(comparisons.get(number).fact());
      }
    }
    if (host.architecture().isEmpty() && host.chip().isPresent()) {
      facts.add(Fact.CHIP);
    }
    Truth[] known = truths.clone();
    List<BitSet> classes = new ArrayList<>(possible);
    for (Fact fact : List.copyOf(facts)) {
      Truth[] fewer = known.clone();
      for (int index = 0; index < fewer.length; index++) {
        boolean isOf = comparisons.get(numbers.get(index)).fact() == fact;
        fewer[index] = isOf ? Truth.UNKNOWN : fewer[index];
      }
      List<BitSet> more = new ArrayList<>(classes);
      int domain = IMPLIED.indexOf(fact == Fact.CHIP ? Fact.ARCHITECTURE : fact);
      if (domain >= 0) {
        more.set(domain, domains.get(domain).all());
      }
      if (combinations(fewer, more, active).isEmpty()) {
        facts.remove(fact);
        known = fewer;
        classes = more;
      }
    }
    return facts;
  }

  private static Notice conflict(Set<Fact> facts, Host host) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> statements = new ArrayList<>();
    for (Fact fact : facts) {
      Object value = Objects.requireNonNull(fact.valueOrNull(host));
      values.put(fact.path(), value);
      statements.add(fact.label() + " " + value);
    }
    return new Notice(
        "contradicting-facts",
        "",
        values,
        String.join(" and ", statements) + " contradict each other: at least one of them is wrong");
  }
}
