package dev.vmmadvisor.core.detect;

import java.util.Set;

/** The state of a switch in a settings file. A set of several states means an unknown state. */
enum SwitchState {
  /** The key is present and true. */
  ON,
  /** The key is present and false. */
  OFF,
  /** The key is missing or null. */
  ABSENT;

  /** All states: the key is present and cannot be read. */
  static final Set<SwitchState> ANY = Set.of(values());
}
