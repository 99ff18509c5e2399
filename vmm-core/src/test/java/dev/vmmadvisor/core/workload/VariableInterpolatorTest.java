package dev.vmmadvisor.core.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableInterpolatorTest {

  private static final VariableInterpolator VARIABLES =
      new VariableInterpolator(
          ComposeOptions.none()
              .withHome("/Users/mira")
              .withVariables(Map.of("A", "one", "EMPTY", "")));

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "$A, one",
    "${A}, one",
    "x$A-y, xone-y",
    "$$A, $A",
    "$$$A, $one",
    "${A:-d}, one",
    "${A-d}, one",
    "${B:-d}, d",
    "${B-d}, d",
    "${EMPTY:-d}, d",
    "${EMPTY-d}x, x",
    "${B:-}x, x",
    "${B:-${A}}, one",
    "${B:-a${C:-b}c}, abc",
    "${A:+alt}, alt",
    "${A+alt}, alt",
    "${B:+alt}x, x",
    "${EMPTY:+alt}x, x",
    "${EMPTY+alt}, alt",
    "${A:?wanted}, one",
    "${EMPTY?wanted}x, x",
    "${B:+${C}}x, x",
    "${A:-${C}}, one",
    "${HOME}/x, /Users/mira/x",
    "$PWD, .",
    "a$, a$",
    "$1, $1",
    "$-x, $-x"
  })
  void aVariableIsFilledInAsComposeDoes(String text, String filled) {
    assertThat(VARIABLES.fill(text).value()).isEqualTo(filled);
    assertThat(VARIABLES.fill(text).missing()).isEmpty();
    assertThat(VARIABLES.fill(text).written()).isEqualTo(text);
  }

  @Test
  void aVariableThatIsNotGivenIsNotKnown() {
    assertThat(VARIABLES.fill("a${B}c$D"))
        .isEqualTo(
            new InterpolatedValue(
                "a" + InterpolatedValue.GAP + "c" + InterpolatedValue.GAP,
                List.of("B", "D"),
                "a${B}c$D"));
    assertThat(VARIABLES.fill("${B:?wanted ${C}}").missing()).containsExactly("B");
    assertThat(VARIABLES.fill("${EMPTY:?wanted}").missing()).containsExactly("EMPTY");
    assertThat(VARIABLES.fill("${B:-${C}}").missing()).containsExactly("C");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${", "${A", "${A:", "${A:}", "${A:-", "${}", "${A!}", "${1}", "${A:-${"})
  void aReferenceThatCannotBeReadIsNotKnown(String text) {
    assertThat(VARIABLES.fill(text).isKnown()).isFalse();
    assertThat(VARIABLES.fill(text).missing()).isNotEmpty();
  }

  @Test
  void defaultsWithinDefaultsEndSomewhere() {
    assertThat(VARIABLES.fill("${B:-".repeat(500_000)).isKnown()).isFalse();
    assertThat(VARIABLES.fill("${B:-".repeat(20) + "x" + "}".repeat(20)).value()).isEqualTo("x");
  }

  @Property
  void aTextIsKnownIfNothingIsMissing(
      @ForAll @Chars({'$', '{', '}', ':', '-', '?', '+', 'A', 'B'}) String text) {
    InterpolatedValue filled = VARIABLES.fill(text);

    assertThat(filled.missing().isEmpty()).isEqualTo(filled.isKnown());
  }

  @Property
  void withItsDollarsDoubledEveryTextStandsForItself(
      @ForAll @CharRange(from = ' ', to = '~') String text) {
    assertThat(VARIABLES.fill(text.replace("$", "$$")).value()).isEqualTo(text);
  }
}
