package dev.vmmadvisor.api.json;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a document, as far as it has been read. */
final class Problems {

  private static final int MAX = 1_000;

  private final List<Problem> inOrder = new ArrayList<>();

  /**
   * Adds one.
   *
   * @throws DocumentException if there are so many that nobody reads them
   */
  void add(Problem problem) {
    if (inOrder.size() == MAX) {
      inOrder.add(new Problem("$", problem.line(), "there are more than " + MAX + " problems"));
      throw asException();
    }
    inOrder.add(problem);
  }

  boolean isEmpty() {
    return inOrder.isEmpty();
  }

  /** Whether there is one at a path or below it. */
  boolean hasOneAt(String path) {
    for (Problem problem : inOrder) {
      if (problem.path().equals(path)
          || problem.path().startsWith(path + ".")
          || problem.path().startsWith(path + "[")) {
        return true;
      }
    }
    return false;
  }

  /** All of them, to be thrown. */
  DocumentException asException() {
    return new DocumentException(inOrder);
  }
}
