package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.Architecture;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a compose file does not say and its meaning hangs on. Everything may be left out; what is
 * left out is unknown, except that no profile is active then.
 *
 * <p>Immutable, so it can be shared between threads.
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

  /** {@return options that say nothing} */
  public static ComposeOptions none() {
    return NONE;
  }

  /**
   * {@return these options with the folder of the compose file, against which {@code ./data} is
   * resolved and which {@code ${PWD}} represents}
   *
   * @param path an absolute path as the Mac has it
   * @throws IllegalArgumentException if the path is not absolute
   */
  public ComposeOptions withFolder(String path) {
    Objects.requireNonNull(path, "path");
    return new ComposeOptions(absolute(path), home, variables, profiles, architecture);
  }

  /**
   * {@return these options with the home folder of the user, which {@code ~} and {@code ${HOME}}
   * stand for}
   *
   * @param path an absolute path as the Mac has it
   * @throws IllegalArgumentException if the path is not absolute
   */
  public ComposeOptions withHome(String path) {
    Objects.requireNonNull(path, "path");
    return new ComposeOptions(folder, absolute(path), variables, profiles, architecture);
  }

  /**
   * {@return these options with the variables that {@code ${NAME}} represents, those of the
   * environment and those of the {@code .env} file}
   *
   * @param values the value of each variable by its name; {@link DotEnv} reads a {@code .env} file
   */
  public ComposeOptions withVariables(Map<String, String> values) {
    Objects.requireNonNull(values, "values");
    return new ComposeOptions(folder, home, Map.copyOf(values), profiles, architecture);
  }

  /**
   * {@return these options with the profiles that are active}
   *
   * @param names their names; {@code *} represents all of them
   */
  public ComposeOptions withProfiles(Set<String> names) {
    Objects.requireNonNull(names, "names");
    return new ComposeOptions(folder, home, variables, Set.copyOf(names), architecture);
  }

  /**
   * {@return these options with the architecture of the Mac, for which images of several
   * architectures are pulled}
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

  /** {@return the variables that are known; another one is unknown, not empty} */
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
