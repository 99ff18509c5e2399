package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.List;

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
                notices.add(
                    outside(
                        "release-beyond-catalog",
                        version,
                        "newer",
                        "newest",
                        catalog.newestRelease()));
              } else if (version.compareTo(catalog.oldestRelease()) < 0) {
                notices.add(
                    outside(
                        "release-before-catalog",
                        version,
                        "older",
                        "oldest",
                        catalog.oldestRelease()));
              }
            });
    catalog
        .words()
        .forEach(
            (fact, known) -> {
              for (String word : words(fact, host)) {
                if (!known.contains(word)) {
                  notices.add(
                      new Notice(
                          "unknown-word",
                          fact.path(),
                          "nothing is known about \""
                              + word
                              + "\"; known: "
                              + String.join(", ", known)));
                }
              }
            });
    return notices;
  }

  private static Notice outside(
      String code, Version version, String than, String most, Version known) {
    return new Notice(
        code,
        Fact.DOCKER_DESKTOP_VERSION.path(),
        "Docker Desktop "
            + version
            + " is "
            + than
            + " than what is known: the "
            + most
            + " release in the catalog is "
            + known);
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
