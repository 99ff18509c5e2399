package dev.vmmadvisor.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

  @Test
  void equalsAgreesWithHashCode() {
    EqualsVerifier.forClass(VersionRange.class)
        .withPrefabValues(Version.class, Version.parse("1"), Version.parse("2"))
        .verify();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[4.35.0,4.86.0); 4.35.0; true",
        "[4.35.0,4.86.0); 4.35; true",
        "[4.35.0,4.86.0); 4.34.3; false",
        "[4.35.0,4.86.0); 4.85.9; true",
        "[4.35.0,4.86.0); 4.86.0; false",
        "(4.35.0,4.86.0]; 4.35.0; false",
        "(4.35.0,4.86.0]; 4.35.0.1; true",
        "(4.35.0,4.86.0]; 4.86.0 (201307); true",
        "[4.44.0,); 99; true",
        "[4.44.0,); 4.43.2; false",
        "(,4.44); 0; true",
        "(,4.44); 4.44.0; false",
        "(,4.44]; 4.44.0; true",
        "[4.44,4.44]; 4.44.0; true",
        "[4.44,4.44]; 4.44.1; false",
        "(,); 0; true",
      })
  void containsWhatLiesBetweenItsEnds(String range, String version, boolean contained) {
    assertThat(VersionRange.parse(range).contains(Version.parse(version))).isEqualTo(contained);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[4.35.0,4.86.0); [4.35.0,4.86.0)",
        "[ 4.35.0 , 4.86.0 ); [4.35.0,4.86.0)",
        "[4.44.0 (201307),]; [4.44.0,)",
        "[,]; (,)",
        "(,4.44]; (,4.44]",
      })
  void textIsWrittenAsItIsRead(String text, String written) {
    assertThat(VersionRange.parse(text)).hasToString(written);
  }

  @Test
  void endsThatAreLeftOutAreOpen() {
    VersionRange range = VersionRange.parse("[,]");

    assertThat(range).isEqualTo(VersionRange.ALL);
    assertThat(range.lower()).isEmpty();
    assertThat(range.lowerInclusive()).isFalse();
    assertThat(range.upper()).isEmpty();
    assertThat(range.upperInclusive()).isFalse();
  }

  @Test
  void factoriesAreTheHalfOpenRanges() {
    Version version = Version.parse("4.44");

    assertThat(VersionRange.atLeast(version)).isEqualTo(VersionRange.parse("[4.44,)"));
    assertThat(VersionRange.below(version)).isEqualTo(VersionRange.parse("(,4.44)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[4.44,4.43]", "(4.44,4.44)", "[4.44,4.44)", "(4.44,4.44]", "(,0)", "(,0.0)"})
  void rangeInWhichNoVersionLiesIsRefused(String text) {
    assertThatThrownBy(() -> VersionRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no version lies in " + text);
  }

  @Test
  void nothingIsBelowZero() {
    assertThatThrownBy(() -> VersionRange.below(Version.parse("0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no version lies in (,0)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "4.44",
        "[4.44]",
        "[4.44,4.45",
        "4.44,4.45]",
        "[4.44,4.45,4.46]",
        " [4.44,)",
        "[4.44,) ",
        "{4.44,}",
        "[4.44;4.45]",
        "]4.44,4.45["
      })
  void anotherFormIsRefusedAndQuoted(String text) {
    assertThatThrownBy(() -> VersionRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "not a range of versions: \""
                + text
                + "\"; accepted: such as [4.35.0,4.86.0) or (,4.44)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"[x,); x", "(,4..4]; 4..4", "[4.44,v5); v5"})
  void endThatIsNoVersionIsRefusedAndQuoted(String text, String end) {
    assertThatThrownBy(() -> VersionRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a version: \"" + end + "\"; accepted: " + Version.accepted());
  }
}
