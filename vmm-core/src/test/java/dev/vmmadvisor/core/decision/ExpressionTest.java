package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.core.decision.Expression.All;
import dev.vmmadvisor.core.decision.Expression.Any;
import dev.vmmadvisor.core.decision.Expression.Leaf;
import dev.vmmadvisor.core.decision.Expression.Not;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  private static final Expression ONE = new Leaf(0);
  private static final Expression OTHER = new Leaf(1);

  private static Truth truth(Expression expression, Truth... truths) {
    return expression.evaluate(truths);
  }

  @ParameterizedTest
  @CsvSource({
    "TRUE, TRUE, TRUE, TRUE",
    "TRUE, FALSE, FALSE, TRUE",
    "FALSE, TRUE, FALSE, TRUE",
    "FALSE, FALSE, FALSE, FALSE",
    "TRUE, UNKNOWN, UNKNOWN, TRUE",
    "UNKNOWN, TRUE, UNKNOWN, TRUE",
    "FALSE, UNKNOWN, FALSE, UNKNOWN",
    "UNKNOWN, FALSE, FALSE, UNKNOWN",
    "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
  })
  void whatIsNotKnownCountsOnlyWhereTheRestDoesNotSettleIt(
      Truth one, Truth other, Truth all, Truth any) {
    assertThat(truth(new All(List.of(ONE, OTHER)), one, other)).isEqualTo(all);
    assertThat(truth(new Any(List.of(ONE, OTHER)), one, other)).isEqualTo(any);
    assertThat(truth(new Not(ONE), one)).isEqualTo(one.not());
  }

  @Test
  void allOfNothingIsTrueAndAnyOfNothingIsFalse() {
    assertThat(truth(Expression.ALWAYS)).isEqualTo(Truth.TRUE);
    assertThat(truth(new Any(List.of()))).isEqualTo(Truth.FALSE);
    assertThat(truth(Clause.NEVER)).isEqualTo(Truth.FALSE);
  }

  @Test
  void aConjunctionOfConjunctionsHasThePartsOfAllOfThem() {
    Expression either = new Any(List.of(ONE, OTHER));
    Expression not = new Not(OTHER);

    assertThat(new All(List.of(new All(List.of(ONE, not)), either)).parts())
        .containsExactly(ONE, not, either);
    assertThat(Expression.ALWAYS.parts()).isEmpty();
  }

  @Test
  void itReadsAllItsComparisonsAndKeepsItsShapeUnderOtherNumbers() {
    Expression expression =
        new All(List.of(new Any(List.of(new Leaf(3), new Leaf(5))), new Not(new Leaf(8))));
    BitSet read = new BitSet();

    expression.addTo(read);

    assertThat(read.stream()).containsExactly(3, 5, 8);
    assertThat(expression.renumbered(List.of(3, 5, 8)))
        .isEqualTo(
            new All(List.of(new Any(List.of(new Leaf(0), new Leaf(1))), new Not(new Leaf(2)))));
  }
}
