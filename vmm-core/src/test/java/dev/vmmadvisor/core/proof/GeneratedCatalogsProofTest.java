package dev.vmmadvisor.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.catalog.Catalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The advisor against the reference over generated catalogs: every combination of all classes of
 * all facts that such a catalog reads, every goal, and the certainty of every host with at most
 * three open facts. Catalogs with more combinations than {@link #MAX_HOSTS} are passed over; with
 * the profile {@code proof} there are more catalogs, and larger ones.
 */
class GeneratedCatalogsProofTest {

  private static final boolean LARGE = "large".equals(System.getProperty("vmmadvisor.proof"));
  private static final int CATALOGS = LARGE ? 300 : 50;
  private static final long MAX_HOSTS = LARGE ? 5_000 : 400;

  @Test
  void everyHostOfEveryCatalogIsAnsweredAlike() throws IOException {
    Report report = new Report("generated catalogs");
    long hosts = 0;
    long answers = 0;
    long certainties = 0;
    long passedOver = 0;
    int catalogs = 0;
    List<String> objections = new ArrayList<>();
    for (long seed = 0; catalogs < CATALOGS; seed++) {
      Catalog catalog = GeneratedCatalogs.of(seed);
      Product everything = new DecisionSpace(new ReferenceAdvisor(catalog), false).everything();
      if (everything.size() > MAX_HOSTS) {
        passedOver++;
        continue;
      }
      catalogs++;
      Agreement agreement = new Agreement(catalog, 3, 1_000);
      List<Draft> drafts = everything.drafts();
      assertThat(drafts).hasSize(Math.toIntExact(everything.size()));
      drafts.forEach(agreement::check);
      hosts += drafts.size();
      answers += agreement.answers();
      certainties += agreement.certainties();
      agreement.objections().forEach(it -> objections.add(catalog.id() + ": " + it));
    }

    report.print(
        catalogs
            + " catalogs, "
            + hosts
            + " classes of hosts, "
            + answers
            + " answers, certainty of "
            + certainties
            + ", passed over as too large "
            + passedOver);
    assertThat(catalogs).isEqualTo(CATALOGS);
    assertThat(answers).isEqualTo(hosts * 3);
    assertThat(objections).isEmpty();
  }
}
