package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.core.workload.Mount.Doubt;
import dev.vmmadvisor.core.workload.Mount.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Determines the kinds of mounts that containers have. */
final class MountClassifier {

  private static final String HOME = "home";
  private static final String EXTERNAL_DISK = "external-disk";
  private static final String NETWORK_SHARE = "network-share";
  private static final String NESTED_VOLUME = "nested-volume";

  private final ContainerSet project;
  private final ComposeOptions options;
  private final ComposeNotices notices;
  private final TreeSet<String> found = new TreeSet<>();
  private final List<String> keys = new ArrayList<>();
  private boolean complete;

  private MountClassifier(ContainerSet project, ComposeOptions options, ComposeNotices notices) {
    this.project = project;
    this.options = options;
    this.notices = notices;
    this.complete = project.complete();
  }

  /** Evidence of the kinds, or empty if nothing is certain. */
  static Optional<Evidence> of(
      ContainerSet project, ComposeOptions options, ComposeNotices notices) {
    return new MountClassifier(project, options, notices).evidence();
  }

  private Optional<Evidence> evidence() {
    for (Container container : project.containers()) {
      look(container, container.mounts().orElse(List.of()));
    }
    if (!complete && found.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        WorkloadFacts.evidence(
            Fact.MOUNTS,
            List.copyOf(found),
            project,
            keys,
            complete ? Confidence.HIGH : Confidence.MEDIUM));
  }

  private void look(Container container, List<Mount> mounts) {
    complete &= container.complete();
    Map<Doubt, List<String>> doubts = new EnumMap<>(Doubt.class);
    boolean some = isNested(mounts);
    if (some) {
      found.add(NESTED_VOLUME);
    }
    for (Mount mount : mounts) {
      Doubt doubt = mount.doubt();
      if (mount.place() == Place.NETWORK_SHARE) {
        found.add(NETWORK_SHARE);
        some = true;
      } else if (mount.place() == Place.BIND) {
        Optional<String> kind = kind(mount.source());
        kind.ifPresent(found::add);
        some |= kind.isPresent();
        if (doubt == Doubt.NONE && isRelative(mount.source()) && options.folder().isEmpty()) {
          doubt = Doubt.FOLDER;
        }
      }
      if (doubt != Doubt.NONE) {
        doubts.computeIfAbsent(doubt, any -> new ArrayList<>()).add(mount.shown());
      }
    }
    if (some) {
      keys.add(container.key("volumes"));
    }
    doubts.forEach((doubt, shown) -> doubt(container, doubt, shown));
  }

  private void doubt(Container container, Doubt doubt, List<String> mounts) {
    complete = false;
    List<String> shown = ComposeNotices.shortened(mounts);
    notices.add(
        "mounts-unknown",
        container.path() + ".volumes",
        "of these mounts not all is known, as " + doubt.text() + ": " + String.join(", ", shown),
        "reason",
        doubt.id(),
        "service",
        container.name(),
        "mounts",
        shown);
  }

  /** The kind of a folder of the Mac, or empty if it has none or is unknown. */
  private Optional<String> kind(InterpolatedValue source) {
    String text = source.value();
    if (text.startsWith("~")) {
      return Optional.of(HOME); // of this user, or of another one by ~name
    }
    if (isRelative(source)) {
      if (options.folder().isEmpty()) {
        return Optional.empty();
      }
      text = options.folder().get() + "/" + text;
    }
    int gap = text.indexOf(InterpolatedValue.GAP);
    String path =
        UnixPath.normal(gap < 0 ? text : text.substring(0, text.lastIndexOf('/', gap) + 1));
    if (path.startsWith("/host_mnt/")) {
      path = path.substring("/host_mnt".length()); // the path of the Mac's folders in the VM
    }
    if (UnixPath.isIn(path, "/Volumes")) {
      return Optional.of(EXTERNAL_DISK);
    }
    boolean home = UnixPath.isBeneath(path, "/Users") || (gap < 0 && path.equals("/Users"));
    if (!home && options.home().isPresent()) {
      home = UnixPath.isIn(path, UnixPath.normal(options.home().get()));
    }
    return home ? Optional.of(HOME) : Optional.empty();
  }

  private static boolean isRelative(InterpolatedValue source) {
    String text = source.value();
    boolean drive = text.length() > 1 && text.charAt(1) == ':';
    boolean starts = text.startsWith("/") || text.startsWith("~") || text.startsWith("\\");
    return !starts && !drive && !text.isEmpty() && text.charAt(0) != InterpolatedValue.GAP;
  }

  /** Whether a mount is within a bind. */
  private static boolean isNested(List<Mount> mounts) {
    Set<String> binds = new HashSet<>();
    for (Mount mount : mounts) {
      if (mount.place() == Place.BIND && mount.target().isKnown()) {
        binds.add(mount.target().value());
      }
    }
    return mounts.stream()
        .filter(mount -> mount.place() != Place.MEMORY && mount.target().isKnown())
        .anyMatch(mount -> isWithin(mount.target().value(), binds));
  }

  private static boolean isWithin(String target, Set<String> folders) {
    if (target.length() > 1 && folders.contains("/")) {
      return true;
    }
    for (int slash = target.lastIndexOf('/');
        slash > 0;
        slash = target.lastIndexOf('/', slash - 1)) {
      if (folders.contains(target.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }
}
