package dev.vmmadvisor.core.cli;

/** The exit statuses of the runnable jar. */
final class ExitStatus {

  /** Every host was answered. */
  static final int ANSWERED = 0;

  /**
   * Every host was answered, and for at least one host no VMM can be selected: no VMM is or could
   * be eligible, no Docker Desktop is in use, or nothing is known.
   */
  static final int NONE_ELIGIBLE = 1;

  /** {@code validate}: a configuration has warnings, or there is none. */
  static final int WARNINGS = 1;

  /** {@code validate}: a configuration cannot work. */
  static final int ERRORS = 3;

  /** The command line or at least one input is invalid. */
  static final int WRONG = 2;

  /** An internal error occurred, such as too little memory. */
  static final int INTERNAL_ERROR = 70;

  private ExitStatus() {}
}
