package dev.vmmadvisor.api.host;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The forms of words, which are told letter by letter, are those of these patterns. */
class FactProperties {

  @Property(tries = 5000)
  void namesOfSettingsHaveTheirForm(@ForAll("texts") String text) {
    assertThat(Fact.LOCKED_SETTINGS.accepts(text)).isEqualTo(text.matches("[A-Za-z][A-Za-z0-9.]*"));
  }

  @Property(tries = 5000)
  void architecturesOfImagesHaveTheirForm(@ForAll("texts") String text) {
    assertThat(Fact.IMAGE_ARCHITECTURES.accepts(text))
        .isEqualTo(text.matches("[a-z0-9]+(?:/v[0-9]+)?") && !text.equals("aarch64"));
  }

  @Property(tries = 5000)
  void wordsHaveTheirForm(@ForAll("texts") String text) {
    assertThat(Fact.TRAITS.accepts(text)).isEqualTo(text.matches("[a-z0-9]+(?:-[a-z0-9]+)*"));
  }

  // around the ends of every range of letters that counts
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("arm64", "aarch64", "arm/v7", "arm/v", "/v7", "arm/v7/v7", "vmm", "a.b", ""),
        Arbitraries.strings().withChars("azvAZ09/-.").ofMaxLength(6),
        Arbitraries.strings().withChars("a`{z@A[Z/0:9v-.\u00E9\u0661 ").ofMaxLength(4),
        Arbitraries.strings().withChars("a07").ofMaxLength(3).map(text -> "arm/v" + text));
  }
}
