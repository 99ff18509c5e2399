package dev.vmmadvisor.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

  @Test
  void equalsAgreesWithHashCode() {
    EqualsVerifier.forClass(Version.class).withIgnoredFields("text", "build").verify();
  }

  @ParameterizedTest
  @CsvSource({
    "26.0, 26",
    "26, 26.0.0.0",
    "4.44, 4.44.0",
    "04.044, 4.44",
    "0, 0.0",
    "4.44.0 (201307), 4.44.0",
    "4.44.0 (201307), 4.44.0 (9)",
  })
  void missingPartsLeadingZerosAndBuildsMakeNoDifference(String one, String other) {
    assertThat(Version.parse(one)).isEqualTo(Version.parse(other));
    assertThat(Version.parse(one)).isEqualByComparingTo(Version.parse(other));
    assertThat(Version.parse(one)).hasSameHashCodeAs(Version.parse(other));
  }

  @Test
  void partsCompareAsNumbers() {
    List<String> ordered =
        List.of(
            "0",
            "4.9",
            "4.12.0",
            "4.43.2",
            "4.44",
            "4.44.0.1",
            "4.44.1",
            "5.0",
            "10.15.7",
            "10.16",
            "11",
            "15.2",
            "26",
            "999999999.1");

    assertThat(Stream.of(ordered.toArray(String[]::new)).map(Version::parse).sorted())
        .extracting(Version::toString)
        .containsExactlyElementsOf(ordered);
    assertThat(Version.parse("15.2")).isLessThan(Version.parse("26"));
    assertThat(Version.parse("4.9")).isLessThan(Version.parse("4.12.0"));
  }

  @Test
  void buildIsKeptAndNotShown() {
    Version version = Version.parse("4.44.0 (201307)");

    assertThat(version.build()).hasValue("201307");
    assertThat(version).hasToString("4.44.0");
  }

  @Test
  void buildMayStandWithoutASpace() {
    assertThat(Version.parse("15.2(24C101)").build()).hasValue("24C101");
  }

  @Test
  void versionWithoutBuildHasNone() {
    assertThat(Version.parse("4.44.0").build()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.44", "4.44.0", "26", "26.0", "010.0", "0", "1.2.3.4", "999999999"})
  void numbersAreShownAsTheyWereWritten(String text) {
    assertThat(Version.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "10.16, true",
    "10.16.0, true",
    "10.16.1, true",
    "10.15.7, false",
    "10, false",
    "11.0, false",
    "10.160, false",
    "16.10, false",
    "11.16, false",
  })
  void compatibilityVersionIsTenSixteen(String text, boolean compatibility) {
    assertThat(Version.parse(text).isMacOsCompatibilityVersion()).isEqualTo(compatibility);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "4.",
        ".4",
        " 4.44",
        "4.44 ",
        "4.44\n",
        "4..4",
        "4,44",
        "v4.44",
        "-4.44",
        "+4",
        "4.-4",
        "4.44.0-beta",
        "4.44.0b1",
        "4.x",
        "latest",
        "1.2.3.4.5",
        "1234567890",
        "1.1234567890",
        "4.44.0 ()",
        "4.44.0 (201307",
        "4.44.0 201307",
        "4.44.0  (201307)",
        "4.44.0 (201 307)",
        "(201307)",
        "\u0664.\u0664",
        "\uff14.\uff14\uff14",
        "4\u00b2",
        "0x4",
        "1e3",
      })
  void anythingElseIsRefusedAndQuoted(String text) {
    assertThatThrownBy(() -> Version.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "not a version: \""
                + text.replace("\n", "\\u000a")
                + "\"; accepted: one to four whole numbers separated by dots, such as 4.44.0 or"
                + " 15.2, and perhaps a build in parentheses, such as 4.44.0 (201307)");
  }

  @Test
  void buildOfMoreThanFortyCharactersIsRefused() {
    assertThat(Version.parse("4.44.0 (" + "a".repeat(40) + ")").build()).isPresent();
    assertThatThrownBy(() -> Version.parse("4.44.0 (" + "a".repeat(41) + ")"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
