package dev.vmmadvisor.core.inventory;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.core.input.JsonInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the problems of an inventory in bounded memory. */
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
   * Adds the problem that ended the reading before the end of the input. It is always listed, even
   * if other problems were dropped.
   *
   * @param line the line from which on nothing was read
   */
  void unread(int line, String message) {
    Problem end = new Problem("$", line, message);
    problems.add(end);
    endedBy = Optional.of(end);
  }

  /** Adds that the input is empty. */
  void empty(String accepted) {
    add(1, "$", "the document is empty; accepted: " + accepted);
  }

  /** Returns an inventory with these problems. */
  Inventory inventory(List<InventoryHost> hosts) {
    return new Inventory(hosts, problems, endedBy);
  }

  /**
   * Whether a name lost characters, here or in an earlier program, so that two names can have
   * become equal.
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

  /** A text for a message, quoted and shortened. */
  static String shown(String text) {
    return JsonInput.shown(TextNode.valueOf(text));
  }
}
