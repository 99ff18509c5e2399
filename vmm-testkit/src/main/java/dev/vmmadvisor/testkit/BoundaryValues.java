package dev.vmmadvisor.testkit;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Boundaries;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Test values for each fact: the values at which answers change, the values just below and just
 * above them, and words that no catalog defines.
 *
 * <p>{@link HostFacts#with} sets them. Immutable and safe to share between threads.
 */
public final class BoundaryValues {

  /** A word that no catalog defines. */
  public static final String OTHER_WORD = "something-else";

  private static final int MAX_PARTS = 4;
  private static final int HIGH_PART = 999;
  private static final int HIGHEST_PART = 999_999_999;

  private final Map<Fact, List<Object>> values;

  private BoundaryValues(Map<Fact, List<Object>> values) {
    this.values = values;
  }

  /** {@return values that do not depend on a catalog} */
  public static BoundaryValues general() {
    Map<Fact, List<Object>> values = new EnumMap<>(Fact.class);
    for (Fact fact : Fact.values()) {
      values.put(fact, List.copyOf(new LinkedHashSet<>(generalValues(fact))));
    }
    return new BoundaryValues(values);
  }

  /**
   * {@return the values at which the conditions of a catalog change, with their neighbours; for a
   * fact that the catalog does not read, those of {@link #general()}}
   *
   * @param catalog any catalog
   */
  public static BoundaryValues of(Catalog catalog) {
    Objects.requireNonNull(catalog, "catalog");
    Boundaries boundaries = catalog.boundaries();
    Map<Fact, List<Object>> values = new EnumMap<>(general().values);
    for (Fact fact : boundaries.facts()) {
      Set<Object> found = new LinkedHashSet<>();
      switch (fact.type()) {
        case WORD -> addWords(fact, boundaries.values(fact), found);
        case BOOLEAN -> found.addAll(List.of(false, true));
        case NUMBER -> boundaries.values(fact).forEach(it -> addNumbers(fact, (int) it, found));
        case VERSION -> addVersions(fact, boundaries.values(fact), found);
        case WORDS -> addLists(fact, boundaries.values(fact), found);
        case DATABASES -> addDatabases(boundaries.values(fact), found);
      }
      if (!found.isEmpty()) {
        values.put(fact, List.copyOf(found));
      }
    }
    return new BoundaryValues(values);
  }

  /**
   * {@return the values of a fact, of the type that {@link HostFacts#with} accepts; at least one,
   * the simplest first}
   *
   * @param fact the fact
   */
  public List<Object> values(Fact fact) {
    Objects.requireNonNull(fact, "fact");
    return values.getOrDefault(fact, List.of());
  }

  private static List<Object> generalValues(Fact fact) {
    return switch (fact) {
      case OPERATING_SYSTEM -> List.of(Host.MACOS, "windows", OTHER_WORD);
      case ARCHITECTURE -> ids(Architecture.values());
      case CHIP ->
          List.of(
              "Apple M1",
              "Apple M3 Pro",
              "Apple M4 Max (Virtual)",
              "Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz");
      case CHIP_GENERATION -> List.of(1, 2, 3, 4, 5);
      case MACOS_VERSION ->
          versions(
              "10.15.7", "10.16", "11.0", "12.4", "12.5", "13.2", "13.3", "14.0", "15.2", "26");
      case MEMORY -> List.of(1, 4096, 8191, 8192, 8193, 16384, 32768, 16777216);
      case VM_MEMORY ->
          List.of(1, 2048, 4095, 4096, 4097, 6144, 8191, 8192, 8193, 12288, 16384, 16777216);
      case DOCKER_DESKTOP_VERSION ->
          versions(
              "4.34.3", "4.35.0", "4.35.1", "4.43.2", "4.44.0", "4.44.1", "4.86.0", "4.92.0",
              "5.0");
      case CURRENT_VMM -> ids(Vmm.values());
      case CPUS -> List.of(1, 2, 4, 8, 4096);
      case FILE_SHARING -> ids(FileSharing.values());
      case ROSETTA_INSTALLED, ROSETTA_ENABLED, VIRTUAL_MACHINE -> List.of(false, true);
      case LOCKED_SETTINGS -> lists("fileSharing", "rosettaEnabled", "vmm", "proxy");
      case IMAGE_ARCHITECTURES -> lists("arm64", "amd64", "riscv64");
      case DATABASES -> databases("mongodb", "cassandra", "postgresql", OTHER_WORD);
      case MOUNTS -> lists("home", "external-disk", "network-share", "nested-volume", OTHER_WORD);
      case TRAITS ->
          lists(
              "file-watching",
              "large-bind-mounts",
              "dev-container",
              "host-security-tools",
              OTHER_WORD);
    };
  }

  private static List<Object> ids(Enum<?>[] constants) {
    return Arrays.stream(constants).<Object>map(Enum::toString).toList();
  }

  private static List<Object> versions(String... versions) {
    return Stream.of(versions).<Object>map(Version::parse).toList();
  }

  /** Returns the empty list, a list of each word, and the list of all words. */
  private static List<Object> lists(String... words) {
    List<Object> lists = new ArrayList<>();
    lists.add(List.of());
    Stream.of(words).forEach(word -> lists.add(List.of(word)));
    lists.add(List.of(words));
    return lists;
  }

  private static List<Object> databases(String... engines) {
    List<Object> lists = new ArrayList<>();
    lists.add(List.of());
    for (String engine : engines) {
      addEachStorage(engine, lists);
    }
    lists.add(Stream.of(engines).map(engine -> Database.of(engine, Storage.BIND_MOUNT)).toList());
    return lists;
  }

  private static void addEachStorage(String engine, Collection<Object> lists) {
    for (Storage storage : Storage.values()) {
      lists.add(List.of(Database.of(engine, storage)));
    }
    lists.add(List.of(Database.builder().engine(engine).build()));
  }

  private static void addWords(Fact fact, List<Object> words, Set<Object> found) {
    switch (fact) {
      case ARCHITECTURE -> found.addAll(ids(Architecture.values()));
      case CURRENT_VMM -> found.addAll(ids(Vmm.values()));
      case FILE_SHARING -> found.addAll(ids(FileSharing.values()));
      default -> {
        found.addAll(words);
        found.add(OTHER_WORD);
      }
    }
  }

  private static void addNumbers(Fact fact, int bound, Set<Object> found) {
    Stream.of(bound - 1, bound, bound + 1).filter(fact::accepts).forEach(found::add);
  }

  private static void addVersions(Fact fact, List<Object> bounds, Set<Object> found) {
    for (Object each : bounds) {
      Version bound = (Version) each;
      justBelow(bound).ifPresent(found::add);
      found.add(bound);
      justAbove(bound).ifPresent(found::add);
    }
    if (fact == Fact.MACOS_VERSION && !bounds.isEmpty()) {
      found.add(Version.parse("10.16")); // 11 or later, exact version unknown
    }
  }

  private static void addLists(Fact fact, List<Object> words, Set<Object> found) {
    String other = fact.accepts(OTHER_WORD) ? OTHER_WORD : "other";
    found.add(List.of());
    words.forEach(word -> found.add(List.of(word)));
    found.add(List.of(other));
    found.add(List.copyOf(words));
  }

  private static void addDatabases(List<Object> boundaries, Set<Object> found) {
    Set<String> engines = new LinkedHashSet<>();
    boundaries.forEach(it -> engines.addAll(((Condition.RunsDatabase) it).engines()));
    engines.add(OTHER_WORD);
    found.addAll(databases(engines.toArray(String[]::new)));
  }

  /** Returns the next version: no version of at most four parts is between them. */
  private static Optional<Version> justAbove(Version bound) {
    List<Integer> parts = parts(bound);
    int last = MAX_PARTS - 1;
    while (parts.size() < MAX_PARTS - 1) {
      parts.add(0);
    }
    if (parts.size() < MAX_PARTS) {
      parts.add(1);
    } else if (parts.get(last) == HIGHEST_PART) {
      return Optional.empty();
    } else {
      parts.set(last, parts.get(last) + 1);
    }
    return Optional.of(version(parts));
  }

  /**
   * Returns a slightly lower version: the last non-zero part is decremented, and high parts follow.
   * Returns empty for zero.
   */
  private static Optional<Version> justBelow(Version bound) {
    List<Integer> parts = parts(bound);
    int last = parts.size() - 1;
    while (last >= 0 && parts.get(last) == 0) {
      last--;
    }
    if (last < 0) {
      return Optional.empty();
    }
    List<Integer> below = new ArrayList<>(parts.subList(0, last + 1));
    below.set(last, below.get(last) - 1);
    while (below.size() < Math.min(MAX_PARTS, Math.max(parts.size(), last + 2))) {
      below.add(HIGH_PART);
    }
    return Optional.of(version(below));
  }

  private static List<Integer> parts(Version version) {
    List<Integer> parts = new ArrayList<>();
    for (String part : version.toString().split("\\.", -1)) {
      parts.add(Integer.valueOf(part));
    }
    return parts;
  }

  private static Version version(List<Integer> parts) {
    return Version.parse(String.join(".", parts.stream().map(String::valueOf).toList()));
  }
}
