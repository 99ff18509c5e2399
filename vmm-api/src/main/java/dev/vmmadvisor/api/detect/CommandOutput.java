package dev.vmmadvisor.api.detect;

import java.util.Objects;

/**
 * The exit status and the output of a command that a {@link CommandRunner} ran.
 *
 * @param status the exit status; 0 means success
 * @param text the standard output, at most {@value #MAX} characters
 */
public record CommandOutput(int status, String text) {

  /**
   * Creates the value.
   *
   * @param status the exit status
   * @param text the standard output
   */
  public CommandOutput {
    Objects.requireNonNull(text, "text");
  }

  /** The maximum number of characters of an output. */
  public static final int MAX = 4 * 1024 * 1024;

  /** {@return whether the exit status is 0} */
  public boolean succeeded() {
    return status == 0;
  }
}
