package dev.vmmadvisor.core.compare;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Difference;
import dev.vmmadvisor.api.advice.Difference.Kind;
import dev.vmmadvisor.api.advice.Eligibility;
import dev.vmmadvisor.api.advice.FollowUps;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Workload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Searches for the changes of facts, goal and catalog that turn one answer into another: it asks
 * for the answer with some of the changes made and the others not.
 *
 * <p>Of up to {@value #FEW} changes every smallest set is found, with up to 2 to the power of their
 * number answers. Of more changes one set is found: all of them, without each that is not needed.
 */
final class Causes {

  /** Up to how many changes every set of them is tried. */
  static final int FEW = 6;

  private final Recommendation before;
  private final Recommendation after;
  private final FollowUps ofBefore;
  private final FollowUps ofAfter;
  private final Answer wanted;

  /** What of a recommendation counts as its answer. */
  private record Answer(Optional<Vmm> best, Certainty certainty, List<Standing> standings) {

    /** The place of a VMM. */
    private record Standing(int rank, Eligibility eligibility) {}

    static Answer of(Recommendation recommendation) {
      List<Standing> standings = new ArrayList<>();
      for (Vmm vmm : Vmm.values()) {
        Candidate candidate = recommendation.candidate(vmm);
        standings.add(new Standing(candidate.rank(), candidate.eligibility()));
      }
      return new Answer(recommendation.best(), recommendation.certainty(), standings);
    }
  }

  /**
   * Prepares to search.
   *
   * @param before the answer to start from
   * @param after the answer to reach
   * @param ofBefore gives answers as the first one was given
   * @param ofAfter gives answers as the second one was given
   */
  Causes(Recommendation before, Recommendation after, FollowUps ofBefore, FollowUps ofAfter) {
    this.before = before;
    this.after = after;
    this.ofBefore = ofBefore;
    this.ofAfter = ofAfter;
    this.wanted = Answer.of(after);
  }

  /** Whether both say the same. */
  boolean isSame() {
    return Answer.of(before).equals(wanted);
  }

  /**
   * The smallest sets of changes each of which alone leads from the one answer to the other, those
   * of fewer changes first; none if the answers are the same.
   *
   * @param changes all changes of facts, goal and catalog
   */
  List<List<Difference.Change>> of(List<Difference.Change> changes) {
    if (isSame() || !leads(changes)) { // it does not if an advisor answers differently now
      return List.of();
    }
    return changes.size() <= FEW ? all(changes) : List.of(one(changes));
  }

  private List<List<Difference.Change>> all(List<Difference.Change> changes) {
    List<List<Difference.Change>> found = new ArrayList<>();
    for (int size = 1; size <= changes.size(); size++) {
      for (int bits = 1; bits < 1 << changes.size(); bits++) {
        if (Integer.bitCount(bits) == size) {
          List<Difference.Change> some = some(changes, bits);
          if (found.stream().noneMatch(some::containsAll) && leads(some)) {
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

  private List<Difference.Change> one(List<Difference.Change> changes) {
    List<Difference.Change> needed = new ArrayList<>(changes);
    boolean removed = true;
    while (removed) { // without one, another may be needless that was not before
      removed = false;
      for (Difference.Change change : List.copyOf(needed)) {
        List<Difference.Change> fewer = new ArrayList<>(needed);
        fewer.remove(change);
        if (leads(fewer)) {
          needed = fewer;
          removed = true;
        }
      }
    }
    return needed;
  }

  /** Whether some changes alone lead to the second answer. */
  private boolean leads(List<Difference.Change> made) {
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
    Host host = new Mixture(before.host(), after.host(), facts).host();
    Recommendation answer =
        (catalog ? ofAfter : ofBefore).recommend(host, (goal ? after : before).goal());
    return Answer.of(answer).equals(wanted);
  }

  /**
   * A host made of two.
   *
   * @param one the first
   * @param other the second
   * @param ofOther the paths of the facts to take from the second; all others are of the first
   */
  record Mixture(Host one, Host other, Set<String> ofOther) {

    /** The host. What follows from another fact is a fact of its own in it. */
    Host host() {
      return Host.builder()
          .operatingSystem(pick(Fact.OPERATING_SYSTEM, Mixture::operatingSystem))
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

    /** The operating system, which also follows from a version of macOS. */
    private static Optional<String> operatingSystem(Host host) {
      return Fact.OPERATING_SYSTEM.valueIn(host).map(Object::toString);
    }

    private <T> Optional<T> pick(Fact fact, Function<Host, Optional<T>> value) {
      return value.apply(ofOther.contains(fact.path()) ? other : one);
    }
  }
}
