package dev.vmmadvisor.api.detect;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;

/**
 * Runs a command of the Mac that is looked at. Everything that is not read from a file goes through
 * this seam, so a test can answer in the place of a Mac.
 *
 * <p>Commands only look: {@code sw_vers}, {@code sysctl}, {@code system_profiler}, {@code arch},
 * {@code ps} and {@code plutil}. An implementation may refuse any of them.
 */
@FunctionalInterface
public interface CommandRunner {

  /**
   * Runs a command to its end.
   *
   * @param command the absolute path of a program, then its arguments; there is no shell
   * @return what it answered, also if its exit status is not 0
   * @throws FileNotFoundException if there is no such command here, which is no failure
   * @throws IOException if it cannot be started, does not end in time, or writes too much
   */
  CommandOutput run(List<String> command) throws IOException;

  /** {@return a runner that has no command at all, as for a copied tree} */
  static CommandRunner none() {
    return command -> {
      throw new FileNotFoundException(command.get(0) + " cannot be run: there are only files");
    };
  }
}
