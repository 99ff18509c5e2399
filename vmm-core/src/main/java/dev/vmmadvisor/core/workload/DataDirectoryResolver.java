package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.core.workload.ImageKnowledge.Engine;
import dev.vmmadvisor.core.workload.Mount.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Determines where the data folder of a database is stored, from the mounts of its container. */
final class DataDirectoryResolver {

  private DataDirectoryResolver() {}

  /**
   * The storage of the database in a container, or empty if it is unknown. A folder from a setting
   * takes precedence over that of the image.
   */
  static Optional<Storage> storage(Engine engine, Container container) {
    List<Mount> mounts = container.mounts().orElse(List.of());
    if (container.mounts().isEmpty()) {
      return Optional.empty();
    }
    List<InterpolatedValue> given = given(engine.folderSettings(), container.settings());
    if (given.isEmpty()) {
      return storage(engine.dataDirectories(), mounts, container.complete());
    }
    boolean known = given.stream().allMatch(each -> each.isKnown() && each.value().startsWith("/"));
    return known
        ? storage(
            given.stream().map(each -> UnixPath.normal(each.value())).toList(),
            mounts,
            container.complete())
        : Optional.empty();
  }

  /**
   * The values of settings: {@code NAME=value}, or a name and the value as the next word. A value
   * that cannot be determined is empty.
   */
  private static List<InterpolatedValue> given(
      List<String> names, List<InterpolatedValue> settings) {
    List<InterpolatedValue> values = new ArrayList<>();
    for (int i = 0; i < settings.size(); i++) {
      InterpolatedValue setting = settings.get(i);
      for (String name : names) {
        if (setting.value().startsWith(name + "=")) {
          values.add(setting.with(setting.value().substring(name.length() + 1)));
        } else if (setting.value().equals(name)) {
          values.add(i + 1 < settings.size() ? settings.get(i + 1) : InterpolatedValue.of(""));
        } else if (setting.value().contains(name)) {
          values.add(InterpolatedValue.of("")); // within a shell command, or a different setting
        }
      }
    }
    return values;
  }

  /**
   * The storage of a database, or empty if it is unknown. The first folder that is inside a mount
   * determines it, by the innermost mount. If there is none, the files are on the VM's disk.
   *
   * @param folders the possible data folders of the engine, the likeliest first, as normalised
   *     paths
   * @param mounts the mounts of the container
   * @param complete whether these are all mounts
   */
  static Optional<Storage> storage(List<String> folders, List<Mount> mounts, boolean complete) {
    Place place =
        folders.stream()
            .flatMap(folder -> innermostMount(folder, mounts).stream())
            .findFirst()
            .orElse(Place.VM);
    if (place == Place.BIND) {
      return Optional.of(Storage.BIND_MOUNT);
    }
    boolean known =
        complete
            && isInVm(place)
            && mounts.stream().allMatch(mount -> mount.target().isKnown())
            && mounts.stream().noneMatch(mount -> isPart(mount, folders));
    return known ? Optional.of(Storage.NAMED_VOLUME) : Optional.empty();
  }

  /** The place of the innermost mount that contains a folder. */
  private static Optional<Place> innermostMount(String folder, List<Mount> mounts) {
    return mounts.stream()
        .filter(mount -> mount.target().isKnown())
        .filter(mount -> UnixPath.isIn(folder, mount.target().value()))
        .max(Comparator.comparingInt(mount -> mount.target().value().length()))
        .map(Mount::place);
  }

  /** Whether a mount is below a data folder, so that it has an unknown part of the files. */
  private static boolean isPart(Mount mount, List<String> folders) {
    return !isInVm(mount.place())
        && folders.stream().anyMatch(folder -> UnixPath.isBeneath(mount.target().value(), folder));
  }

  private static boolean isInVm(Place place) {
    return place == Place.VM || place == Place.MEMORY;
  }
}
