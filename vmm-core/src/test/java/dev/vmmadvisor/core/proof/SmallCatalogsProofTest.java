package dev.vmmadvisor.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * The advisor against the reference over the smallest of the generated catalogs: quick enough to be
 * run for each mutant of the decision.
 */
class SmallCatalogsProofTest {

  private static final long SEEDS = 200;
  private static final long MAX_HOSTS = 200;

  @Test
  void everyHostOfEverySmallCatalogIsAnsweredAlike() throws IOException {
    answeredAlike(seed -> Set.of());
  }

  /** A hard constraint in code fails for some VMMs, other ones in each catalog. */
  @Test
  void everyHostIsAnsweredAlikeWhereAConstraintFails() throws IOException {
    answeredAlike(seed -> some(1 + seed % 15));
  }

  /** The VMMs that the bits of a number stand for. */
  private static Set<Vmm> some(long bits) {
    Set<Vmm> some = EnumSet.noneOf(Vmm.class);
    long rest = bits;
    for (Vmm vmm : Vmm.values()) {
      if (rest % 2 == 1) {
        some.add(vmm);
      }
      rest /= 2;
    }
    return some;
  }

  private static void answeredAlike(LongFunction<Set<Vmm>> failed) throws IOException {
    long hosts = 0;
    long answers = 0;
    List<String> objections = new ArrayList<>();
    for (long seed = 0; seed < SEEDS && objections.isEmpty(); seed++) {
      Catalog catalog = GeneratedCatalogs.of(seed);
      Product everything = new DecisionSpace(new ReferenceAdvisor(catalog), false).everything();
      if (everything.size() <= MAX_HOSTS) {
        Agreement agreement = new Agreement(catalog, 4, 1_000, failed.apply(seed));
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
