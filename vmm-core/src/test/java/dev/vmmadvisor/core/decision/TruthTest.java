package dev.vmmadvisor.core.decision;

import static dev.vmmadvisor.core.decision.Truth.FALSE;
import static dev.vmmadvisor.core.decision.Truth.TRUE;
import static dev.vmmadvisor.core.decision.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kleene's tables. */
class TruthTest {

  @ParameterizedTest
  @CsvSource({
    "TRUE,    TRUE,    TRUE,    TRUE",
    "TRUE,    UNKNOWN, UNKNOWN, TRUE",
    "TRUE,    FALSE,   FALSE,   TRUE",
    "UNKNOWN, TRUE,    UNKNOWN, TRUE",
    "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
    "UNKNOWN, FALSE,   FALSE,   UNKNOWN",
    "FALSE,   TRUE,    FALSE,   TRUE",
    "FALSE,   UNKNOWN, FALSE,   UNKNOWN",
    "FALSE,   FALSE,   FALSE,   FALSE",
  })
  void andAndOrFollowKleene(Truth one, Truth other, Truth and, Truth or) {
    assertThat(one.and(other)).isEqualTo(and);
    assertThat(one.or(other)).isEqualTo(or);

    Truth[] truths = {one, other};
    List<Expression> parts = List.of(new Expression.Leaf(0), new Expression.Leaf(1));
    assertThat(new Expression.All(parts).evaluate(truths)).isEqualTo(and);
    assertThat(new Expression.Any(parts).evaluate(truths)).isEqualTo(or);
  }

  @Test
  void notTurnsRoundWhatIsKnown() {
    assertThat(TRUE.not()).isEqualTo(FALSE);
    assertThat(FALSE.not()).isEqualTo(TRUE);
    assertThat(UNKNOWN.not()).isEqualTo(UNKNOWN);
  }

  @Test
  void withoutPartsAllIsTrueAndAnyIsFalse() {
    assertThat(new Expression.All(List.of()).evaluate(new Truth[0])).isEqualTo(TRUE);
    assertThat(new Expression.Any(List.of()).evaluate(new Truth[0])).isEqualTo(FALSE);
  }
}
