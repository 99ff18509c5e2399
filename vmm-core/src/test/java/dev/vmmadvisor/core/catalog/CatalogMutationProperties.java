package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.json.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Catalogs that somebody or something has damaged. */
class CatalogMutationProperties {

  private static final String DOCUMENT = Documents.resource("docker-desktop-mac.json");
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"]*\"|[-0-9]+|true|false|[\\[\\]{},:]");
  private static final List<int[]> TOKENS = tokens();
  private static final String CHARACTERS = "{}[],:\"\\0159.-()eE tfn\u0000\u00e9\ud83d";

  @Property(tries = 10_000)
  void mutatedCatalogIsACatalogOrAListOfProblems(@ForAll long seed) throws IOException {
    String mutated = mutated(new Random(seed));

    List<Problem> problems = CatalogLinter.checkCatalog(Documents.stream(mutated));

    assertThat(problems)
        .allSatisfy(
            problem -> {
              assertThat(problem.path()).startsWith("$");
              assertThat(problem.line()).isPositive();
              assertThat(problem.message()).isNotBlank().doesNotContain("\n");
            });
  }

  private static String mutated(Random random) {
    String document = DOCUMENT;
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      document =
          random.nextInt(4) == 0 ? withCharacter(document, random) : withToken(document, random);
    }
    return document;
  }

  private static String withCharacter(String document, Random random) {
    int place = random.nextInt(document.length());
    String character = "" + CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    return document.substring(0, place)
        + (random.nextBoolean() ? character : "")
        + document.substring(place + random.nextInt(2));
  }

  /** The document with one token in the place of another. */
  private static String withToken(String document, Random random) {
    if (!document.equals(DOCUMENT)) {
      return document; // its tokens are elsewhere now
    }
    int[] place = TOKENS.get(random.nextInt(TOKENS.size()));
    int[] other = TOKENS.get(random.nextInt(TOKENS.size()));
    for (int i = 0; i < 9 && DOCUMENT.charAt(place[0]) != DOCUMENT.charAt(other[0]); i++) {
      other = TOKENS.get(random.nextInt(TOKENS.size()));
    }
    return DOCUMENT.substring(0, place[0])
        + (random.nextInt(8) == 0 ? "" : DOCUMENT.substring(other[0], other[1]))
        + DOCUMENT.substring(place[1]);
  }

  private static List<int[]> tokens() {
    List<int[]> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(DOCUMENT);
    while (matcher.find()) {
      tokens.add(new int[] {matcher.start(), matcher.end()});
    }
    return tokens;
  }
}
