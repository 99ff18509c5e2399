package dev.vmmadvisor.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutsTest {

  private static Cuts cuts(String... ranges) {
    return Cuts.of(List.of(ranges).stream().map(VersionRange::parse).toList());
  }

  @Test
  void withoutRangesThereIsOneSegment() {
    assertThat(cuts().segments())
        .extracting(segment -> segment.span().label())
        .containsExactly("any");
  }

  @Test
  void endsCutTheLineOnTheirSide() {
    assertThat(cuts("[4.35.0,4.44.0)", "(4.41.2,4.43.2]").segments())
        .extracting(segment -> segment.span().label())
        .containsExactly(
            "below 4.35.0",
            "4.35.0 up to 4.41.2",
            "above 4.41.2 up to 4.43.2",
            "above 4.43.2 and below 4.44.0",
            "4.44.0 or later");
  }

  @Test
  void aSegmentLiesInARangeWhollyOrNotAtAll() {
    VersionRange range = VersionRange.parse("[12,13.3)");
    assertThat(cuts("[12,13.3)", "[12.5,)").segments())
        .extracting(segment -> segment.liesIn(range))
        .containsExactly(false, true, true, false);
  }

  @Test
  void aMacOsThatCallsItself1016CanBeElevenOrAnythingLater() {
    assertThat(cuts("[10.15,)", "[11,)", "[12.5,)").segmentsOf(Version.parse("10.16")))
        .extracting(segment -> segment.span().label())
        .containsExactly("11 and below 12.5", "12.5 or later");
    assertThat(cuts("[12.5,)").segmentsOf(Version.parse("10.16")))
        .extracting(segment -> segment.span().label())
        .containsExactly("below 12.5", "12.5 or later");
  }

  @Test
  void aVersionThatIsKnownHasNoSegments() {
    assertThatThrownBy(() -> cuts("[12,)").segmentsOf(Version.parse("12")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("known exactly: 12");
  }

  @Test
  void neighboursJoin() {
    List<Cuts.Segment> segments = cuts("[11,)", "[12,)").segments();
    assertThat(segments.get(0).span().joined(segments.get(1).span()).label()).isEqualTo("below 12");
    assertThat(segments.get(1).span().joined(segments.get(2).span()).label())
        .isEqualTo("11 or later");
  }
}
