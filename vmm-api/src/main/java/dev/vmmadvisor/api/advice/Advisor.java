package dev.vmmadvisor.api.advice;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Host;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Recommends a VMM for a host and answers related questions, from one catalog. {@code
 * dev.vmmadvisor.core.VmmAdvisor} creates advisors.
 *
 * <p>Immutable and safe to share between threads. It does no I/O and reads no clock, locale or
 * environment. The same host and goal give the same answer, byte for byte. Users do not implement
 * this interface; methods may be added.
 *
 * {@snippet :
 * Advisor advisor = VmmAdvisor.builder().build();
 * Recommendation advice = advisor.recommend(host);
 * ValidationReport report = advisor.validate(host);
 * LookAhead ahead = advisor.lookAhead(host, UpgradeTarget.dockerDesktop(Version.parse("4.49.0")));
 * Diagnosis diagnosis = advisor.diagnose(host, "engine linux/libkrun failed to run");
 * for (Answer answer : List.of(advice, report, ahead, diagnosis)) {
 *   System.out.print(answer.text());
 * }
 * }
 */
public interface Advisor {

  /**
   * {@return the recommendation for a host, with the goal {@link Goal#BALANCED}}
   *
   * @param host the known facts; all of them may be absent
   */
  default Recommendation recommend(Host host) {
    Objects.requireNonNull(host, "host");
    return recommend(host, Goal.BALANCED);
  }

  /**
   * {@return the recommendation for a host}
   *
   * @param host the known facts; all of them may be absent
   * @param goal how the ranking treats betas
   */
  Recommendation recommend(Host host, Goal goal);

  /**
   * {@return the recommendations for hosts, in their order, with the goal {@link Goal#BALANCED};
   * lazy}
   *
   * @param hosts the hosts; closing the result closes this stream
   */
  default Stream<Recommendation> recommendAll(Stream<Host> hosts) {
    Objects.requireNonNull(hosts, "hosts");
    return recommendAll(hosts, Goal.BALANCED);
  }

  /**
   * {@return the recommendations for hosts, in their order; lazy}
   *
   * @param hosts the hosts; closing the result closes this stream
   * @param goal how the ranking treats betas
   */
  default Stream<Recommendation> recommendAll(Stream<Host> hosts, Goal goal) {
    Objects.requireNonNull(hosts, "hosts");
    Objects.requireNonNull(goal, "goal");
    return hosts.map(host -> recommend(host, goal));
  }

  /**
   * {@return the problems of the current configuration of a host}
   *
   * @param host the known facts; all of them may be absent
   */
  ValidationReport validate(Host host);

  /**
   * {@return the changes that another release of Docker Desktop or of macOS would bring for a host}
   *
   * @param host the known facts; all of them may be absent
   * @param target the release; it may be newer, older or the same
   */
  LookAhead lookAhead(Host host, UpgradeTarget target);

  /**
   * {@return the changes that each release of Docker Desktop after that of the host would bring for
   * it; covers all releases of the catalog if that of the host is unknown}
   *
   * @param host the known facts; all of them may be absent
   */
  Timeline timeline(Host host);

  /**
   * {@return the known issues that match an error message or an excerpt of a log}
   *
   * @param host the known facts; all of them may be absent
   * @param text the message or excerpt. Case is ignored, and any run of white space counts as one
   *     space. Only the last 1,048,576 characters are searched; a notice reports a longer text
   */
  Diagnosis diagnose(Host host, String text);

  /**
   * {@return an explanation of one VMM for a host}
   *
   * @param host the known facts; all of them may be absent
   * @param vmm the VMM
   */
  Explanation explain(Host host, Vmm vmm);

  /** {@return the catalog that this advisor uses} */
  Catalog catalog();
}
