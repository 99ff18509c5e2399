package dev.vmmadvisor.api.detect;

import java.util.Objects;

/**
 * What a command answered to a {@link CommandRunner}.
 *
 * @param status its exit status; 0 stands for success
 * @param text what it wrote to standard output, at most {@value #MAX} characters
 */
public record CommandOutput(int status, String text) {

  /**
   * Makes the value.
   *
   * @param status its exit status
   * @param text what it wrote to standard output
   */
  public CommandOutput {
    Objects.requireNonNull(text, "text");
  }

  /** The most characters of an output that are taken. */
  public static final int MAX = 4 * 1024 * 1024;

  /** {@return whether the command said that it succeeded} */
  public boolean succeeded() {
    return status == 0;
  }
}
