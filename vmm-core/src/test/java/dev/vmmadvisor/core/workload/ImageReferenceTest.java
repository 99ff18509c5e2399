package dev.vmmadvisor.core.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource({
    "mongo, '', mongo, ''",
    "mongo:7.0, '', mongo, 7.0",
    "team/mongo, '', team/mongo, ''",
    "localhost/mongo:7, localhost, mongo, 7",
    "localhost:5000/a/b, localhost:5000, a/b, ''",
    "registry.example:5000/a/b:tag, registry.example:5000, a/b, tag",
    "host:5000/mongo, host:5000, mongo, ''",
    "ghcr.io/a__b/c--d.e_f, ghcr.io, a__b/c--d.e_f, ''",
    "'[::1]:5000/a:b', '[::1]:5000', a, b"
  })
  void aNameIsTakenApart(String text, String registry, String repository, String tag) {
    ImageReference expected = new ImageReference(registry, repository, tag, "");

    assertThat(ImageReference.parse(text)).contains(expected);
    assertThat(ImageReference.parse(text + "@" + DIGEST))
        .contains(new ImageReference(registry, repository, tag, DIGEST));
    assertThat(expected).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "@",
        "/",
        "a/",
        "/a",
        "a//b",
        "a:",
        "a:b:c",
        "a@",
        "a@b",
        "a@sha256:12",
        "A",
        "a b",
        "a/B",
        "-a",
        "a-",
        "a.-b",
        "a:-b",
        "a:\u00e4",
        "http://a/b",
        "a:5000/",
        "\n",
        "a\n"
      })
  void aTextThatIsNoNameGivesNothing(String text) {
    assertThat(ImageReference.parse(text)).isEmpty();
  }

  @Property
  void anyTextGivesANameThatIsTheTextOrNothing(
      @ForAll
          @Chars({'a', 'B', '0', '.', ':', '/', '@', '-', '_', '[', ']', ' '})
          @StringLength(max = 40)
          String text) {
    Optional<ImageReference> parsed = ImageReference.parse(text);

    assertThat(parsed.map(ImageReference::toString).orElse(text)).isEqualTo(text);
  }

  @Property
  void theTagDoesNotChangeTheRepository(
      @ForAll @AlphaChars @StringLength(min = 1, max = 9) String name,
      @ForAll @AlphaChars @StringLength(min = 1, max = 9) String tag) {
    String repository = name.toLowerCase(Locale.ROOT);

    assertThat(ImageReference.parse("host:5000/x/" + repository + ":" + tag))
        .contains(new ImageReference("host:5000", "x/" + repository, tag, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "/", ":", "@", "a/", "a-", "."})
  void aVeryLongTextGivesNothing(String part) {
    assertThat(ImageReference.parse(part.repeat(1_000_000))).isEmpty();
  }
}
