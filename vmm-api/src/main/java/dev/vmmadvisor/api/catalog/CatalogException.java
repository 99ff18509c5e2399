package dev.vmmadvisor.api.catalog;

import java.util.List;
import java.util.Objects;

/**
 * Thrown by {@link Catalog#withLayer} if a layer contradicts the catalog below it. {@link
 * #problems()} lists all problems that were found.
 */
public final class CatalogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * Creates the exception.
   *
   * @param problems what is wrong, each prefixed with its path in the Layer document, a colon and a
   *     space; at least one
   */
  public CatalogException(List<String> problems) {
    super(String.join("\n", Objects.requireNonNull(problems, "problems")));
    this.problems = List.copyOf(problems);
  }

  /**
   * {@return the problems, each prefixed with its path in the Layer document, such as {@code
   * $.waivers[0].code: "x" is the code of no rule}; at least one}
   */
  public List<String> problems() {
    return problems;
  }
}
