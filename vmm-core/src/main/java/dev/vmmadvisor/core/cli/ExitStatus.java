package dev.vmmadvisor.core.cli;

/** The exit statuses of the runnable jar. */
final class ExitStatus {

  /** Every host was answered. */
  static final int ANSWERED = 0;

  /**
   * Every host was answered, and for at least one no VMM can be selected: none is eligible or could
   * be, no Docker Desktop is in use, or nothing is known.
   */
  static final int NONE_ELIGIBLE = 1;

  /** {@code validate}: something should change in some configuration, or there is none. */
  static final int WARNINGS = 1;

  /** {@code validate}: some configuration cannot work. */
  static final int ERRORS = 3;

  /** The call or at least one input was wrong. */
  static final int WRONG = 2;

  /** Something that should not happen did, such as too little memory. */
  static final int INTERNAL_ERROR = 70;

  private ExitStatus() {}
}
