package dev.vmmadvisor.api.detect;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;

/**
 * Runs commands on the inspected Mac. A detection reads files and runs commands through this
 * interface, so a test can replace the Mac.
 *
 * <p>All commands are read-only: {@code sw_vers}, {@code sysctl}, {@code system_profiler}, {@code
 * arch}, {@code ps} and {@code plutil}. An implementation may refuse any of them.
 */
@FunctionalInterface
public interface CommandRunner {

  /**
   * Runs a command and waits until it ends.
   *
   * @param command the absolute path of a program, followed by its arguments; no shell is used
   * @return its exit status, which may be other than 0, and its output
   * @throws FileNotFoundException if the command does not exist, which is not treated as a failure
   * @throws IOException if it cannot be started, does not end in time, or writes too much
   */
  CommandOutput run(List<String> command) throws IOException;

  /** {@return a runner without commands, for a copied file tree} */
  static CommandRunner none() {
    return command -> {
      throw new FileNotFoundException(command.get(0) + " cannot be run: there are only files");
    };
  }
}
