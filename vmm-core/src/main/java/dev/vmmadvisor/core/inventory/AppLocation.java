package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.api.host.Fact;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where an app lies, the place from which people start it first. */
enum AppLocation {
  /** Where its installer puts Docker Desktop. */
  APPLICATIONS,
  /** Any other folder. */
  ELSEWHERE,
  /** The image of an installer, or the trash. */
  ASIDE;

  /** Paths in the order in which one of them is taken. */
  static final Comparator<String> ORDER =
      Comparator.comparing(AppLocation::of).thenComparing(Comparator.naturalOrder());

  static AppLocation of(String path) {
    boolean isAside = path.startsWith("/Volumes/") || path.contains("/.Trash/");
    return path.equals("/Applications/Docker.app") ? APPLICATIONS : isAside ? ASIDE : ELSEWHERE;
  }

  /** Adds that Docker Desktop is installed more than once, if it is. */
  static void tellSeveral(List<String> apps, InventoryEvidence findings) {
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
