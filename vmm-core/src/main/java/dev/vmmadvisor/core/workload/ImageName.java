package dev.vmmadvisor.core.workload;

import java.util.Optional;

/**
 * The known part of an image name with variables. Tag and digest are ignored. If a part of the path
 * is unknown, the parts before it are dropped as well.
 *
 * @param reference the known part, or empty if the last part of the path is unknown
 * @param whole whether the path and the registry are fully known
 */
record ImageName(Optional<ImageReference> reference, boolean whole) {

  /** Parses a name. */
  static ImageName of(InterpolatedValue text) {
    if (text.isKnown()) {
      return new ImageName(ImageReference.parse(text.value().strip()), true);
    }
    String path = text.value();
    int at = path.indexOf('@');
    path = at < 0 ? path : path.substring(0, at);
    int colon = path.lastIndexOf(':');
    path = colon > path.lastIndexOf('/') ? path.substring(0, colon) : path;
    int gap = path.lastIndexOf(InterpolatedValue.GAP);
    if (gap < 0) {
      return new ImageName(ImageReference.parse(path), true);
    }
    int slash = path.indexOf('/', gap);
    if (slash < 0) {
      return new ImageName(Optional.empty(), false);
    }
    return new ImageName(
        ImageReference.parse(path.substring(slash + 1))
            .map(
                known ->
                    new ImageReference(
                        String.valueOf(InterpolatedValue.GAP),
                        known.repository(),
                        known.tag(),
                        known.digest())),
        false);
  }
}
