package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Segments against the ranges whose ends cut them. */
class VersionCutsProperties {

  @Provide
  Arbitrary<Version> versions() {
    return numbers().map(VersionCutsProperties::version);
  }

  /** Few versions, so that ends meet. */
  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, 9);
  }

  private static Version version(int number) {
    return Version.parse(number / 3 + "." + number % 3);
  }

  @Provide
  Arbitrary<List<VersionRange>> ranges() {
    Arbitrary<VersionRange> closed =
        Combinators.combine(
                numbers(), numbers(), Arbitraries.of("[", "("), Arbitraries.of("]", ")"))
            .as(VersionCutsProperties::between);
    Arbitrary<VersionRange> lower =
        Combinators.combine(numbers(), Arbitraries.of("[", "("))
            .as((number, end) -> VersionRange.parse(end + version(number) + ",)"));
    Arbitrary<VersionRange> upper =
        Combinators.combine(numbers(), Arbitraries.of("]", ")"))
            .as((number, end) -> VersionRange.parse("(," + version(number + 1) + end));
    return Arbitraries.oneOf(closed, lower, upper).list().ofMaxSize(5);
  }

  private static VersionRange between(int one, int other, String lower, String upper) {
    String from = version(Math.min(one, other)).toString();
    String to = version(Math.max(one, other)).toString();
    return VersionRange.parse(
        one == other ? "[" + from + "," + to + "]" : lower + from + "," + to + upper);
  }

  @Property(tries = 300)
  void everyVersionLiesInOneSegmentAndInTheRangesOfThatSegment(
      @ForAll("ranges") List<VersionRange> ranges, @ForAll("versions") Version version) {
    VersionCuts cuts = VersionCuts.of(ranges);
    List<VersionCuts.Interval> around =
        cuts.intervals().stream().filter(it -> it.range().contains(version)).toList();

    assertThat(around).containsExactly(cuts.intervals().get(cuts.below(version)));
    for (VersionRange range : ranges) {
      assertThat(around.get(0).liesIn(range)).isEqualTo(range.contains(version));
    }
  }
}
