package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.api.host.Fact;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The location of an app, in the order in which people start apps. */
enum AppLocation {
  /** The folder in which the installer puts Docker Desktop. */
  APPLICATIONS,
  /** Any other folder. */
  ELSEWHERE,
  /** The disk image of an installer, or the trash. */
  ASIDE;

  /** Orders paths; the first of several is used. */
  static final Comparator<String> ORDER =
      Comparator.comparing(AppLocation::of).thenComparing(Comparator.naturalOrder());

  static AppLocation of(String path) {
    boolean isAside = path.startsWith("/Volumes/") || path.contains("/.Trash/");
    return path.equals("/Applications/Docker.app") ? APPLICATIONS : isAside ? ASIDE : ELSEWHERE;
  }

  /** Adds a notice if Docker Desktop is installed more than once. */
  static void reportSeveral(List<String> apps, InventoryEvidence findings) {
    List<String> paths = apps.stream().sorted(ORDER).toList();
    if (paths.size() < 2) {
      return;
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("paths", paths);
    parameters.put("taken", paths.get(0));
    findings.notice(
        "several-apps",
        Fact.DOCKER_DESKTOP_VERSION.path(),
        parameters,
        "Docker Desktop is installed as "
            + String.join(" and ", paths)
            + "; "
            + paths.get(0)
            + " was taken");
  }
}
