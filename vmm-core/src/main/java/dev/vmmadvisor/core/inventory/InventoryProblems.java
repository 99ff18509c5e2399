package dev.vmmadvisor.core.inventory;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.core.input.JsonInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What could not be read of an inventory, in memory that does not grow without bounds. */
final class InventoryProblems {

  private final List<Problem> problems = new ArrayList<>();
  private Optional<Problem> endedBy = Optional.empty();

  void add(int line, String path, String message) {
    if (problems.size() < Inventory.MAX) {
      problems.add(new Problem(path, line, message));
    } else if (problems.size() == Inventory.MAX) {
      problems.add(new Problem("$", line, "from here on problems are not listed any more"));
    }
  }

  /**
   * Adds why reading ended before the end of the input. This problem is listed even after very many
   * others.
   *
   * @param line the line from which on nothing was read
   */
  void unread(int line, String message) {
    Problem end = new Problem("$", line, message);
    problems.add(end);
    endedBy = Optional.of(end);
  }

  /** Adds that there is no input. */
  void empty(String accepted) {
    add(1, "$", "the document is empty; accepted: " + accepted);
  }

  /** An inventory with what could not be read. */
  Inventory inventory(List<InventoryHost> hosts) {
    return new Inventory(hosts, problems, endedBy);
  }

  /**
   * Whether characters of a name were lost, here or in an earlier program, so that two names may
   * have become the same.
   */
  static boolean isDamaged(String name) {
    return name.indexOf('\uFFFD') >= 0;
  }

  /** Why a name is not accepted. */
  static String damaged(String name) {
    return "the name of the Mac, "
        + shown(name)
        + ", has lost characters (U+FFFD); accepted: UTF-8, or UTF-16 with a byte order mark";
  }

  /** A text in a message, in quotes and shortened. */
  static String shown(String text) {
    return JsonInput.shown(TextNode.valueOf(text));
  }
}
