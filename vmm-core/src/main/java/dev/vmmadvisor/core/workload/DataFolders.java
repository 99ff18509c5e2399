package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.core.workload.Mount.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where the folders of a database come to be, given what is mounted in its container. */
final class DataFolders {

  private DataFolders() {}

  /**
   * The storage of a database, or empty if it is not known. A folder is in the innermost mount
   * around it, and on the VM's own disk if there is none.
   *
   * @param folders those in which the engine may have its files, as normal paths
   * @param mounts what is mounted
   * @param complete whether these are all
   */
  static Optional<Storage> storage(List<String> folders, List<Mount> mounts, boolean complete) {
    List<Place> places = folders.stream().map(folder -> place(folder, mounts)).toList();
    if (places.contains(Place.BIND)) {
      return Optional.of(Storage.BIND_MOUNT);
    }
    boolean known =
        complete
            && mounts.stream().allMatch(mount -> mount.target().isKnown())
            && places.stream().allMatch(DataFolders::isInVm)
            && mounts.stream().noneMatch(mount -> isPart(mount, folders));
    return known ? Optional.of(Storage.NAMED_VOLUME) : Optional.empty();
  }

  private static Place place(String folder, List<Mount> mounts) {
    return mounts.stream()
        .filter(mount -> mount.target().isKnown())
        .filter(mount -> UnixPath.isIn(folder, mount.target().value()))
        .max(Comparator.comparingInt(mount -> mount.target().value().length()))
        .map(Mount::place)
        .orElse(Place.VM);
  }

  /** Whether a mount has some of the files, and no one knows which. */
  private static boolean isPart(Mount mount, List<String> folders) {
    return !isInVm(mount.place())
        && folders.stream().anyMatch(folder -> UnixPath.isBeneath(mount.target().value(), folder));
  }

  private static boolean isInVm(Place place) {
    return place == Place.VM || place == Place.MEMORY;
  }
}
