package dev.vmmadvisor.core.workload;

import java.util.List;
import java.util.Optional;

/**
 * A container to analyse: of a service, or of an image without a service.
 *
 * @param name the name of the service, or of the image
 * @param path its path in the document, for notices
 * @param key its key in the document, for evidence
 * @param image the name of its image, or empty if it has none or it is unknown
 * @param built whether the image is built from a Dockerfile
 * @param platform the requested platform, or empty if there is none
 * @param buildPlatforms the platforms that the image is built for
 * @param settings the words of its command and entry point, and its environment as {@code
 *     NAME=value}
 * @param mounts its mounts, or empty if they are unknown
 * @param complete whether no part of it is described elsewhere
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

  /** The container of an image without a service. */
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

  /** The key of a field, for evidence; an image without a service has no fields. */
  String key(String field) {
    return mounts.isPresent() ? key + "." + field : key;
  }
}
