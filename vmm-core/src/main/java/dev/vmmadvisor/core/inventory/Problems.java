package dev.vmmadvisor.core.inventory;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.core.input.JsonInput;
import java.util.ArrayList;
import java.util.List;

/** What could not be read of an inventory, in memory that does not grow without bounds. */
final class Problems {

  private final List<Problem> problems = new ArrayList<>();

  void add(int line, String path, String message) {
    if (problems.size() < Inventory.MOST) {
      problems.add(new Problem(path, line, message));
    } else if (problems.size() == Inventory.MOST) {
      problems.add(new Problem("$", line, "from here on problems are not listed any more"));
    }
  }

  List<Problem> list() {
    return problems;
  }

  /** A text in a message, in quotes and shortened. */
  static String shown(String text) {
    return JsonInput.shown(TextNode.valueOf(text));
  }
}
