package dev.vmmadvisor.api.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.host.Host;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class QuotesTest {

  private static final String HOSTILE = "4\n\u001b[31m\"\u2028";
  private static final String ESCAPED = "\"4\\u000a\\u001b[31m\\\"\\u2028\"";

  private static void assertRefused(ThrowingCallable call, String start) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(start);
  }

  @Test
  void whatWouldLeaveTheLineOrTheQuotesIsEscapedInEveryError() {
    assertRefused(() -> Version.parse(HOSTILE), "not a version: " + ESCAPED + "; accepted: ");
    assertRefused(
        () -> VersionRange.parse(HOSTILE), "not a range of versions: " + ESCAPED + "; accepted: ");
    assertRefused(
        () -> Host.builder().operatingSystem(HOSTILE).build(),
        "operatingSystem: " + ESCAPED + " is not accepted; accepted: ");
  }

  @Test
  void ofAVeryLongTextTheBeginningIsShownInEveryError() {
    String text = "v".repeat(100_000);
    String start = "\"" + "v".repeat(60) + "...\"";

    assertRefused(() -> Version.parse(text), "not a version: " + start + "; accepted: ");
    assertRefused(
        () -> VersionRange.parse(text), "not a range of versions: " + start + "; accepted: ");
    assertRefused(
        () -> Host.builder().operatingSystem(text.replace("v", "V")).build(),
        "operatingSystem: \"" + "V".repeat(60) + "...\" is not accepted; accepted: ");
  }

  @Test
  void aTextIsCutBetweenCharacters() {
    String face = Character.toString(0x1F600);

    assertThat(Quotes.cut("a".repeat(60))).isEqualTo("a".repeat(60));
    assertThat(Quotes.cut("a".repeat(61))).isEqualTo("a".repeat(60) + "...");
    assertThat(Quotes.cut("a".repeat(59) + face)).isEqualTo("a".repeat(59) + "...");
    assertThat(Quotes.cut("a".repeat(58) + face)).isEqualTo("a".repeat(58) + face);
  }
}
