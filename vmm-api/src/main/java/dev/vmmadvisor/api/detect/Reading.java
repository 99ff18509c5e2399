package dev.vmmadvisor.api.detect;

import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one source told: facts with their origin, and what could not be read. Each reader of a file,
 * a command or a compose file gives one, and {@code dev.vmmadvisor.core.detect.HostDetector} makes
 * a host of it.
 *
 * @param evidence what it says, in the order it was met
 * @param notices what was met and could not be used as a fact
 */
public record Reading(List<Evidence> evidence, List<Notice> notices) {

  private static final Reading NOTHING = new Reading(List.of(), List.of());

  /**
   * Makes the value.
   *
   * @param evidence what the source says
   * @param notices what could not be used
   */
  public Reading {
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(notices, "notices");
    evidence = List.copyOf(evidence);
    notices = List.copyOf(notices);
  }

  /** {@return a reading of a source that tells nothing} */
  public static Reading nothing() {
    return NOTHING;
  }

  /**
   * {@return this reading with another one behind it}
   *
   * @param other the other one
   */
  public Reading and(Reading other) {
    Objects.requireNonNull(other, "other");
    return new Reading(
        Stream.concat(evidence.stream(), other.evidence.stream()).toList(),
        Stream.concat(notices.stream(), other.notices.stream()).toList());
  }

  /**
   * {@return the first evidence of a fact, or empty if the source does not tell it}
   *
   * @param fact the fact
   */
  public Optional<Evidence> evidence(Fact fact) {
    Objects.requireNonNull(fact, "fact");
    return evidence.stream().filter(each -> each.fact() == fact).findFirst();
  }
}
