package dev.vmmadvisor.api.json;

import java.util.ArrayList;
import java.util.List;

/** The problems of a document found so far, in the order in which they were found. */
final class Problems {

  private static final int MAX = 1_000;

  private final List<Problem> inOrder = new ArrayList<>();

  /**
   * Adds a problem.
   *
   * @throws DocumentException if there are more than {@value #MAX}
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

  /** Returns whether there is a problem at a path or below it. */
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

  /** Returns an exception with all problems. */
  DocumentException asException() {
    return new DocumentException(inOrder);
  }
}
