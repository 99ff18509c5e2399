package dev.vmmadvisor.api.catalog;

import java.util.List;

/**
 * Catalog and layer do not fit together. All problems that were found are in {@link #problems()}.
 */
public final class CatalogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * Makes the exception.
   *
   * @param problems what is wrong, each naming the place and the value; at least one
   */
  public CatalogException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** {@return the problems, in the order of the layer; at least one} */
  public List<String> problems() {
    return problems;
  }
}
