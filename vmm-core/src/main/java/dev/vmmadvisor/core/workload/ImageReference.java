package dev.vmmadvisor.core.workload;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an image, such as {@code registry.example:5000/team/mongo:7.0@sha256:...}, taken
 * apart.
 *
 * @param registry where it is pulled from, with a port if it has one; empty if the name says
 *     nothing, which Docker reads as Docker Hub
 * @param repository the path behind the registry, such as {@code team/mongo}; never empty
 * @param tag the tag, such as {@code 7.0}; empty if there is none
 * @param digest the digest, such as {@code sha256:...}; empty if there is none
 */
public record ImageReference(String registry, String repository, String tag, String digest) {

  /**
   * Makes the value.
   *
   * @param registry where it is pulled from
   * @param repository the path behind the registry
   * @param tag the tag
   * @param digest the digest
   */
  public ImageReference {
    Objects.requireNonNull(registry, "registry");
    Objects.requireNonNull(repository, "repository");
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(digest, "digest");
  }

  private static final int MAX = 1_000; // characters; Docker takes 255 before the tag

  // possessive, as otherwise a long name would take a stack frame for each of its parts
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
   * {@return the parts of a name, or empty if the text is no name of an image}
   *
   * @param text the name as a compose file or {@code docker run} has it
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
    if (colon > rest.lastIndexOf('/')) { // otherwise it is the port of the registry
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

  /** Docker's own test: what has a dot, a port or a capital cannot be a part of a path. */
  private static boolean isRegistry(String first) {
    return first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || first.equals("localhost")
        || first.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
  }

  /** {@return the name, put together again} */
  @Override
  public String toString() {
    return (registry.isEmpty() ? "" : registry + "/")
        + repository
        + (tag.isEmpty() ? "" : ":" + tag)
        + (digest.isEmpty() ? "" : "@" + digest);
  }
}
