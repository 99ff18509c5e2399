package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.api.detect.Detection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A host of an inventory: a Mac, or one user of a Mac if the inventory has settings of users. A Mac
 * with the settings of two users is two hosts.
 *
 * <p>Immutable. Two hosts are equal if their names, users and known facts are equal; the line is
 * ignored.
 */
public final class InventoryHost {

  private final String name;
  private final @Nullable String user;
  private final Detection detection;
  private final int line;

  InventoryHost(String name, @Nullable String user, Detection detection, int line) {
    this.name = name;
    this.user = user;
    this.detection = detection;
    this.line = line;
  }

  /** {@return the name of the Mac in the inventory; two Macs can have the same name} */
  public String name() {
    return name;
  }

  /** {@return the user who has these settings, or empty if the facts do not belong to one user} */
  public Optional<String> user() {
    return Optional.ofNullable(user);
  }

  /** {@return the known facts, with the origin of each} */
  public Detection detection() {
    return detection;
  }

  /** {@return the line of the inventory on which the host is first named, from 1} */
  public int line() {
    return line;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InventoryHost host
        && name.equals(host.name)
        && Objects.equals(user, host.user)
        && detection.equals(host.detection);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, user, detection);
  }

  /** {@return the name, followed by the user if there is one} */
  @Override
  public String toString() {
    return user == null ? name : name + ", " + user;
  }
}
