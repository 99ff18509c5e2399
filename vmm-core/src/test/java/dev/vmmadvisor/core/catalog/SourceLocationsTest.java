package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which lines the values of a document begin, and what is kept of a stream. */
class SourceLocationsTest {

  private static final byte[] DOCUMENT =
      """

      {
        "one": 1,
        "list": [
          {"name": "a"},
          {
            "name": "b", "more":
              [true,
               null]
          }
        ]
      }
      """
          .getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource({
    "$, 2",
    "$.one, 3",
    "$.list, 4",
    "$.list[0], 5",
    "$.list[0].name, 5",
    "$.list[1], 6",
    "$.list[1].name, 7",
    "$.list[1].more, 8",
    "$.list[1].more[0], 8",
    "$.list[1].more[1], 9"
  })
  void aValueBeginsOnItsLine(String path, int line) {
    assertThat(SourceLocations.of(DOCUMENT).line(path)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "$.list[1].more[7], 8",
    "$.list[1].none.such[0], 6",
    "$.list[9].name, 4",
    "$.none, 2",
    "none, 2"
  })
  void whatIsNotThereIsOnTheLineOfWhatIsAroundIt(String path, int line) {
    assertThat(SourceLocations.of(DOCUMENT).line(path)).isEqualTo(line);
  }

  @Test
  void aRecordingKeepsWhatWasReadAndNoMore() throws IOException {
    byte[] bytes = {1, 2, 3, 4, 0, 6, 7};
    try (RecordingInputStream recording =
        new RecordingInputStream(new ByteArrayInputStream(bytes))) {
      byte[] read = new byte[4];

      assertThat(recording.markSupported()).isFalse();
      assertThat(recording.bytes()).isEmpty();
      assertThat(recording.read()).isEqualTo(1);
      assertThat(recording.read(read, 1, 3)).isEqualTo(3);
      assertThat(read).containsExactly(0, 2, 3, 4);
      assertThat(recording.read()).isZero();
      assertThat(recording.bytes()).containsExactly(1, 2, 3, 4, 0);

      assertThat(recording.read(read, 0, 4)).isEqualTo(2);
      assertThat(recording.read(read, 0, 4)).isEqualTo(-1);
      assertThat(recording.read()).isEqualTo(-1);
      assertThat(recording.bytes()).containsExactly(bytes);
    }
  }
}
