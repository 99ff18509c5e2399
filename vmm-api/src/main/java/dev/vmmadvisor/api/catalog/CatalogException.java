package dev.vmmadvisor.api.catalog;

import java.util.List;
import java.util.Objects;

/**
 * Catalog and layer do not fit together, as {@link Catalog#withLayer} found. All problems that were
 * found are in {@link #problems()}.
 */
public final class CatalogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * Makes the exception.
   *
   * @param problems what is wrong, each with its path in the Layer document first, then a colon and
   *     a blank; at least one
   */
  public CatalogException(List<String> problems) {
    super(String.join("\n", Objects.requireNonNull(problems, "problems")));
    this.problems = List.copyOf(problems);
  }

  /**
   * {@return the problems, each with its path in the Layer document in front, such as {@code
   * $.waivers[0].code: "x" is the code of no rule}; at least one}
   */
  public List<String> problems() {
    return problems;
  }
}
