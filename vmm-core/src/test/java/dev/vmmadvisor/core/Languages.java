package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.json.VmmJson;
import java.util.List;

/** What answers in two languages have in common. */
final class Languages {

  /** The fields for people. */
  private static final List<String> TEXTS = List.of("message", "instruction", "atRisk", "undo");

  private Languages() {}

  /** The document of an answer without what is for people. */
  static JsonNode withoutMessages(Answer answer) throws JsonProcessingException {
    JsonNode document = new ObjectMapper().readTree(VmmJson.write(answer));
    for (String text : TEXTS) {
      for (JsonNode parent : document.findParents(text)) {
        ((ObjectNode) parent).put(text, "");
      }
    }
    for (JsonNode parent : document.findParents("advice")) {
      if (parent.path("advice") instanceof ArrayNode advice) {
        for (int i = 0; i < advice.size(); i++) {
          advice.set(i, "");
        }
      }
    }
    return document;
  }

  /** Holds pages against each other, and against what no page has. */
  static void assertAlike(Answer english, Answer chinese) {
    assertThat(chinese.text().codePoints().anyMatch(Languages::isChinese)).isTrue();
    assertThat(english.text().codePoints().noneMatch(Languages::isChinese)).isTrue();
    for (Answer answer : new Answer[] {english, chinese}) {
      assertThat(answer.markdown())
          .startsWith("# ")
          .doesNotContain("null", "Optional")
          .doesNotContainPattern("\\{\\w*\\}");
    }
    assertThat(marks(english)).isEqualTo(marks(chinese));
  }

  private static String marks(Answer answer) {
    StringBuilder marks = new StringBuilder();
    answer.markdown().lines().forEach(line -> marks.append(line.replaceAll("^( *[#-]*).*", "$1")));
    return marks.toString();
  }

  static boolean isChinese(int character) {
    return character >= 0x4E00 && character <= 0x9FFF;
  }
}
