package dev.vmmadvisor.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.catalog.Severity;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {

  private static Document page() {
    return new Document()
        .lead("Do this.")
        .paragraph("Why:", "It is *better*.")
        .heading("To mind:")
        .item(Severity.SERIOUS, "serious", "A disk is lost.")
        .item("See " + Document.code("$.a_b") + ".")
        .subitem("below 4:", "QEMU")
        .subitem("Nothing else")
        .numbered(1, "First")
        .detail("Because.")
        .paragraph("2026. The end");
  }

  @Test
  void asText() {
    assertThat(page().text())
        .isEqualTo(
            """
            Do this.

            Why: It is *better*.

            To mind:
            - [serious] A disk is lost.
            - See $.a_b.
                below 4: QEMU
                Nothing else
            1. First
               Because.

            2026. The end
            """);
  }

  @Test
  void inColour() {
    assertThat(page().colouredText())
        .contains("- \u001B[1;31m[serious]\u001B[0m A disk")
        .isEqualTo(page().text().replace("[serious]", "\u001B[1;31m[serious]\u001B[0m"));
    assertThat(new Document().item(Severity.WARNING, "warning", "A").colouredText())
        .isEqualTo("- \u001B[33m[warning]\u001B[0m A\n");
    assertThat(new Document().item(Severity.INFO, "info", "A").colouredText())
        .isEqualTo("- \u001B[36m[info]\u001B[0m A\n");
  }

  @Test
  void asMarkdown() {
    assertThat(page().markdown())
        .isEqualTo(
            """
            # Do this.

            **Why:** It is \\*better\\*.

            ## To mind

            - **[serious]** A disk is lost.
            - See `$.a_b`.
              - **below 4:** QEMU
              - Nothing else
            1. First\\
               Because.

            2026\\. The end
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# no heading | \\# no heading",
        "1) no list | 1\\) no list",
        "- no list | \\- no list",
        "4.44.0 is out | 4.44.0 is out",
        "a_b _c_ | a_b \\_c\\_",
        "<b>`&amp; & [x](y) | \\<b>\\`\\&amp; & \\[x](y)",
      })
  void whatLooksLikeMarkUpIsNone(String text, String markdown) {
    assertThat(new Document().paragraph(text).markdown()).isEqualTo(markdown + "\n");
  }

  @Test
  void controlCharactersDoNothing() {
    assertThat(new Document().paragraph("a\u001B[2J\nb\r\n\u0000c").text())
        .isEqualTo("a\\u001b[2J b \\u0000c\n");
  }

  @Test
  void chineseBreaksBetweenCharactersButNotBeforeAFullStop() {
    String line = "字".repeat(40);

    assertThat(new Document().paragraph(line + "字").text()).isEqualTo(line + "\n字\n");
    assertThat(new Document().paragraph(line + "。").text()).isEqualTo("字".repeat(39) + "\n字。\n");
    assertThat(new Document().paragraph("字".repeat(39) + "（字").text())
        .isEqualTo("字".repeat(39) + "\n（字\n");
    assertThat(new Document().item("字".repeat(38) + " Docker").text())
        .isEqualTo("- " + "字".repeat(38) + "\n  Docker\n");
  }

  @Test
  void aLineIsBrokenAtItsLastSpace() {
    String word = "x".repeat(39);

    assertThat(new Document().paragraph(word + " " + word + " y").text())
        .isEqualTo(word + " " + word + "\ny\n");
    assertThat(new Document().paragraph("x".repeat(120) + " y").text())
        .isEqualTo("x".repeat(120) + "\ny\n");
  }

  @Property
  void noLineIsTooLongAndNothingIsLost(@ForAll("texts") String text) {
    String printed = new Document().item(text).text();

    assertThat(printed.lines()).allMatch(line -> TextWidth.of(line) <= 82);
    assertThat(printed.replaceAll("[\\s-]", "")).isEqualTo(text.replaceAll("[\\s-]", ""));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("Docker", " ", "虚拟机", "。", "，", "（", "）", " 4.44.0", "a, ", "“", "”")
        .list()
        .ofMaxSize(80)
        .map(parts -> String.join("", parts).replaceAll("([“（]+|[，。）”]+)+", "，"));
  }
}
