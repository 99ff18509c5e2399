package dev.vmmadvisor.core.wrong.api.advice;

import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Host;
import java.util.Optional;

/** Holds a host against a condition. */
public final class Evaluates {

  private Evaluates() {}

  /** {@return whether a host has enough} */
  public static Optional<Boolean> holds(Condition.AtLeast condition, Host host) {
    return host.memoryMiB().map(mib -> mib >= condition.bound());
  }
}
