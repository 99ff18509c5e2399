package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what a catalog cannot say anything about. */
final class Notices {

  private Notices() {}

  /** The notices of the host, then those that a catalog gives rise to. */
  static List<Notice> of(Catalog catalog, Host host) {
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
