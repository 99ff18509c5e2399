package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a catalog cannot say anything about. */
final class Notices {

  private final Catalog catalog;
  private final @Nullable Set<String> operatingSystems;
  private final @Nullable Set<String> imageArchitectures;
  private final @Nullable Set<String> mounts;
  private final @Nullable Set<String> traits;
  private final @Nullable Set<String> engines;

  Notices(Catalog catalog) {
    this.catalog = catalog;
    this.operatingSystems = known(Fact.OPERATING_SYSTEM);
    this.imageArchitectures = known(Fact.IMAGE_ARCHITECTURES);
    this.mounts = known(Fact.MOUNTS);
    this.traits = known(Fact.TRAITS);
    this.engines = known(Fact.DATABASES);
  }

  /** The words that the catalog knows of a fact; null if it does not list them. */
  private @Nullable Set<String> known(Fact fact) {
    List<String> known = catalog.words().get(fact);
    return known == null ? null : new HashSet<>(known);
  }

  /** The notices of the host, then those that the catalog gives rise to. */
  List<Notice> of(Host host) {
    boolean nothing = host.notices().isEmpty() && isCovered(host);
    return nothing ? List.of() : all(host);
  }

  /** Whether the catalog knows the release and every word of a host. */
  private boolean isCovered(Host host) {
    Version version = host.dockerDesktop().version().orElse(null);
    if (version != null
        && (version.compareTo(catalog.newestRelease()) > 0
            || version.compareTo(catalog.oldestRelease()) < 0)) {
      return false;
    }
    return isWord(host.operatingSystem().orElse(null), operatingSystems)
        && areWords(host.workload().imageArchitectures().orElse(null), imageArchitectures)
        && areWords(host.workload().mounts().orElse(null), mounts)
        && areWords(host.workload().traits().orElse(null), traits)
        && areEngines(host.workload().databases().orElse(null));
  }

  private static boolean isWord(@Nullable String word, @Nullable Set<String> known) {
    return word == null || known == null || known.contains(word);
  }

  private static boolean areWords(@Nullable List<String> words, @Nullable Set<String> known) {
    if (words != null) {
      for (int i = 0; i < words.size(); i++) {
        if (!isWord(words.get(i), known)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean areEngines(@Nullable List<Database> databases) {
    if (databases != null) {
      for (int i = 0; i < databases.size(); i++) {
        if (!isWord(databases.get(i).engine(), engines)) {
          return false;
        }
      }
    }
    return true;
  }

  private List<Notice> all(Host host) {
    List<Notice> notices = new ArrayList<>(host.notices());
    host.dockerDesktop()
        .version()
        .ifPresent(
            version -> {
              if (version.compareTo(catalog.newestRelease()) > 0) {
                notices.add(beyond(version, catalog.newestRelease()));
              } else if (version.compareTo(catalog.oldestRelease()) < 0) {
                notices.add(before(version, catalog.oldestRelease()));
              }
            });
    catalog
        .words()
        .forEach(
            (fact, known) -> {
              for (String word : words(fact, host)) {
                if (!known.contains(word)) {
                  notices.add(unknown(fact, word, known));
                }
              }
            });
    return notices;
  }

  private static Notice beyond(Version version, Version newest) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("version", version);
    parameters.put("newest", newest);
    return new Notice(
        "release-beyond-catalog",
        Fact.DOCKER_DESKTOP_VERSION.path(),
        parameters,
        "Docker Desktop "
            + version
            + " is newer than what is known: the newest release in the catalog is "
            + newest);
  }

  private static Notice before(Version version, Version oldest) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("version", version);
    parameters.put("oldest", oldest);
    return new Notice(
        "release-before-catalog",
        Fact.DOCKER_DESKTOP_VERSION.path(),
        parameters,
        "Docker Desktop "
            + version
            + " is older than what is known: the oldest release in the catalog is "
            + oldest);
  }

  private static Notice unknown(Fact fact, String word, List<String> known) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("word", word);
    parameters.put("known", known);
    return new Notice(
        "unknown-word",
        fact.path(),
        parameters,
        "nothing is known about \"" + word + "\"; known: " + String.join(", ", known));
  }

  private static List<String> words(Fact fact, Host host) {
    return switch (fact) {
      case OPERATING_SYSTEM -> host.operatingSystem().stream().toList();
      case IMAGE_ARCHITECTURES -> host.workload().imageArchitectures().orElse(List.of());
      case MOUNTS -> host.workload().mounts().orElse(List.of());
      case TRAITS -> host.workload().traits().orElse(List.of());
      case DATABASES ->
          host.workload().databases().orElse(List.of()).stream().map(Database::engine).toList();
      default -> List.of();
    };
  }
}
