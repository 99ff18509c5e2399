package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.json.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Catalogs that somebody or something has damaged. */
class CatalogMutationProperties {

  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"]*\"|[-0-9]+|true|false|[\\[\\]{},:]");
  private static final String CHARACTERS = "{}[],:\"\\0159.-()eE tfn\u0000\u00e9\ud83d";
  private static final Original BUILT_IN = new Original(excerpt());
  private static final Original SOUND = new Original(Documents.resource("sound.json"));

  @Property(tries = 4_000)
  void mutatedCatalogIsACatalogOrAListOfProblems(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    String mutated = (random.nextBoolean() ? BUILT_IN : SOUND).mutated(random);

    List<Problem> problems = CatalogLinter.checkCatalog(Documents.stream(mutated));

    for (Problem problem : problems) {
      assertThat(problem.path()).startsWith("$");
      assertThat(problem.line()).isPositive();
      assertThat(problem.message()).isNotBlank().doesNotContain("\n");
    }
  }

  @Test
  void whatIsMutatedIsFineBefore() {
    assertThat(Documents.problems(BUILT_IN.document)).isEmpty();
    assertThat(Documents.problems(SOUND.document)).isEmpty();
  }

  /** The built-in catalog with a third of its issues and without what decides nothing. */
  private static String excerpt() {
    try {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode catalog =
          (ObjectNode) mapper.readTree(Documents.resource("docker-desktop-mac.json"));
      catalog.remove(List.of("statements", "disagreements"));
      ArrayNode issues = (ArrayNode) catalog.get("knownIssues");
      for (int i = issues.size() - 1; i >= 0; i--) {
        if (i % 3 != 0) {
          issues.remove(i);
        }
      }
      return catalog.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A document and where its tokens are. */
  private static final class Original {
    private final String document;
    private final List<int[]> tokens = new ArrayList<>();

    Original(String document) {
      this.document = document;
      Matcher matcher = TOKEN.matcher(document);
      while (matcher.find()) {
        tokens.add(new int[] {matcher.start(), matcher.end()});
      }
    }

    String mutated(Random random) {
      String mutated = random.nextInt(4) == 0 ? document : withToken(random);
      int characters = mutated.equals(document) ? 1 + random.nextInt(3) : 0;
      for (int i = 0; i < characters; i++) {
        mutated = withCharacter(mutated, random);
      }
      return mutated;
    }

    private static String withCharacter(String document, Random random) {
      int place = random.nextInt(document.length());
      String character = "" + CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
      return document.substring(0, place)
          + (random.nextBoolean() ? character : "")
          + document.substring(place + random.nextInt(2));
    }

    /** The document with one token in the place of another, mostly of the same kind. */
    private String withToken(Random random) {
      int[] place = tokens.get(random.nextInt(tokens.size()));
      int[] other = tokens.get(random.nextInt(tokens.size()));
      for (int i = 0; i < 9 && document.charAt(place[0]) != document.charAt(other[0]); i++) {
        other = tokens.get(random.nextInt(tokens.size()));
      }
      return document.substring(0, place[0])
          + (random.nextInt(8) == 0 ? "" : document.substring(other[0], other[1]))
          + document.substring(place[1]);
    }
  }
}
