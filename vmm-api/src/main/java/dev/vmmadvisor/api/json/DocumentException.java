package dev.vmmadvisor.api.json;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A document could not be read. All problems that were found are in {@link #problems()}.
 *
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // the tool for documentation does take it
public final class DocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem[] problems; // an array, as a list need not be serializable

  /**
   * Makes the exception.
   *
   * @param problems what is wrong, in the order in which it stands in the document; at least one
   */
  public DocumentException(List<Problem> problems) {
    super(
        Objects.requireNonNull(problems, "problems").stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n")));
    this.problems = problems.toArray(Problem[]::new);
  }

  /** {@return the problems, in the order in which they stand in the document; at least one} */
  public List<Problem> problems() {
    return List.of(problems);
  }
}
