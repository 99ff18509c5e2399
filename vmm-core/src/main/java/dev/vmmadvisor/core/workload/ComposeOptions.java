package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.Architecture;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The context that a compose file is read in: paths, variables, profiles and the architecture. An
 * option that is not set is unknown, except that no profile is then active.
 *
 * <p>Immutable and thread-safe.
 */
public final class ComposeOptions {

  private static final ComposeOptions NONE =
      new ComposeOptions(Optional.empty(), Optional.empty(), Map.of(), Set.of(), Optional.empty());

  private final Optional<String> folder;
  private final Optional<String> home;
  private final Map<String, String> variables;
  private final Set<String> profiles;
  private final Optional<Architecture> architecture;

  private ComposeOptions(
      Optional<String> folder,
      Optional<String> home,
      Map<String, String> variables,
      Set<String> profiles,
      Optional<Architecture> architecture) {
    this.folder = folder;
    this.home = home;
    this.variables = variables;
    this.profiles = profiles;
    this.architecture = architecture;
  }

  /** {@return options without any value} */
  public static ComposeOptions none() {
    return NONE;
  }

  /**
   * {@return these options with the folder of the compose file, the base of paths such as {@code
   * ./data} and the value of {@code ${PWD}}}
   *
   * @param path an absolute path on the Mac
   * @throws IllegalArgumentException if the path is not absolute
   */
  public ComposeOptions withFolder(String path) {
    Objects.requireNonNull(path, "path");
    return new ComposeOptions(absolute(path), home, variables, profiles, architecture);
  }

  /**
   * {@return these options with the home folder of the user, the value of {@code ~} and {@code
   * ${HOME}}}
   *
   * @param path an absolute path on the Mac
   * @throws IllegalArgumentException if the path is not absolute
   */
  public ComposeOptions withHome(String path) {
    Objects.requireNonNull(path, "path");
    return new ComposeOptions(folder, absolute(path), variables, profiles, architecture);
  }

  /**
   * {@return these options with the values of variables such as {@code ${NAME}}, from the
   * environment and the {@code .env} file}
   *
   * @param values the value of each variable by its name; {@link DotEnv} reads a {@code .env} file
   */
  public ComposeOptions withVariables(Map<String, String> values) {
    Objects.requireNonNull(values, "values");
    return new ComposeOptions(folder, home, Map.copyOf(values), profiles, architecture);
  }

  /**
   * {@return these options with the active profiles}
   *
   * @param names their names; {@code *} means all profiles
   */
  public ComposeOptions withProfiles(Set<String> names) {
    Objects.requireNonNull(names, "names");
    return new ComposeOptions(folder, home, variables, Set.copyOf(names), architecture);
  }

  /**
   * {@return these options with the architecture of the Mac, which selects among the architectures
   * of an image}
   *
   * @param value the architecture of its hardware
   */
  public ComposeOptions withArchitecture(Architecture value) {
    Objects.requireNonNull(value, "value");
    return new ComposeOptions(folder, home, variables, profiles, Optional.of(value));
  }

  /** {@return the folder of the compose file, or empty if unknown} */
  public Optional<String> folder() {
    return folder;
  }

  /** {@return the home folder of the user, or empty if unknown} */
  public Optional<String> home() {
    return home;
  }

  /** {@return the known variables; any other variable is unknown, not empty} */
  public Map<String, String> variables() {
    return variables;
  }

  /** {@return the active profiles} */
  public Set<String> profiles() {
    return profiles;
  }

  /** {@return the architecture of the Mac, or empty if unknown} */
  public Optional<Architecture> architecture() {
    return architecture;
  }

  private static Optional<String> absolute(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException(
          path + " is not accepted; accepted: an absolute path such as /Users/alice/shop");
    }
    return Optional.of(path);
  }
}
