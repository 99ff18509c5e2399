package dev.vmmadvisor.api.detect;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.internal.Ids;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What kind of machine was found: whether the advice of this library is about it at all. Constants
 * may be added in a later release.
 *
 * <p>Four states say that no VMM can be selected on the host as it is ({@link
 * #isWithoutDockerDesktop()}). Each of them has a notice of the host with {@link #id()} as its
 * code. A state changes the words of an answer and the exit status of the command line, never the
 * ranking.
 */
public enum DetectionState {
  /** Docker Desktop is there, and nothing says that the host is not a Mac. */
  DOCKER_DESKTOP("docker-desktop"),
  /**
   * Docker Desktop is not installed: the folders of apps were read, and it is in none of them. A
   * folder that is missing or cannot be read proves nothing; the state is then {@link
   * #UNDETERMINED}.
   */
  NOT_INSTALLED("docker-desktop-not-installed"),
  /**
   * Another engine runs the containers, such as Colima. {@link Detection#anotherEngine()} says
   * which one. Docker Desktop may be installed beside it; it is not known to run.
   */
  ANOTHER_ENGINE("another-engine"),
  /** The operating system is known and is not macOS. */
  NOT_A_MAC("not-a-mac"),
  /** No fact about the Mac and its Docker Desktop is known; its workload may be. */
  NOTHING_KNOWN("nothing-known"),
  /** Something is known, but not whether Docker Desktop is there. */
  UNDETERMINED("undetermined");

  private static final Set<Fact> NOT_OF_THE_MAC =
      Set.of(Fact.IMAGE_ARCHITECTURES, Fact.DATABASES, Fact.MOUNTS, Fact.TRAITS);

  private final String id;

  DetectionState(String id) {
    this.id = id;
  }

  /** {@return the stable id used in documents, which is also the code of the notice} */
  @JsonValue
  public String id() {
    return id;
  }

  /**
   * {@return the constant with an id}
   *
   * @param id the {@link #id()} of a constant
   * @throws IllegalArgumentException if no constant has it; the message names what is accepted
   */
  public static DetectionState fromId(String id) {
    return Ids.constant(values(), id);
  }

  /**
   * {@return the state of a host, by its facts and its notices}
   *
   * <p>The facts alone tell {@link #NOT_A_MAC} and {@link #NOTHING_KNOWN}; {@link #NOT_INSTALLED}
   * and {@link #ANOTHER_ENGINE} need a notice that a detection has left in the host. {@link
   * Detection#state()} can know more than its host: that Docker Desktop runs.
   *
   * @param host the host
   */
  public static DetectionState of(Host host) {
    Object system = Fact.OPERATING_SYSTEM.valueOrNull(host);
    if (system != null && !system.equals(Host.MACOS)) {
      return NOT_A_MAC;
    }
    if (ANOTHER_ENGINE.noticeIn(host).isPresent()) {
      return ANOTHER_ENGINE;
    }
    if (host.dockerDesktop().version().isPresent()) {
      return DOCKER_DESKTOP;
    }
    if (NOT_INSTALLED.noticeIn(host).isPresent()) {
      return NOT_INSTALLED;
    }
    return isNothingKnown(host) ? NOTHING_KNOWN : UNDETERMINED;
  }

  private static boolean isNothingKnown(Host host) {
    return Arrays.stream(Fact.values())
        .filter(fact -> fact != Fact.OPERATING_SYSTEM && !NOT_OF_THE_MAC.contains(fact))
        .allMatch(fact -> fact.valueOrNull(host) == null);
  }

  /**
   * {@return the notice of a host that has the id of this state as its code, or empty if it has
   * none}
   *
   * @param host the host
   */
  public Optional<Notice> noticeIn(Host host) {
    Objects.requireNonNull(host, "host");
    return host.notices().stream().filter(notice -> notice.code().equals(id)).findFirst();
  }

  /**
   * {@return whether there is no Docker Desktop to select a VMM in, as far as is known: {@link
   * #NOT_INSTALLED}, {@link #ANOTHER_ENGINE}, {@link #NOT_A_MAC} and {@link #NOTHING_KNOWN}}
   */
  public boolean isWithoutDockerDesktop() {
    return this != DOCKER_DESKTOP && this != UNDETERMINED;
  }

  /** {@return the {@link #id()}} */
  @Override
  public String toString() {
    return id;
  }
}
