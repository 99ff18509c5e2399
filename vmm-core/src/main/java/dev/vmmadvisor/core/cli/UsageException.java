package dev.vmmadvisor.core.cli;

/** The command line is invalid. The message names the error and what is accepted, on one line. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
