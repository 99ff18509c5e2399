package dev.vmmadvisor.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.json.Problem;
import org.junit.jupiter.api.Test;

/** How many problems are told. */
class LintContextTest {

  private static LintContext with(int problems) {
    Catalog catalog = Documents.catalog(Documents.resource("sound.json"));
    LintContext lint = new LintContext(catalog, EntryIndex.of(catalog));
    for (int i = 0; i < problems; i++) {
      lint.add("$.sources[" + i + "]", "is wrong");
    }
    return lint;
  }

  @Test
  void aThousandProblemsAreToldAndOfMoreOnlyThatThereAreMore() {
    assertThat(with(1_000).problems())
        .hasSize(1_000)
        .extracting(Problem::message)
        .containsOnly("is wrong");
    assertThat(with(1_001).problems())
        .hasSize(1_001)
        .last()
        .isEqualTo(new Problem("$", 1, "there are more than 1000 problems"));
    assertThat(with(1_500).problems()).hasSize(1_001);
  }

  @Test
  void aProblemIsToldOnce() {
    LintContext lint = with(1);
    lint.add("$.sources[0]", "is wrong");

    assertThat(lint.problems()).hasSize(1);
  }
}
