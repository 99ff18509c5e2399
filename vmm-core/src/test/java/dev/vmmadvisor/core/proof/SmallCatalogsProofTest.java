package dev.vmmadvisor.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.catalog.Catalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The advisor against the reference over the smallest of the generated catalogs: quick enough to be
 * run for each mutant of the decision.
 */
class SmallCatalogsProofTest {

  private static final long SEEDS = 200;
  private static final long MOST_HOSTS = 200;

  @Test
  void everyHostOfEverySmallCatalogIsAnsweredAlike() throws IOException {
    long hosts = 0;
    long answers = 0;
    List<String> objections = new ArrayList<>();
    for (long seed = 0; seed < SEEDS && objections.isEmpty(); seed++) {
      Catalog catalog = GeneratedCatalogs.of(seed);
      Product everything = new DecisionSpace(new ReferenceAdvisor(catalog), false).everything();
      if (everything.size() <= MOST_HOSTS) {
        Agreement agreement = new Agreement(catalog, 4, 1_000);
        everything.visit(agreement::check);
        hosts += everything.size();
        answers += agreement.answers();
        agreement.objections().forEach(it -> objections.add(catalog.id() + ": " + it));
      }
    }

    assertThat(objections).isEmpty();
    assertThat(answers).isEqualTo(hosts * 3).isPositive();
  }
}
