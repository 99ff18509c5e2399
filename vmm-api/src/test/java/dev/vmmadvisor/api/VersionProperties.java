package dev.vmmadvisor.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class VersionProperties {

  @Provide
  Arbitrary<Version> versions() {
    return Versions.any();
  }

  @Provide
  Arbitrary<VersionRange> ranges() {
    return Versions.ranges();
  }

  @Property
  void orderIsAntisymmetric(@ForAll("versions") Version a, @ForAll("versions") Version b) {
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
  }

  @Property
  void orderIsTransitive(
      @ForAll("versions") Version a, @ForAll("versions") Version b, @ForAll("versions") Version c) {
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a).isLessThanOrEqualTo(c);
    }
  }

  @Property
  void equalsAndHashCodeAgreeWithTheOrder(
      @ForAll("versions") Version a, @ForAll("versions") Version b) {
    assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
    if (a.equals(b)) {
      assertThat(a).hasSameHashCodeAs(b);
    }
  }

  @Property
  void versionSurvivesItsText(@ForAll("versions") Version version) {
    Version read = Version.parse(version.toString());

    assertThat(read).isEqualTo(version);
    assertThat(read).hasToString(version.toString());
  }

  @Property
  void trailingZerosMakeNoDifference(
      @ForAll("versions") Version version, @ForAll @IntRange(min = 0, max = 3) int zeros) {
    long dots = version.toString().chars().filter(c -> c == '.').count();
    String longer = version + ".0".repeat((int) Math.min(zeros, 3 - dots));

    assertThat(Version.parse(longer)).isEqualTo(version);
  }

  @Property
  void firstPartThatDiffersDecides(
      @ForAll("versions") Version version, @ForAll @IntRange(min = 0, max = 999) int part) {
    String text = version.toString();
    String head = text.contains(".") ? text.substring(0, text.lastIndexOf('.')) + "." : "";
    Version a = Version.parse(head + part);
    Version b = Version.parse(head + (part + 1));

    assertThat(a).isLessThan(b);
  }

  @Property
  void textEitherIsAVersionOrIsRefused(@ForAll("nearlyVersions") String text) {
    try {
      assertThat(text).startsWith(Version.parse(text).toString());
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("not a version: \"" + text + "\"; accepted: ");
    }
  }

  @Provide
  Arbitrary<String> nearlyVersions() {
    return Arbitraries.of("0", "4", "44", ".", ".", " ", "(", ")", "a", "-", "\u0664")
        .list()
        .ofMaxSize(8)
        .map(parts -> parts.stream().collect(Collectors.joining()));
  }

  @Property
  void rangeContainsWhatLiesBetweenItsEnds(
      @ForAll("ranges") VersionRange range, @ForAll("versions") Version version) {
    boolean notBelow =
        range
            .lower()
            .map(v -> range.lowerInclusive() ? v.compareTo(version) <= 0 : v.compareTo(version) < 0)
            .orElse(true);
    boolean notAbove =
        range
            .upper()
            .map(v -> range.upperInclusive() ? version.compareTo(v) <= 0 : version.compareTo(v) < 0)
            .orElse(true);

    assertThat(range.contains(version)).isEqualTo(notBelow && notAbove);
  }

  @Property
  void rangeContainsExactlyItsInclusiveEnds(@ForAll("ranges") VersionRange range) {
    range.lower().ifPresent(v -> assertThat(range.contains(v)).isEqualTo(range.lowerInclusive()));
    range.upper().ifPresent(v -> assertThat(range.contains(v)).isEqualTo(range.upperInclusive()));
  }

  @Property
  void rangeSurvivesItsText(@ForAll("ranges") VersionRange range) {
    VersionRange read = VersionRange.parse(range.toString());

    assertThat(read).isEqualTo(range);
    assertThat(read).hasSameHashCodeAs(range);
    assertThat(read).hasToString(range.toString());
  }
}
