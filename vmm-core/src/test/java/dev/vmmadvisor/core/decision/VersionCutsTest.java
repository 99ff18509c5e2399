package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionCutsTest {

  private static VersionCuts cuts(String... ranges) {
    return VersionCuts.of(List.of(ranges).stream().map(VersionRange::parse).toList());
  }

  @Test
  void withoutRangesThereIsOneSegment() {
    assertThat(cuts().intervals())
        .extracting(segment -> segment.range().toString())
        .containsExactly("(,)");
  }

  @Test
  void endsCutTheLineOnTheirSide() {
    assertThat(cuts("[4.35.0,4.44.0)", "(4.41.2,4.43.2]").intervals())
        .extracting(segment -> segment.range().toString())
        .containsExactly(
            "(,4.35.0)", "[4.35.0,4.41.2]", "(4.41.2,4.43.2]", "(4.43.2,4.44.0)", "[4.44.0,)");
  }

  @Test
  void aSegmentLiesInARangeWhollyOrNotAtAll() {
    VersionRange range = VersionRange.parse("[12,13.3)");
    assertThat(cuts("[12,13.3)", "[12.5,)").intervals())
        .extracting(segment -> segment.liesIn(range))
        .containsExactly(false, true, true, false);
  }

  @Test
  void aMacOsThatCallsItself1016CanBeElevenOrAnythingLater() {
    assertThat(cuts("[10.15,)", "[11,)", "[12.5,)").intervalsOf(Version.parse("10.16")))
        .extracting(segment -> segment.range().toString())
        .containsExactly("[11,12.5)", "[12.5,)");
    assertThat(cuts("[12.5,)").intervalsOf(Version.parse("10.16")))
        .extracting(segment -> segment.range().toString())
        .containsExactly("(,12.5)", "[12.5,)");
  }

  @Test
  void aVersionThatIsKnownHasNoSegments() {
    assertThatThrownBy(() -> cuts("[12,)").intervalsOf(Version.parse("12")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("known exactly: 12");
  }

  @Test
  void nothingLiesBelowTheLowestVersion() {
    assertThat(cuts("[0.0,4)").intervals())
        .extracting(segment -> segment.range().toString())
        .containsExactly("(,4)", "[4,)");
    assertThat(cuts("[0,4)").intervals().get(0).liesIn(VersionRange.parse("[0,4)"))).isTrue();
  }
}
