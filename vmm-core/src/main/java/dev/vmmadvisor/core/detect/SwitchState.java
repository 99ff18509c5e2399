package dev.vmmadvisor.core.detect;

import java.util.Set;

/** What a settings file says about a switch. Several at once stand for a value that is unknown. */
enum SwitchState {
  /** The key is there and true. */
  ON,
  /** The key is there and false. */
  OFF,
  /** The key is not there, or null. */
  ABSENT;

  /** Every value: the key is there and cannot be read. */
  static final Set<SwitchState> ANY = Set.of(values());
}
