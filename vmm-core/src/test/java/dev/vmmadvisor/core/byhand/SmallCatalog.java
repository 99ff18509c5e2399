package dev.vmmadvisor.core.byhand;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.util.Set;

/** The rules of the built-in catalog that {@link ByHand} has, as a catalog of their own. */
public final class SmallCatalog {

  private SmallCatalog() {}

  /** {@return the built-in catalog with no other rules} */
  public static Catalog get() {
    Catalog whole = Catalogs.builtIn();
    Set<String> codes = Set.copyOf(ByHand.codes());
    return Catalog.builder()
        .from(whole)
        .rules(whole.rules().stream().filter(rule -> codes.contains(rule.code())).toList())
        .build();
  }
}
