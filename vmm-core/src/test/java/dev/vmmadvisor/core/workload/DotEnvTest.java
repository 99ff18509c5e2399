package dev.vmmadvisor.core.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.json.DocumentException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {

  @Test
  void everyFormOfALineIsRead() {
    String file =
        """
        # a comment

        A=one # a comment
          export B = two#three \040
        C='as $A \\n it is' # a comment
        D="${A} \\"x\\"\\t\\$A"
        E="two
        lines"
        F=
        G
        H=$A-${B}-${NONE:-none}
        I=$NONE
        A=again\
        """;

    assertThat(DotEnv.read("\uFEFF" + file.replace("\n", "\r\n")))
        .isEqualTo(
            Map.of(
                "A", "again",
                "B", "two#three",
                "C", "as $A \\n it is",
                "D", "one \"x\"\t$A",
                "E", "two\nlines",
                "F", "",
                "H", "one-two#three-none"));
  }

  @Test
  void anEmptyFileHasNoVariables() {
    assertThat(DotEnv.read("")).isEmpty();
    assertThat(DotEnv.read("\n\n#")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b=c", "=c", "1A=c", "A='c", "A=\"c\" d", "?"})
  void aLineThatIsNoneOfTheseIsRefusedByItsNumber(String line) {
    assertThatThrownBy(() -> DotEnv.read("X=1\n" + line + "\n"))
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith("line 2: $: ");
  }

  @Property
  void anyTextIsReadOrRefused(
      @ForAll @Chars({'A', '=', '"', '\'', '\\', '$', '{', '}', '#', ' ', '\n', '\r', '\t'})
          String text) {
    try {
      assertThat(DotEnv.read(text)).doesNotContainKey("");
    } catch (DocumentException refused) {
      assertThat(refused.problems()).hasSize(1);
    }
  }
}
