package dev.vmmadvisor.api.catalog;

import dev.vmmadvisor.api.FileSharing;
import java.util.List;
import java.util.Objects;

/**
 * The description and the lifecycle of a file sharing implementation.
 *
 * @param fileSharing the implementation
 * @param text what it is, in one or two English sentences
 * @param lifecycle the phases of its lifecycle, in the order of the releases
 * @param sources the ids of its sources in the catalog; at least one
 */
public record FileSharingProfile(
    FileSharing fileSharing, String text, List<Lifecycle> lifecycle, List<String> sources) {
  /**
   * Creates the value.
   *
   * @param fileSharing the implementation
   * @param text what it is
   * @param lifecycle the phases of its lifecycle
   * @param sources the ids of its sources in the catalog
   */
  public FileSharingProfile {
    Objects.requireNonNull(fileSharing, "fileSharing");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(lifecycle, "lifecycle");
    Objects.requireNonNull(sources, "sources");
    lifecycle = List.copyOf(lifecycle);
    sources = List.copyOf(sources);
  }
}
