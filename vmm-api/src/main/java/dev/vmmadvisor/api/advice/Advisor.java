package dev.vmmadvisor.api.advice;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Host;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Advises on the VMM of a host, out of one catalog. {@code dev.vmmadvisor.core.VmmAdvisor} makes
 * one.
 *
 * <p>Immutable and safe to share between threads. It does no I/O and reads no clock, locale or
 * environment: the same host and goal give the same answer, byte for byte. Not for implementation
 * by users; methods may be added.
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
   * {@return the advice for a host, with the goal {@link Goal#BALANCED}}
   *
   * @param host the facts that are known; none has to be
   */
  default Recommendation recommend(Host host) {
    Objects.requireNonNull(host, "host");
    return recommend(host, Goal.BALANCED);
  }

  /**
   * {@return the advice for a host}
   *
   * @param host the facts that are known; none has to be
   * @param goal what to favour
   */
  Recommendation recommend(Host host, Goal goal);

  /**
   * {@return the advice for each of many hosts, in their order, with the goal {@link
   * Goal#BALANCED}}
   *
   * @param hosts the hosts; each is answered when its answer is taken from the result, which closes
   *     them when it is closed
   */
  default Stream<Recommendation> recommendAll(Stream<Host> hosts) {
    Objects.requireNonNull(hosts, "hosts");
    return recommendAll(hosts, Goal.BALANCED);
  }

  /**
   * {@return the advice for each of many hosts, in their order}
   *
   * @param hosts the hosts; each is answered when its answer is taken from the result, which closes
   *     them when it is closed
   * @param goal what to favour
   */
  default Stream<Recommendation> recommendAll(Stream<Host> hosts, Goal goal) {
    Objects.requireNonNull(hosts, "hosts");
    Objects.requireNonNull(goal, "goal");
    return hosts.map(host -> recommend(host, goal));
  }

  /**
   * {@return what is wrong with the configuration of a host as it is}
   *
   * @param host the facts that are known; none has to be
   */
  ValidationReport validate(Host host);

  /**
   * {@return what another release of Docker Desktop or of macOS would change for a host}
   *
   * @param host the facts that are known; none has to be
   * @param target the release, whether it is newer, older or the same
   */
  LookAhead lookAhead(Host host, UpgradeTarget target);

  /**
   * {@return what each release of Docker Desktop after that of a host would change for it; every
   * release that is known if that of the host is not}
   *
   * @param host the facts that are known; none has to be
   */
  Timeline timeline(Host host);

  /**
   * {@return the known issues that an error message or an excerpt of a log looks like}
   *
   * @param host the facts that are known; none has to be
   * @param text the message or excerpt. Upper and lower case are not told apart, and any run of
   *     white space counts as one blank. Of a text longer than 1,048,576 characters only the last
   *     that many are looked at, and a notice says so
   */
  Diagnosis diagnose(Host host, String text);

  /**
   * {@return one VMM explained to the owner of a host}
   *
   * @param host the facts that are known; none has to be
   * @param vmm the VMM
   */
  Explanation explain(Host host, Vmm vmm);

  /** {@return the catalog it advises out of} */
  Catalog catalog();
}
