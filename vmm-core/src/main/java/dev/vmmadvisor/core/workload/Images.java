package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.detect.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads the names of running images, as printed by {@code docker ps} or used in scripts with {@code
 * docker run}.
 *
 * <p>A reading has evidence for {@link dev.vmmadvisor.api.host.Fact#DATABASES}, with unknown
 * storage. It has evidence for {@link dev.vmmadvisor.api.host.Fact#IMAGE_ARCHITECTURES} if there
 * are images for amd64 only or of a known architecture. Mounts stay unknown. Unknown images and
 * notices are handled as in {@link ComposeFile}.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Images {

  private Images() {}

  /**
   * Reads the names of all images that run.
   *
   * @param images their names, with or without registry, tag and digest; an empty list means that
   *     nothing runs
   * @param place the place that the evidence names
   * @return the facts of the images
   */
  public static Reading read(List<String> images, String place) {
    Objects.requireNonNull(images, "images");
    Objects.requireNonNull(place, "place");
    return read(images, place, ComposeOptions.none());
  }

  /**
   * Reads the names of all images that run.
   *
   * @param images their names, with or without registry, tag and digest; an empty list means that
   *     nothing runs
   * @param place the place that the evidence names
   * @param options of these, the architecture of the Mac and the variable {@code
   *     DOCKER_DEFAULT_PLATFORM} are used
   * @return the facts of the images
   */
  public static Reading read(List<String> images, String place, ComposeOptions options) {
    Objects.requireNonNull(images, "images");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(options, "options");
    List<Container> containers = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      containers.add(Container.of(images.get(i), "$[" + i + "]"));
    }
    return WorkloadFacts.of(
        new ContainerSet(place, containers, true, false), options, new ComposeNotices());
  }
}
