package dev.vmmadvisor.core.workload;

import java.util.List;
import java.util.Optional;

/**
 * A container that runs: of a service, or of an image alone.
 *
 * @param name the name of the service, or of the image
 * @param path where it is described, for notices
 * @param key where it is described, for evidence
 * @param image the name of its image, or empty if it has none or it is not known
 * @param built whether the image is built from a Dockerfile
 * @param platform the platform that is asked for, or empty if none is
 * @param buildPlatforms the platforms that the image is built for
 * @param settings the words of its command and entry point, and its environment as {@code
 *     NAME=value}
 * @param mounts what is mounted, or empty if nothing tells
 * @param complete whether nothing about it is described elsewhere
 */
record Container(
    String name,
    String path,
    String key,
    Optional<InterpolatedValue> image,
    boolean built,
    Optional<InterpolatedValue> platform,
    List<InterpolatedValue> buildPlatforms,
    List<InterpolatedValue> settings,
    Optional<List<Mount>> mounts,
    boolean complete) {

  Container {
    buildPlatforms = List.copyOf(buildPlatforms);
    settings = List.copyOf(settings);
    mounts = mounts.map(List::copyOf);
  }

  /** The container of an image of which nothing else is known. */
  static Container of(String image, String path) {
    return new Container(
        image,
        path,
        ComposeNotices.cut(image),
        Optional.of(InterpolatedValue.of(image)),
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        true);
  }

  /** A field of it as a place for evidence; an image alone has no fields. */
  String key(String field) {
    return mounts.isPresent() ? key + "." + field : key;
  }
}
