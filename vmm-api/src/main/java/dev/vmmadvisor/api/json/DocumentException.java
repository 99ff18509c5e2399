package dev.vmmadvisor.api.json;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Thrown if a document is invalid. {@link #problems()} lists all problems that were found.
 *
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // the javadoc tool supports @serial
public final class DocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem[] problems; // an array, because a list may not be serializable

  /**
   * Creates the exception.
   *
   * @param problems the problems, in the order of the document; at least one
   */
  public DocumentException(List<Problem> problems) {
    super(
        Objects.requireNonNull(problems, "problems").stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n")));
    this.problems = problems.toArray(Problem[]::new);
  }

  /** {@return the problems, in the order of the document; at least one} */
  public List<Problem> problems() {
    return List.of(problems);
  }
}
