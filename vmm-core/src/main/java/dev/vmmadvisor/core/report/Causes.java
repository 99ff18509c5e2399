package dev.vmmadvisor.core.report;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Difference;
import dev.vmmadvisor.api.advice.Difference.Kind;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.core.answer.FollowUps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the minimal sets of changes of facts, goal and catalog that turn one recommendation into
 * another. It computes recommendations with some of the changes.
 *
 * <p>For up to {@value #MAX_EXHAUSTIVE} changes, every minimal set is found by trying all subsets.
 * For more changes, one minimal set is found by removing redundant changes.
 */
final class Causes {

  /** The maximum number of changes of which all subsets are tried. */
  static final int MAX_EXHAUSTIVE = 6;

  private final Recommendation before;
  private final Recommendation after;
  private final FollowUps ofBefore;
  private final FollowUps ofAfter;
  private final Answer target;

  /** The part of a recommendation that is compared. */
  private record Answer(Optional<Vmm> best, Certainty certainty, List<Position> positions) {

    /** The position of a VMM in the ranking. */
    private record Position(int rank, Eligibility eligibility) {}

    static Answer of(Recommendation recommendation) {
      List<Position> positions = new ArrayList<>();
      for (Vmm vmm : Vmm.values()) {
        Candidate candidate = recommendation.candidate(vmm);
        positions.add(new Position(candidate.rank(), candidate.eligibility()));
      }
      return new Answer(recommendation.best(), recommendation.certainty(), positions);
    }
  }

  /**
   * Creates a search.
   *
   * @param before the recommendation to start from
   * @param after the recommendation to reach
   * @param ofBefore computes recommendations as the first one was computed
   * @param ofAfter computes recommendations as the second one was computed
   */
  Causes(Recommendation before, Recommendation after, FollowUps ofBefore, FollowUps ofAfter) {
    this.before = before;
    this.after = after;
    this.ofBefore = ofBefore;
    this.ofAfter = ofAfter;
    this.target = Answer.of(after);
  }

  /** Whether both recommendations are equal in the compared part. */
  boolean isSame() {
    return Answer.of(before).equals(target);
  }

  /**
   * The minimal sets of changes that alone are sufficient, smaller ones first. Empty if the
   * recommendations are the same.
   *
   * @param changes all changes of facts, goal and catalog
   */
  List<List<Difference.Change>> of(List<Difference.Change> changes) {
    if (isSame() || !isSufficient(changes)) { // false if an advisor no longer computes the same
      return List.of();
    }
    return changes.size() <= MAX_EXHAUSTIVE ? all(changes) : List.of(minimal(changes));
  }

  private List<List<Difference.Change>> all(List<Difference.Change> changes) {
    List<List<Difference.Change>> found = new ArrayList<>();
    for (int size = 1; size <= changes.size(); size++) {
      for (int bits = 1; bits < 1 << changes.size(); bits++) {
        if (Integer.bitCount(bits) == size) {
          List<Difference.Change> some = some(changes, bits);
          if (found.stream().noneMatch(some::containsAll) && isSufficient(some)) {
            found.add(some);
          }
        }
      }
    }
    return found;
  }

  private static List<Difference.Change> some(List<Difference.Change> changes, int bits) {
    List<Difference.Change> some = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      if ((bits >> i & 1) == 1) {
        some.add(changes.get(i));
      }
    }
    return some;
  }

  private List<Difference.Change> minimal(List<Difference.Change> changes) {
    List<Difference.Change> needed = new ArrayList<>(changes);
    boolean removed = true;
    while (removed) { // removing one change can make another one redundant
      removed = false;
      for (Difference.Change change : List.copyOf(needed)) {
        List<Difference.Change> fewer = new ArrayList<>(needed);
        fewer.remove(change);
        if (isSufficient(fewer)) {
          needed = fewer;
          removed = true;
        }
      }
    }
    return needed;
  }

  /** Whether some changes alone lead to the second recommendation. */
  private boolean isSufficient(List<Difference.Change> made) {
    Set<String> facts = new LinkedHashSet<>();
    boolean catalog = false;
    boolean goal = false;
    for (Difference.Change change : made) {
      if (change.kind() == Kind.HOST) {
        facts.add(change.subject());
      }
      catalog |= change.kind() == Kind.CATALOG;
      goal |= change.kind() == Kind.GOAL;
    }
    Host host = new MixedHost(before.host(), after.host(), facts).host();
    Recommendation answer =
        (catalog ? ofAfter : ofBefore).recommend(host, (goal ? after : before).goal());
    return Answer.of(answer).equals(target);
  }

  /**
   * A host with facts of two hosts.
   *
   * @param one the first host
   * @param other the second host
   * @param fromOther the paths of the facts of the second host; all others are from the first
   */
  record MixedHost(Host one, Host other, Set<String> fromOther) {

    /** The mixed host. Each fact is set separately, even if it follows from another one. */
    Host host() {
      return Host.builder()
          .operatingSystem(pick(Fact.OPERATING_SYSTEM, MixedHost::operatingSystem))
          .architecture(pick(Fact.ARCHITECTURE, Host::architecture))
          .chip(pick(Fact.CHIP, Host::chip))
          .macOsVersion(pick(Fact.MACOS_VERSION, Host::macOsVersion))
          .memoryMiB(pick(Fact.MEMORY, Host::memoryMiB))
          .rosettaInstalled(pick(Fact.ROSETTA_INSTALLED, Host::rosettaInstalled))
          .virtualMachine(pick(Fact.VIRTUAL_MACHINE, Host::virtualMachine))
          .dockerDesktop(dockerDesktop())
          .workload(workload())
          .build();
    }

    private DockerDesktop dockerDesktop() {
      return DockerDesktop.builder()
          .version(pick(Fact.DOCKER_DESKTOP_VERSION, host -> host.dockerDesktop().version()))
          .vmm(pick(Fact.CURRENT_VMM, host -> host.dockerDesktop().vmm()))
          .memoryMiB(pick(Fact.VM_MEMORY, host -> host.dockerDesktop().memoryMiB()))
          .cpus(pick(Fact.CPUS, host -> host.dockerDesktop().cpus()))
          .fileSharing(pick(Fact.FILE_SHARING, host -> host.dockerDesktop().fileSharing()))
          .rosettaEnabled(pick(Fact.ROSETTA_ENABLED, host -> host.dockerDesktop().rosettaEnabled()))
          .lockedSettings(pick(Fact.LOCKED_SETTINGS, host -> host.dockerDesktop().lockedSettings()))
          .build();
    }

    private Workload workload() {
      return Workload.builder()
          .imageArchitectures(
              pick(Fact.IMAGE_ARCHITECTURES, host -> host.workload().imageArchitectures()))
          .databases(pick(Fact.DATABASES, host -> host.workload().databases()))
          .mounts(pick(Fact.MOUNTS, host -> host.workload().mounts()))
          .traits(pick(Fact.TRAITS, host -> host.workload().traits()))
          .build();
    }

    /** The operating system, which also follows from a macOS version. */
    private static Optional<String> operatingSystem(Host host) {
      return Fact.OPERATING_SYSTEM.valueIn(host).map(Object::toString);
    }

    private <T> Optional<T> pick(Fact fact, Function<Host, Optional<T>> value) {
      return value.apply(fromOther.contains(fact.path()) ? other : one);
    }
  }
}
