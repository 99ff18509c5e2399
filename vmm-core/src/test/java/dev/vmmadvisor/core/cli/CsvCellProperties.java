package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.internal.Escapes;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A table that is read with any separator has no formula in it, and with commas all its texts. */
class CsvCellProperties {

  @Property(tries = 2000)
  void noCellIsAFormulaWhateverSeparates(
      @ForAll("texts") String first, @ForAll("texts") String second) {
    String row = CsvCell.of(first) + ",7," + CsvCell.of(second);

    assertThat(row.codePoints().noneMatch(Escapes::isEscaped)).isTrue();
    assertThat(cells(row, ',')).hasSize(3).contains("7");
    for (char separator : ",;|\t".toCharArray()) {
      assertThat(cells(row, separator))
          .noneMatch(cell -> cell.matches("[\"\\s]*[=+@\uFF1D\uFF0B\uFF20\uFF0D-].*"));
    }
  }

  @Property
  void aTextWithoutFormulasIsWhatIsRead(@ForAll("texts") String text) {
    String harmless = text.replaceAll("[=+@\uFF1D\uFF0B\uFF20\uFF0D-]", "x");

    assertThat(cells(CsvCell.of(harmless), ',')).containsExactly(Escapes.line(harmless));
  }

  @Example
  void examples() {
    assertThat(CsvCell.of("x;=1+1;y")).isEqualTo("\"x;'=1+1;y\"");
    assertThat(CsvCell.of("=1+1")).isEqualTo("'=1+1");
    assertThat(CsvCell.of("a-b@c.d")).isEqualTo("a-b@c.d");
    assertThat(CsvCell.of("a\";\"=1")).isEqualTo("\"a\"\";\"\"'=1\"");
    assertThat(CsvCell.of("\t=1\r\n\u202E")).isEqualTo("\\u0009=1\\u000d\\u000a\\u202e");
    assertThat(CsvCell.of("苹果 😀")).isEqualTo("苹果 😀");
    assertThat(CsvCell.of("")).isEmpty();
  }

  /** The cells of a record, as RFC 4180 and lenient readers have them. */
  private static List<String> cells(String row, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char next = row.charAt(i);
      if (quoted && next == '"' && i + 1 < row.length() && row.charAt(i + 1) == '"') {
        cell.append(next);
        i++;
      } else if (next == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (next == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(next);
      }
    }
    assertThat(quoted && separator == ',').isFalse();
    cells.add(cell.toString());
    return cells;
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "=", "+", "-", "@", ";", ",", "|", "\t", "\r", "\n", "\"", "\"\"", "'", " ", "x",
                "\uFF1D"),
            Arbitraries.integers().between(0, Character.MAX_CODE_POINT).map(Character::toString))
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
