package dev.vmmadvisor.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Remedy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sets of changes that are made together. */
class RemedySetTest {

  /** One of each action, in the order in which they are made. */
  private static final List<Remedy> ALL =
      List.of(
          macOs("14"),
          app("4.43.0"),
          new Remedy.RaiseVmMemory(4096),
          new Remedy.LowerVmMemory(8192),
          new Remedy.MoveDatabaseToNamedVolume(List.of("mongodb")),
          new Remedy.SelectFileSharing(FileSharing.VIRTIOFS),
          new Remedy.SwitchVmm(Vmm.DOCKER_VMM),
          new Remedy.SwitchRosetta(false));

  private static Remedy macOs(String to) {
    return new Remedy.UpgradeMacOs(Version.parse(to));
  }

  private static Remedy app(String to) {
    return new Remedy.UpgradeDockerDesktop(Version.parse(to));
  }

  private static RemedySet set(Remedy... remedies) {
    return new RemedySet(List.of(remedies));
  }

  @Property(tries = 50)
  void whateverIsAddedFirstTheOrderIsThatInWhichChangesAreMade(
      @ForAll @IntRange(min = 0, max = 8) int size, @ForAll long seed) {
    List<Remedy> shuffled = new ArrayList<>(ALL);
    Collections.shuffle(shuffled, new Random(seed));
    RemedySet set = RemedySet.NONE;
    for (Remedy remedy : shuffled.subList(0, size)) {
      set = set.with(remedy).orElseThrow();
    }

    List<Remedy> expected = new ArrayList<>(ALL);
    expected.retainAll(shuffled.subList(0, size));
    assertThat(set.remedies()).isEqualTo(expected);
    assertThat(set.size()).isEqualTo(size);
  }

  @Property(tries = 9)
  void properSubsetsAreAllButTheWholeTheSmallerFirst(@ForAll @IntRange(min = 0, max = 5) int size) {
    RemedySet set = new RemedySet(ALL.subList(0, size));

    List<RemedySet> subsets = set.properSubsets();

    assertThat(subsets).hasSize((1 << size) - 1).doesNotContain(set);
    assertThat(new HashSet<>(subsets)).hasSameSizeAs(subsets);
    assertThat(subsets.stream().map(RemedySet::size).toList()).isSorted();
    assertThat(subsets)
        .allSatisfy(
            subset -> {
              assertThat(set.containsAll(subset)).isTrue();
              assertThat(subset.containsAll(set)).isFalse();
              List<Remedy> inOrder = new ArrayList<>(ALL);
              inOrder.retainAll(subset.remedies());
              assertThat(subset.remedies()).isEqualTo(inOrder);
            });
  }

  @Example
  void setsAreEqualIfTheirChangesAre() {
    List<Remedy> remedies = new ArrayList<>(ALL);
    remedies.addAll(
        List.of(
            macOs("15"),
            app("4.44.0"),
            new Remedy.RaiseVmMemory(8192),
            new Remedy.LowerVmMemory(4096),
            new Remedy.MoveDatabaseToNamedVolume(List.of("mongodb", "mysql")),
            new Remedy.SelectFileSharing(FileSharing.GRPC_FUSE),
            new Remedy.SwitchVmm(Vmm.QEMU),
            new Remedy.SwitchRosetta(true),
            new Remedy.AddSharedFolder(),
            new Remedy.AvoidRelease(VersionRange.parse("[4.35.0,4.36.0)")),
            new Remedy.AvoidRelease(VersionRange.parse("[4.35.0,4.37.0)"))));
    for (Remedy one : remedies) {
      assertThat(set(one)).hasSameHashCodeAs(set(one)).isNotEqualTo(RemedySet.NONE);
      for (Remedy other : remedies) {
        assertThat(set(one).equals(set(other)))
            .as("%s, %s", one, other)
            .isEqualTo(one.equals(other));
        assertThat(set(one).containsAll(set(other))).isEqualTo(one.equals(other));
        assertThat(set(one).without(set(other)))
            .isEqualTo(one.equals(other) ? RemedySet.NONE : set(one));
      }
    }
    assertThat(set(ALL.get(0), ALL.get(1))).hasToString("[" + ALL.get(0) + ", " + ALL.get(1) + "]");
  }

  @Property(tries = 20)
  void whatIsLeftOfASetWithoutAPartIsTheRestInItsOrder(
      @ForAll @IntRange(min = 0, max = 255) int bits) {
    List<Remedy> part = new ArrayList<>();
    List<Remedy> rest = new ArrayList<>();
    for (int i = 0; i < ALL.size(); i++) {
      ((bits & 1 << i) != 0 ? part : rest).add(ALL.get(i));
    }

    assertThat(new RemedySet(ALL).without(new RemedySet(part)).remedies()).isEqualTo(rest);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void twoOfOneActionAreTheOneThatDoesBoth(Remedy one, Remedy other, Optional<Remedy> both) {
    assertThat(set(one).with(other)).isEqualTo(both.map(RemedySetTest::set));
    assertThat(set(other).with(one)).isEqualTo(both.map(RemedySetTest::set));
  }

  static List<Arguments> pairs() {
    return List.of(
        pair(new Remedy.RaiseVmMemory(1), new Remedy.RaiseVmMemory(2), new Remedy.RaiseVmMemory(2)),
        pair(new Remedy.LowerVmMemory(1), new Remedy.LowerVmMemory(2), new Remedy.LowerVmMemory(1)),
        pair(app("4.35.0"), app("4.36.0"), app("4.36.0")),
        pair(macOs("13"), macOs("14"), macOs("14")),
        pair(
            new Remedy.SwitchRosetta(true),
            new Remedy.SwitchRosetta(true),
            new Remedy.SwitchRosetta(true)),
        Arguments.of(
            new Remedy.SwitchRosetta(true), new Remedy.SwitchRosetta(false), Optional.empty()),
        Arguments.of(
            new Remedy.SwitchVmm(Vmm.QEMU),
            new Remedy.SwitchVmm(Vmm.DOCKER_VMM),
            Optional.empty()));
  }

  private static Arguments pair(Remedy one, Remedy other, Remedy both) {
    return Arguments.of(one, other, Optional.of(both));
  }

  @Example
  void enginesOfTwoMovesAreMovedTogetherEachOnce() {
    assertThat(
            set(new Remedy.MoveDatabaseToNamedVolume(List.of("mongodb", "cassandra")))
                .with(new Remedy.MoveDatabaseToNamedVolume(List.of("cassandra", "mysql"))))
        .contains(
            set(new Remedy.MoveDatabaseToNamedVolume(List.of("mongodb", "cassandra", "mysql"))));
  }

  @Example
  void aSetIsLessThanOneThatAsksForMoreOfTheSameActions() {
    RemedySet less = set(app("4.35.0"), new Remedy.RaiseVmMemory(4096));
    RemedySet more = set(app("4.36.0"), new Remedy.RaiseVmMemory(4096));

    assertThat(less.isWeakerThan(more)).isTrue();
    assertThat(more.isWeakerThan(less)).isFalse();
    assertThat(less.isWeakerThan(less)).isFalse();
    assertThat(set(app("4.35.0")).isWeakerThan(more)).isFalse();
    assertThat(more.isWeakerThan(set(app("4.36.0")))).isFalse();
    assertThat(set(app("4.35.0")).isWeakerThan(set(macOs("14")))).isFalse();
    assertThat(
            set(app("4.35.0"), new Remedy.RaiseVmMemory(8192))
                .isWeakerThan(set(app("4.36.0"), new Remedy.RaiseVmMemory(4096))))
        .isFalse();
  }

  @Example
  void changesOfDifferentActionsAreNotLessThanEachOther() {
    for (Remedy one : ALL) {
      for (Remedy other : ALL) {
        assertThat(set(one).isWeakerThan(set(other))).as("%s, %s", one, other).isFalse();
      }
    }
  }
}
