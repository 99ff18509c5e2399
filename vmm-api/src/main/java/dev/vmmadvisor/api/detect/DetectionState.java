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
 * The kind of the detected machine, and whether Docker Desktop is installed. Constants may be added
 * in a later release.
 *
 * <p>In four states no VMM can be selected on the host ({@link #isWithoutDockerDesktop()}). For
 * each of them the host has a notice whose code is the {@link #id()}. A state changes the text of
 * an answer and the exit status of the command line, never the ranking.
 */
public enum DetectionState {
  /** Docker Desktop is installed, and there is no evidence that the host is not a Mac. */
  DOCKER_DESKTOP("docker-desktop"),
  /**
   * Docker Desktop is not installed: it is in none of the application folders, which were all read.
   * If a folder is missing or unreadable, the state is {@link #UNDETERMINED} instead.
   */
  NOT_INSTALLED("docker-desktop-not-installed"),
  /**
   * Another engine runs the containers, such as Colima. {@link Detection#anotherEngine()} returns
   * its name. Docker Desktop may also be installed, but there is no evidence that it runs.
   */
  ANOTHER_ENGINE("another-engine"),
  /** The operating system is known and is not macOS. */
  NOT_A_MAC("not-a-mac"),
  /** No fact about the Mac and its Docker Desktop is known; its workload may be. */
  NOTHING_KNOWN("nothing-known"),
  /** Facts are known, but not whether Docker Desktop is installed. */
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
   * @throws IllegalArgumentException if no constant has it; the message lists the accepted ids
   */
  public static DetectionState fromId(String id) {
    return Ids.constant(values(), id);
  }

  /**
   * {@return the state of a host, derived from its facts and notices}
   *
   * <p>{@link #NOT_A_MAC} and {@link #NOTHING_KNOWN} follow from the facts. {@link #NOT_INSTALLED}
   * and {@link #ANOTHER_ENGINE} require a notice of a detection. {@link Detection#state()} can be
   * more precise, as it also uses whether Docker Desktop runs.
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
   * {@return the notice of a host whose code is the id of this state, or empty if there is none}
   *
   * @param host the host
   */
  public Optional<Notice> noticeIn(Host host) {
    Objects.requireNonNull(host, "host");
    return host.notices().stream().filter(notice -> notice.code().equals(id)).findFirst();
  }

  /**
   * {@return whether no VMM can be selected, as there is no evidence of a usable Docker Desktop:
   * {@link #NOT_INSTALLED}, {@link #ANOTHER_ENGINE}, {@link #NOT_A_MAC} and {@link #NOTHING_KNOWN}}
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
