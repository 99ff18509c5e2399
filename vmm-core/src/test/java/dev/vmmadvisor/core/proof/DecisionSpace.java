package dev.vmmadvisor.core.proof;

import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The hosts that a catalog can tell apart, taken apart into products that can be gone through.
 *
 * <p><b>Why this is enough.</b> Conditions are data: two values of a fact for which every
 * comparison of a catalog has the same truth are the same to it, so one value stands for its class
 * ({@link Values}; that no value is without a class is a property of its own). An {@linkplain Item
 * item}, which is a rule, a phase, a claim or a default, turns out as its own facts say and as
 * nothing else does. The ranking reads items only, and of them, for each VMM, no more than whether
 * <em>one</em> of the rules forbids it, may forbid it, is harm, is an unmet need, and so on ({@link
 * ReferenceAdvisor#signature}). Therefore:
 *
 * <ol>
 *   <li><b>Outcomes</b> are covered if for each item every combination of classes of the facts that
 *       it reads together is gone through, "unknown" among them. {@link #groups} does so. This is
 *       exhaustive.
 *   <li><b>The ranking</b> is covered if every combination of what it can see is gone through.
 *       Nearly all items read the release, so the release is fixed: each class of it in turn, and
 *       unknown. What is not settled by the release alone falls into groups of items without a
 *       common fact. What the ranking sees of all is an "or" over what it sees of each group, so it
 *       is enough to take, from each group, one host for each thing that can be seen of it, and all
 *       combinations of those: {@link #rankings}. This is exhaustive for what the ranking can see;
 *       it does not go through the many hosts that look alike to it.
 *   <li><b>That the advisor keeps to this argument</b>, and no item reads a fact that is not its
 *       own, is not a matter of the documents but of the advisor, and only tests of hosts can show
 *       it. Every host of every product is compared in all its outcomes and its whole ranking, and
 *       {@link #pairs} puts every pair of facts, in all their classes, on several backgrounds. An
 *       error that needs three facts which no item reads together, and that the two products above
 *       do not meet by chance, would be missed.
 *   <li><b>What facts imply</b> about the architecture, macOS and the release is covered if every
 *       combination of the classes of the facts that imply each other is gone through: {@link
 *       #implied}. This is exhaustive.
 *   <li><b>Certainty</b> is held against plain enumeration for hosts with at most three open facts
 *       that the ranking reads: {@link #open}, on several backgrounds, every choice of up to three
 *       facts. That is not exhaustive: hosts with more open facts are left to the properties of the
 *       room that decides.
 * </ol>
 *
 * <p>Facts that depend on each other are kept together: a known macOS version tells the operating
 * system. The chip is enumerated by its generation; a catalog that compares its name is refused.
 */
final class DecisionSpace {

  private final ReferenceAdvisor reference;
  private final List<Item> items;
  private final Set<Condition.Comparison> comparisons = new LinkedHashSet<>();
  private final boolean large;

  /**
   * Prepares to enumerate.
   *
   * @param reference what is enumerated for
   * @param large whether to take every class of the catalog where those of a group would do, and
   *     every way in which a group can turn out where what the ranking sees of it would do
   */
  DecisionSpace(ReferenceAdvisor reference, boolean large) {
    this.reference = reference;
    this.items = reference.items();
    this.large = large;
    items.forEach(item -> comparisons.addAll(item.reads()));
    comparisons.addAll(reference.readToImply());
  }

  /** The facts that the catalog reads, with those they depend on. */
  List<Fact> facts() {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    comparisons.forEach(comparison -> facts.add(comparison.fact()));
    return List.copyOf(linked(facts));
  }

  /** Every class of a fact that the catalog tells apart, and unknown. */
  List<Value> values(Fact fact) {
    return Values.all(fact, comparisons);
  }

  /** All combinations of all classes of all facts; for small catalogs. */
  Product everything() {
    return product(Draft.unknown(), facts(), comparisons);
  }

  /** All combinations of the facts that imply each other, in the classes that tell it. */
  Product implied(Draft background) {
    Set<Fact> facts = EnumSet.of(Fact.ARCHITECTURE, Fact.CHIP_GENERATION);
    reference.readToImply().forEach(comparison -> facts.add(comparison.fact()));
    return product(background, facts, reference.readToImply());
  }

  /**
   * One product for each item: its facts in the classes that it tells apart itself. If large: one
   * for each largest set of facts that an item reads together, in all classes of the catalog.
   */
  List<Product> groups(Draft background) {
    Set<Set<Fact>> sets = new LinkedHashSet<>();
    items.forEach(item -> sets.add(linked(item.facts())));
    Set<Product> groups = new LinkedHashSet<>();
    if (large) {
      sets.removeIf(
          set -> sets.stream().anyMatch(it -> it.size() > set.size() && it.containsAll(set)));
      sets.forEach(set -> groups.add(product(background, set, comparisons)));
    } else {
      items.forEach(item -> groups.add(product(background, linked(item.facts()), item.reads())));
    }
    return List.copyOf(groups);
  }

  /** The codes of the rules and other items whose facts are all varied by a product. */
  Set<String> itemsWithin(Product product) {
    Set<String> names = new LinkedHashSet<>();
    for (Item item : items) {
      if (product.facts().containsAll(item.facts())) {
        names.add(item.name());
      }
    }
    return names;
  }

  Set<String> items() {
    Set<String> names = new LinkedHashSet<>();
    items.forEach(item -> names.add(item.name()));
    return names;
  }

  /**
   * Every pair of facts in all their classes, on a background; of databases, unless it is large,
   * only lists of up to one.
   */
  List<Product> pairs(Draft background) {
    List<Fact> facts = facts();
    List<Product> pairs = new ArrayList<>();
    for (int one = 0; one < facts.size(); one++) {
      for (int other = one + 1; other < facts.size(); other++) {
        List<Fact> pair = List.of(facts.get(one), facts.get(other));
        pairs.add(new Product(background, pair, pair.stream().map(this::inPairs).toList()));
      }
    }
    return pairs;
  }

  private List<Value> inPairs(Fact fact) {
    List<Value> values = values(fact);
    return large || fact != Fact.DATABASES
        ? values
        : values.stream()
            .filter(value -> value.content().map(it -> ((List<?>) it).size() < 2).orElse(true))
            .toList();
  }

  private static Product product(
      Draft background, Collection<Fact> facts, Set<Condition.Comparison> comparisons) {
    List<Fact> varied = List.copyOf(facts);
    return new Product(
        background, varied, varied.stream().map(it -> Values.all(it, comparisons)).toList());
  }

  /**
   * What the ranking can see in one class of releases.
   *
   * @param release the release
   * @param gone how many combinations of facts its parts were found from
   * @param parts for each group of items without a common fact one host for each thing that can be
   *     seen of it
   */
  record Rankings(Value release, long gone, List<List<Draft>> parts) {

    long size() {
      long size = 1;
      for (List<Draft> part : parts) {
        size = Math.multiplyExact(size, (long) part.size());
      }
      return size;
    }

    /** All combinations of the parts. */
    void visit(Consumer<Draft> visitor) {
      visit(Draft.unknown().with(Fact.DOCKER_DESKTOP_VERSION, release), 0, visitor);
    }

    private void visit(Draft draft, int next, Consumer<Draft> visitor) {
      if (next == parts.size()) {
        visitor.accept(draft);
        return;
      }
      for (Draft part : parts.get(next)) {
        visit(draft.withAll(part), next + 1, visitor);
      }
    }
  }

  /** What the ranking can see, for each class of releases and for an unknown one. */
  List<Rankings> rankings() {
    List<Rankings> rankings = new ArrayList<>();
    releases().forEach(release -> rankings.add(rankings(release)));
    return rankings;
  }

  /**
   * The classes of releases, "unknown" among them; unless it is large, neighbours are one where
   * nothing that the ranking looks at tells them apart.
   */
  List<Value> releases() {
    if (large) {
      return values(Fact.DOCKER_DESKTOP_VERSION);
    }
    Set<Condition.Comparison> deciding = new LinkedHashSet<>();
    items.stream().filter(Item::decides).forEach(item -> deciding.addAll(item.reads()));
    return Values.merged(Fact.DOCKER_DESKTOP_VERSION, deciding);
  }

  private Rankings rankings(Value release) {
    Draft alone = Draft.unknown().with(Fact.DOCKER_DESKTOP_VERSION, release);
    Host host = reference.effective(alone.host());
    List<Item> open = new ArrayList<>();
    for (Item item : items) {
      if (item.decides() && (item.readsWhetherKnown() || item.isOpen().test(host))) {
        open.add(item);
      }
    }
    List<List<Draft>> parts = new ArrayList<>();
    long gone = 0;
    for (Set<Fact> group : connected(open)) {
      List<Item> about = new ArrayList<>();
      Set<Condition.Comparison> read = new LinkedHashSet<>();
      for (Item item : open) {
        if (!Collections.disjoint(group, item.facts())) {
          about.add(item);
          read.addAll(item.reads());
        }
      }
      List<Fact> facts = List.copyOf(group);
      Product product =
          new Product(alone, facts, facts.stream().map(it -> Values.merged(it, read)).toList());
      gone += product.size();
      parts.add(distinct(product, about));
    }
    return new Rankings(release, gone, parts);
  }

  /** One combination for each thing that can be seen of some items. */
  private List<Draft> distinct(Product product, List<Item> about) {
    List<Seen> seen = about.stream().map(item -> seen(product, item)).toList();
    Map<Object, Draft> distinct = new LinkedHashMap<>();
    for (long number = 0; number < product.size(); number++) {
      int[] chosen = product.chosen(number);
      Object together;
      if (large) {
        together = seen.stream().map(of -> of.result(chosen)).toList();
      } else {
        long bits = 0;
        for (Seen of : seen) {
          bits |= (Long) of.result(chosen);
        }
        together = bits;
      }
      distinct.computeIfAbsent(together, it -> product.draft(chosen));
    }
    return List.copyOf(distinct.values());
  }

  /**
   * What can be seen of an item over the combinations of its own facts: found once for each, as
   * nothing else can change it.
   *
   * @param own the combinations of its own facts
   * @param places where these facts are among those of the whole group
   * @param results what is seen for each of these combinations
   */
  private record Seen(Product own, List<Integer> places, List<Object> results) {

    Object result(int[] chosen) {
      return results.get(own.number(places.stream().mapToInt(place -> chosen[place]).toArray()));
    }
  }

  private Seen seen(Product product, Item item) {
    List<Integer> places = new ArrayList<>();
    Set<Fact> facts = linked(item.facts());
    for (int place = 0; place < product.facts().size(); place++) {
      if (facts.contains(product.facts().get(place))) {
        places.add(place);
      }
    }
    Product own =
        new Product(
            product.background(),
            places.stream().map(product.facts()::get).toList(),
            places.stream().map(product.values()::get).toList());
    List<Object> results = new ArrayList<>();
    own.visit(
        draft -> {
          Host host = reference.effective(draft.host());
          results.add(large ? item.result().apply(host) : reference.signature(item.name(), host));
        });
    return new Seen(own, places, List.copyOf(results));
  }

  /** The facts other than the release that some items read, those together that one item joins. */
  private static List<Set<Fact>> connected(List<Item> items) {
    List<Set<Fact>> groups = new ArrayList<>();
    for (Item item : items) {
      Set<Fact> joined = linked(item.facts());
      joined.remove(Fact.DOCKER_DESKTOP_VERSION);
      if (joined.isEmpty()) {
        continue;
      }
      for (Set<Fact> group : List.copyOf(groups)) {
        if (!Collections.disjoint(group, joined)) {
          joined.addAll(group);
          groups.remove(group);
        }
      }
      groups.add(joined);
    }
    return groups;
  }

  private static Set<Fact> linked(Set<Fact> facts) {
    Set<Fact> linked = EnumSet.noneOf(Fact.class);
    linked.addAll(facts);
    if (linked.contains(Fact.OPERATING_SYSTEM)) {
      linked.add(Fact.MACOS_VERSION);
    }
    return linked;
  }

  /** A background with each choice of one to some number of facts unknown. */
  List<Draft> open(Draft background, int most) {
    Set<Fact> deciding = EnumSet.noneOf(Fact.class);
    items.stream().filter(Item::decides).forEach(item -> deciding.addAll(item.facts()));
    List<Fact> facts = List.copyOf(linked(deciding));
    List<Draft> drafts = new ArrayList<>();
    for (int chosen = 1; chosen < 1 << facts.size(); chosen++) {
      if (Integer.bitCount(chosen) <= most) {
        Draft draft = background;
        for (int i = 0; i < facts.size(); i++) {
          if ((chosen >> i & 1) == 1) {
            draft = draft.with(facts.get(i), Value.UNKNOWN);
          }
        }
        drafts.add(draft);
      }
    }
    return drafts;
  }

  /** The number of classes of each fact, "unknown" among them. */
  Map<Fact, Integer> classes() {
    Map<Fact, Integer> classes = new EnumMap<>(Fact.class);
    facts().forEach(fact -> classes.put(fact, values(fact).size()));
    return classes;
  }
}
