package dev.vmmadvisor.core.workload;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of an image name, such as {@code registry.example:5000/team/mongo:7.0@sha256:...}.
 *
 * @param registry the registry, with a port if it has one; empty if the name has none, which Docker
 *     reads as Docker Hub
 * @param repository the path after the registry, such as {@code team/mongo}; never empty
 * @param tag the tag, such as {@code 7.0}; empty if there is none
 * @param digest the digest, such as {@code sha256:...}; empty if there is none
 */
public record ImageReference(String registry, String repository, String tag, String digest) {

  /**
   * Creates a reference.
   *
   * @param registry the registry
   * @param repository the path after the registry
   * @param tag the tag
   * @param digest the digest
   */
  public ImageReference {
    Objects.requireNonNull(registry, "registry");
    Objects.requireNonNull(repository, "repository");
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(digest, "digest");
  }

  private static final int MAX = 1_000; // characters; Docker accepts 255 before the tag

  // Possessive, because a long name would otherwise use a stack frame for each of its parts.
  private static final Pattern REGISTRY =
      Pattern.compile(
          "[A-Za-z0-9](?:[A-Za-z0-9.-]*+)(?::[0-9]++)?+|\\[[0-9A-Fa-f:.]++](?::[0-9]++)?+");
  private static final Pattern REPOSITORY =
      Pattern.compile(
          "[a-z0-9]++(?:(?:[._]|__|-++)[a-z0-9]++)*+(?:/[a-z0-9]++(?:(?:[._]|__|-++)[a-z0-9]++)*+)*+");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}+");
  private static final Pattern DIGEST =
      Pattern.compile("[A-Za-z][A-Za-z0-9+._-]*+:[0-9A-Fa-f]{32,}+");

  /**
   * {@return the parts of a name, or empty if the text is not a valid image name}
   *
   * @param text the name as in a compose file or in {@code docker run}
   */
  public static Optional<ImageReference> parse(String text) {
    Objects.requireNonNull(text, "text");
    if (text.length() > MAX) {
      return Optional.empty();
    }
    String rest = text;
    String digest = "";
    int at = rest.indexOf('@');
    if (at >= 0) {
      digest = rest.substring(at + 1);
      rest = rest.substring(0, at);
    }
    String tag = "";
    int colon = rest.lastIndexOf(':');
    if (colon > rest.lastIndexOf('/')) { // otherwise it precedes the port of the registry
      tag = rest.substring(colon + 1);
      rest = rest.substring(0, colon);
      if (tag.isEmpty()) {
        return Optional.empty();
      }
    }
    String registry = "";
    int slash = rest.indexOf('/');
    if (slash >= 0 && isRegistry(rest.substring(0, slash))) {
      registry = rest.substring(0, slash);
      rest = rest.substring(slash + 1);
    }
    boolean sound =
        REPOSITORY.matcher(rest).matches()
            && (registry.isEmpty() || REGISTRY.matcher(registry).matches())
            && (tag.isEmpty() || TAG.matcher(tag).matches())
            && (at < 0 || DIGEST.matcher(digest).matches());
    return sound ? Optional.of(new ImageReference(registry, rest, tag, digest)) : Optional.empty();
  }

  /** Docker's own rule: a part with a dot, a port or a capital letter is a registry. */
  private static boolean isRegistry(String first) {
    return first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || first.equals("localhost")
        || first.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
  }

  /** {@return the full name} */
  @Override
  public String toString() {
    return (registry.isEmpty() ? "" : registry + "/")
        + repository
        + (tag.isEmpty() ? "" : ":" + tag)
        + (digest.isEmpty() ? "" : "@" + digest);
  }
}
