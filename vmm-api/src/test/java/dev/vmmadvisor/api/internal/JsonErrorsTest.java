package dev.vmmadvisor.api.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of Jackson 2.15 and of later versions, which differ. */
class JsonErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Depth (65) exceeds the maximum allowed nesting depth (64)"
            + "| Document nesting depth (65) exceeds the maximum allowed (64, from `x.y()`)"
            + "| at most 64 levels of nesting",
        "String length (9) exceeds the maximum length (8)"
            + "| String value length (9) exceeds the maximum allowed (8, from `x.y()`)"
            + "| texts of at most 8 characters",
        "Number length (9) exceeds the maximum length (8)"
            + "| Number value length (9) exceeds the maximum allowed (8, from `x.y()`)"
            + "| numbers of at most 8 characters",
      })
  void aLimitIsNamedInTheSameWords(String before, String after, String accepted) {
    String expected = "the document is too large; accepted: " + accepted;

    assertThat(JsonErrors.message(new StreamConstraintsException(before))).isEqualTo(expected);
    assertThat(JsonErrors.message(new StreamConstraintsException(after))).isEqualTo(expected);
  }

  @Test
  void limitsThatJacksonDoesNotCheckAreNamedAlike() {
    assertThat(JsonErrors.message(JsonErrors.documentTooLong(7)))
        .isEqualTo("the document is too large; accepted: at most 7 bytes");
    assertThat(JsonErrors.message(JsonErrors.nameTooLong(7)))
        .isEqualTo("the document is too large; accepted: names of at most 7 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x (start marker at [Source: UNKNOWN; line: 1, column: 2])"
            + "| x (start marker at [Source: REDACTED (`a.B` disabled); line: 1, column: 2])"
            + "| x (start marker at line: 1, column: 2)",
        "Unexpected close marker '}': expected ']' (for root starting at [Source: UNKNOWN; line:"
            + " 1])| Unexpected close marker '}': no open Object to close| Unexpected close marker"
            + " '}': no open Object to close",
        "Unexpected close marker ']': expected '}' (for root starting at [Source: UNKNOWN; line:"
            + " 1])| Unexpected close marker ']': no open Array to close| Unexpected close marker"
            + " ']': no open Array to close",
        "Unexpected end-of-inputNo digit following minus sign"
            + "| Unexpected end-of-inputNo digit following sign"
            + "| Unexpected end-of-input: No digit following sign",
      })
  void malformedJsonIsDescribedInTheSameWords(String before, String after, String expected) {
    assertThat(JsonErrors.message(new JsonParseException(null, before)))
        .isEqualTo("not JSON: " + expected);
    assertThat(JsonErrors.message(new JsonParseException(null, after)))
        .isEqualTo("not JSON: " + expected);
  }

  @Test
  void aMessageStaysOnOneLine() {
    assertThat(JsonErrors.message(new JsonParseException(null, "a\nb")))
        .isEqualTo("not JSON: a\\u000ab");
  }

  @Test
  void aLimitThatIsNotKnownIsReportedAsJacksonReportsIt() {
    String tokens = "Token count (9) exceeds the maximum allowed (8)";

    assertThat(JsonErrors.message(new StreamConstraintsException(tokens)))
        .isEqualTo("the document is too large: " + tokens);
  }
}
