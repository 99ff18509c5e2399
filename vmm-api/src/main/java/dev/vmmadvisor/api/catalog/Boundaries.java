package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of facts at which the conditions of a catalog change. Hosts whose values lie between
 * the same two boundaries get the same answer. {@link Catalog#boundaries()} returns them.
 *
 * <p>They are taken from the conditions of rules, claims and defaults, and from the release ranges
 * of rules, lifecycles, engines, claims and guides. Statements and disagreements do not affect an
 * answer and contribute none.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Boundaries {

  private static final Comparator<Condition.RunsDatabase> BY_ENGINE_AND_STORAGE =
      Comparator.comparing((Condition.RunsDatabase runs) -> String.join(" ", runs.engines()))
          .thenComparing(runs -> runs.storage().map(Storage::id).orElse(""));

  private final Map<Fact, List<Object>> values;

  private Boundaries(Map<Fact, List<Object>> values) {
    this.values = values;
  }

  static Boundaries of(Catalog catalog) {
    Collector collector = new Collector();
    for (Rule rule : catalog.rules()) {
      collector.add(rule.releases());
      rule.when().ifPresent(collector::add);
      if (rule instanceof ConstraintRule constraint) {
        collector.add(constraint.requires());
      } else if (rule instanceof KnownIssue issue) {
        issue.trigger().ifPresent(collector::add);
      } else if (rule instanceof Vulnerability vulnerability) {
        vulnerability.exposure().ifPresent(collector::add);
      } else if (rule instanceof SettingRule setting) {
        collector.add(setting.present());
      }
    }
    for (VmmProfile profile : catalog.vmms()) {
      profile.lifecycle().forEach(lifecycle -> collector.add(lifecycle.releases()));
      profile.engines().forEach(engine -> collector.add(engine.releases()));
      profile.defaultWhen().ifPresent(collector::add);
      for (PerformanceClaim claim : profile.performance()) {
        collector.add(claim.releases());
        claim.when().ifPresent(collector::add);
      }
    }
    for (FileSharingProfile profile : catalog.fileSharing()) {
      profile.lifecycle().forEach(lifecycle -> collector.add(lifecycle.releases()));
    }
    catalog.guides().forEach(guide -> collector.add(guide.releases()));
    return collector.boundaries();
  }

  /** {@return the facts that are read, in the order of {@link Fact}; unmodifiable} */
  public Set<Fact> facts() {
    return values.keySet();
  }

  /**
   * {@return the values of a fact at which a condition changes, ascending; empty if no condition
   * reads the fact, or if conditions only test whether it is known}
   *
   * <p>Words and list elements are {@link String}s, numbers {@link Integer}s, versions {@link
   * Version}s and yes-or-no values {@link Boolean}s. For databases there is one {@link
   * Condition.RunsDatabase} for each engine and storage that conditions distinguish.
   *
   * @param fact the fact
   */
  public List<Object> values(Fact fact) {
    Objects.requireNonNull(fact, "fact");
    return values.getOrDefault(fact, List.of());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Boundaries boundaries && values.equals(boundaries.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** {@return the facts with their values, in a form for logs} */
  @Override
  public String toString() {
    return values.toString();
  }

  private static final class Collector {
    private final Map<Fact, TreeSet<Object>> values = new EnumMap<>(Fact.class);

    void add(VersionRange releases) {
      if (!releases.equals(VersionRange.ALL)) {
        add(new Condition.Within(Fact.DOCKER_DESKTOP_VERSION, releases));
      }
    }

    void add(Condition condition) {
      condition.comparisons().forEach(this::add);
    }

    private void add(Condition.Comparison comparison) {
      Set<Object> found =
          values.computeIfAbsent(comparison.fact(), fact -> new TreeSet<>(order(fact)));
      if (comparison instanceof Condition.OneOf oneOf) {
        found.addAll(oneOf.values());
      } else if (comparison instanceof Condition.Is is) {
        found.add(is.value());
      } else if (comparison instanceof Condition.AtLeast atLeast) {
        found.add(atLeast.bound());
      } else if (comparison instanceof Condition.Within within) {
        within.range().lower().ifPresent(found::add);
        within.range().upper().ifPresent(found::add);
      } else if (comparison instanceof Condition.Contains contains) {
        found.addAll(contains.values());
      } else if (comparison instanceof Condition.RunsDatabase runs) {
        for (String engine : runs.engines()) {
          found.add(new Condition.RunsDatabase(List.of(engine), runs.where()));
        }
        if (runs.engines().isEmpty()) {
          found.add(runs);
        }
      }
    }

    private static Comparator<Object> order(Fact fact) {
      return switch (fact.type()) {
        case WORD, WORDS -> Comparator.comparing(String.class::cast);
        case BOOLEAN -> Comparator.comparing(Boolean.class::cast);
        case NUMBER -> Comparator.comparing(Integer.class::cast);
        case VERSION -> Comparator.comparing(Version.class::cast);
        case DATABASES ->
            Comparator.comparing(Condition.RunsDatabase.class::cast, BY_ENGINE_AND_STORAGE);
      };
    }

    Boundaries boundaries() {
      Map<Fact, List<Object>> result = new EnumMap<>(Fact.class);
      values.forEach((fact, found) -> result.put(fact, List.copyOf(found)));
      return new Boundaries(Collections.unmodifiableMap(result));
    }
  }
}
