package dev.vmmadvisor.api.detect;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A host as it was found, with the origin of every fact. {@code
 * dev.vmmadvisor.core.detect.HostDetector} makes one, and an inventory has one for each of its
 * hosts.
 *
 * <p>A host that is no Mac is an answer too: its operating system is known and is not {@value
 * Host#MACOS}, and no other fact is looked for.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDetection.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
  "host",
  "state",
  "anotherEngine",
  "requestedVmm",
  "runningVmm",
  "dockerDesktopRunning",
  "evidence",
  "notices"
})
public abstract class Detection {

  // Not for extension: new attributes must not break anyone.
  Detection() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return the host, with every fact for which there is evidence; its notices are all notices}
   */
  public abstract Host host();

  /**
   * {@return all evidence, facts in the order of the Host document; the first of a fact was taken
   * for the host unless it is too imprecise, which a notice tells}
   */
  public abstract List<Evidence> evidence();

  /**
   * {@return whether Docker Desktop runs, or empty if the list of processes could not be read}
   *
   * <p>Its VM may be stopped all the same, to save resources.
   */
  public abstract Optional<Boolean> dockerDesktopRunning();

  /**
   * {@return what kind of machine was found, and whether Docker Desktop is there}
   *
   * <p>Four of the states also have a notice, with the id of the state as its code.
   */
  @JsonProperty
  public DetectionState state() {
    DetectionState state = DetectionState.of(host());
    boolean isOpen = state == DetectionState.UNDETERMINED || state == DetectionState.NOTHING_KNOWN;
    return isOpen && isSeenRunning() ? DetectionState.DOCKER_DESKTOP : state;
  }

  /** A log is about the past; the other sources tell what runs at the time of reading. */
  private boolean isSeenRunning() {
    return dockerDesktopRunning().orElse(false)
        || evidence().stream()
            .anyMatch(each -> each.running() && each.origin().kind() != Origin.Kind.FILE);
  }

  /**
   * {@return the engine that runs the containers in the state {@link
   * DetectionState#ANOTHER_ENGINE}; empty in every other state}
   *
   * <p>A lower-case word: {@code colima}, {@code docker-engine} (an engine without Docker Desktop,
   * which product brings it is not known), {@code lima}, {@code orbstack}, {@code podman}, {@code
   * rancher-desktop}, or {@code other}. Words may be added in a later release.
   */
  @JsonProperty
  public Optional<String> anotherEngine() {
    return state() == DetectionState.ANOTHER_ENGINE
        ? DetectionState.ANOTHER_ENGINE
            .noticeIn(host())
            .flatMap(notice -> Optional.ofNullable(notice.parameters().get("engine")))
            .map(Object::toString)
        : Optional.empty();
  }

  /**
   * {@return the notices of the host: its {@link #state()} if it is one without Docker Desktop,
   * what could not be read, and what contradicts}
   */
  @JsonProperty
  public List<Notice> notices() {
    return host().notices();
  }

  /** {@return whether the host is a Mac; empty if even that is not known} */
  @JsonIgnore
  public Optional<Boolean> isMac() {
    return Fact.OPERATING_SYSTEM.valueIn(host()).map(Host.MACOS::equals);
  }

  /**
   * {@return the VMM that the settings ask for, or that the release takes without any; or empty if
   * that is not known}
   */
  @JsonProperty
  public Optional<Vmm> requestedVmm() {
    return vmm(false);
  }

  /**
   * {@return the VMM that was seen running, or empty if none was}
   *
   * <p>It differs from {@link #requestedVmm()} when a restart is pending or something overrides the
   * settings; the host then has the one that runs.
   */
  @JsonProperty
  public Optional<Vmm> runningVmm() {
    return vmm(true);
  }

  /**
   * {@return what is said about a fact, the best evidence first; none if nothing is}
   *
   * @param fact the fact
   */
  public List<Evidence> evidence(Fact fact) {
    Objects.requireNonNull(fact, "fact");
    return evidence().stream().filter(each -> each.fact() == fact).toList();
  }

  private Optional<Vmm> vmm(boolean running) {
    return evidence(Fact.CURRENT_VMM).stream()
        .filter(each -> each.running() == running)
        .flatMap(each -> Arrays.stream(Vmm.values()).filter(vmm -> vmm.id().equals(each.value())))
        .findFirst();
  }

  /** Builds values. Not safe to share between threads. */
  public static class Builder extends ImmutableDetection.Builder {
    Builder() {}
  }
}
