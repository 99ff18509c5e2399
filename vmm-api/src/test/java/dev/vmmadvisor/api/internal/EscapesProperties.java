package dev.vmmadvisor.api.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EscapesProperties {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  @Example
  void everyCodePointIsSeenOrEscaped() throws JsonProcessingException {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String line = Escapes.line(Character.toString(c));

      assertThat(line.codePoints().noneMatch(Escapes::isEscaped)).as("%04X", c).isTrue();
      assertThat(line.equals(Character.toString(c))).isEqualTo(!Escapes.isEscaped(c));
      if (Escapes.isEscaped(c)) {
        assertThat(JACKSON.readValue('"' + line + '"', String.class))
            .isEqualTo(Character.toString(c));
      }
    }
  }

  @Example
  void whatDoesSomethingIsEscaped() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> !Escapes.isEscaped(c))
                .filter(
                    c ->
                        Character.isISOControl(c)
                            || Character.getType(c) == Character.SURROGATE
                            || Character.getType(c) == Character.LINE_SEPARATOR
                            || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                            || isOfDirection(c)))
        .isEmpty();
    for (int c : new int[] {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xE0041, 0xE007F}) {
      assertThat(Escapes.isEscaped(c)).as("%04X", c).isTrue();
    }
  }

  private static boolean isOfDirection(int c) {
    return List.of(
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
            Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
            Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
            Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE)
        .contains(Character.getDirectionality(c));
  }

  @Example
  void lettersAndEmojiAreLeftAlone() {
    String text = "Mac mini – 苹果芯片 ☕\uFE0F 😀 éß Ω ع \u00A0 e\u0301";

    assertThat(Escapes.line(text)).isSameAs(text);
    assertThat(Escapes.line("a\nb\u001B[31m\u009B\u202E\uD800\uDB40\uDC41"))
        .isEqualTo("a\\u000ab\\u001b[31m\\u009b\\u202e\\ud800\\udb40\\udc41");
    assertThat(Escapes.lines("a\nb\r\n")).isEqualTo("a\nb\\u000d\n");
  }

  @Property
  void aDocumentIsTheSameAndSeen(@ForAll("texts") String text) throws IOException {
    String json = JsonDocuments.onLines(List.of(text, "end"));
    StringWriter parts = new StringWriter();
    JsonDocuments.write(List.of(text, "end"), parts);

    assertThat(parts).hasToString(json);
    assertThat(json.codePoints().noneMatch(c -> c != '\n' && Escapes.isEscaped(c))).isTrue();
    assertThat(JACKSON.readTree(json).get(0).textValue()).isEqualTo(text);
    assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(json);
    assertThat(JsonDocuments.onOneLine(List.of(text))).doesNotContain("\n");
  }

  /** Of any UTF-16 units, some of them without their other half; some longer than a buffer. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any =
        Arbitraries.oneOf(
            Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .map(c -> Character.toString(c)),
            Arbitraries.chars().range('\uD800', '\uDFFF').map(String::valueOf),
            Arbitraries.of("\u001B[2J", "\u009B", "\u202E", "😀", "字", "\\", "\""));
    Arbitrary<String> few = any.list().ofMaxSize(20).map(parts -> String.join("", parts));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(9, few),
        net.jqwik.api.Tuple.of(
            1, few.flatMap(text -> Arbitraries.integers().between(0, 9000).map(text::repeat))));
  }
}
