package dev.vmmadvisor.core.workload;

import java.util.Optional;

/**
 * The name of an image as far as its variables are known. A tag and a digest do not count here, and
 * the text before an unknown part of the path is cut off with that part.
 *
 * @param reference what is known, or empty if the last part of the path is not
 * @param whole whether the path and the registry are known
 */
record ImageName(Optional<ImageReference> reference, boolean whole) {

  /** The name in a text. */
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
