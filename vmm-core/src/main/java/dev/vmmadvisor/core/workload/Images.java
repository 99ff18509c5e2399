package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.detect.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads the names of images that run, as {@code docker ps} or a script with {@code docker run} has
 * them.
 *
 * <p>A reading has evidence for {@link dev.vmmadvisor.api.host.Fact#DATABASES}, with unknown
 * storage, and for {@link dev.vmmadvisor.api.host.Fact#IMAGE_ARCHITECTURES}, as far as there are
 * images for amd64 alone or of a known architecture; mounts are not known. Images that are not
 * known, and notices, are treated as those of a {@link ComposeFile}.
 *
 * <p>The methods keep no state and can be called from any number of threads.
 */
public final class Images {

  private Images() {}

  /**
   * Reads the names of all images that run.
   *
   * @param images their names, with or without registry, tag and digest; none means that nothing
   *     runs
   * @param place what the evidence shall name as its place
   * @return what they tell
   */
  public static Reading read(List<String> images, String place) {
    Objects.requireNonNull(images, "images");
    Objects.requireNonNull(place, "place");
    return read(images, place, ComposeOptions.none());
  }

  /**
   * Reads the names of all images that run.
   *
   * @param images their names, with or without registry, tag and digest; none means that nothing
   *     runs
   * @param place what the evidence shall name as its place
   * @param options of which the architecture of the Mac and the variable {@code
   *     DOCKER_DEFAULT_PLATFORM} count
   * @return what they tell
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
