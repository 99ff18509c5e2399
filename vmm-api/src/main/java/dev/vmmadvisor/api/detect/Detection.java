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
 * A detected host with the origin of every fact. {@code dev.vmmadvisor.core.detect.HostDetector}
 * returns it, and an inventory contains one for each of its hosts.
 *
 * <p>On a machine that is not a Mac, only the operating system is detected. It is then a value
 * other than {@value Host#MACOS}.
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

  // Package-private: subclasses would break when attributes are added.
  Detection() {}

  /** {@return a builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the host, with every fact for which there is evidence, and with all notices} */
  public abstract Host host();

  /**
   * {@return all evidence, in the order of the facts in the Host document}
   *
   * <p>The host has the value of the first evidence of a fact, unless it is too imprecise, which a
   * notice reports.
   */
  public abstract List<Evidence> evidence();

  /**
   * {@return whether Docker Desktop runs, or empty if the list of processes could not be read}
   *
   * <p>If it runs, its VM may still be stopped to save resources.
   */
  public abstract Optional<Boolean> dockerDesktopRunning();

  /**
   * {@return the kind of machine, and whether Docker Desktop is installed}
   *
   * <p>Four of the states also have a notice, with the id of the state as its code.
   */
  @JsonProperty
  public DetectionState state() {
    DetectionState state = DetectionState.of(host());
    boolean isIncomplete =
        state == DetectionState.UNDETERMINED || state == DetectionState.NOTHING_KNOWN;
    return isIncomplete && isRunning() ? DetectionState.DOCKER_DESKTOP : state;
  }

  /**
   * Returns whether Docker Desktop is running; files such as logs are ignored, as they describe the
   * past.
   */
  private boolean isRunning() {
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
   * {@return the notices of the host: its {@link #state()} if there is no Docker Desktop,
   * unreadable sources, and contradictions}
   */
  @JsonProperty
  public List<Notice> notices() {
    return host().notices();
  }

  /** {@return whether the host is a Mac, or empty if unknown} */
  @JsonIgnore
  public Optional<Boolean> isMac() {
    return Fact.OPERATING_SYSTEM.valueIn(host()).map(Host.MACOS::equals);
  }

  /**
   * {@return the VMM that the settings select, or the default of the release if they select none;
   * empty if unknown}
   */
  @JsonProperty
  public Optional<Vmm> requestedVmm() {
    return vmm(false);
  }

  /**
   * {@return the running VMM, or empty if none was detected}
   *
   * <p>It differs from {@link #requestedVmm()} if a restart is pending or something overrides the
   * settings. The host then has the running VMM.
   */
  @JsonProperty
  public Optional<Vmm> runningVmm() {
    return vmm(true);
  }

  /**
   * {@return the evidence of a fact, the best first; may be empty}
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
