package dev.vmmadvisor.api.detect;

import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of reading one source: facts with their origin, and notices about what could not be
 * read. Readers of files, commands and compose files return it, and {@code
 * dev.vmmadvisor.core.detect.HostDetector} combines readings into a host.
 *
 * @param evidence the evidence, in the order of the source
 * @param notices notices about content that could not be used as a fact
 */
public record Reading(List<Evidence> evidence, List<Notice> notices) {

  private static final Reading NOTHING = new Reading(List.of(), List.of());

  /**
   * Creates the value.
   *
   * @param evidence the evidence
   * @param notices the notices
   */
  public Reading {
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(notices, "notices");
    evidence = List.copyOf(evidence);
    notices = List.copyOf(notices);
  }

  /** {@return a reading without evidence and notices} */
  public static Reading nothing() {
    return NOTHING;
  }

  /**
   * {@return the concatenation of this reading and another one}
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
   * {@return the first evidence of a fact, or empty if there is none}
   *
   * @param fact the fact
   */
  public Optional<Evidence> evidence(Fact fact) {
    Objects.requireNonNull(fact, "fact");
    return evidence.stream().filter(each -> each.fact() == fact).findFirst();
  }
}
