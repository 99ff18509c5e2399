package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Criterion;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The packed places against the places one by one. */
class RankingKeyProperties {

  @Provide
  Arbitrary<List<Integer>> places() {
    return Arbitraries.integers().between(0, 7).list().ofSize(Criterion.values().length);
  }

  private static int packed(List<Integer> of) {
    return RankingKey.packed(
        of.get(0), of.get(1), of.get(2), of.get(3), of.get(4), of.get(5), of.get(6), of.get(7));
  }

  @Property(tries = 200)
  void theFirstCriterionOnWhichTheyDifferDecides(
      @ForAll("places") List<Integer> one,
      @ForAll @IntRange(max = 7) int first,
      @ForAll("places") List<Integer> rest) {
    List<Integer> other = new ArrayList<>(one.subList(0, first));
    other.addAll(rest.subList(first, rest.size()));
    int different = 0;
    while (different < one.size() - 1 && one.get(different).equals(other.get(different))) {
      different++;
    }

    assertThat(RankingKey.decisive(packed(one), packed(other)))
        .isEqualTo(List.of(Criterion.values()).get(different));
    assertThat(Integer.signum(Integer.compare(packed(one), packed(other))))
        .isEqualTo(Integer.signum(one.get(different).compareTo(other.get(different))));
    assertThat(RankingKey.eligibility(packed(one))).isEqualTo(one.get(0));
  }
}
