package dev.vmmadvisor.core.inventory;

import dev.vmmadvisor.api.detect.Detection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A host that an inventory tells about: a Mac, and on it one user where the inventory has settings
 * of users. A Mac with settings of two users is two hosts.
 *
 * <p>Immutable. Two are equal if their names, their users and what is known of them are; the line
 * does not matter.
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

  /** {@return the name of the Mac in the inventory; two Macs can have the same} */
  public String name() {
    return name;
  }

  /** {@return the user whose settings these are, or empty if the facts are of no one user} */
  public Optional<String> user() {
    return Optional.ofNullable(user);
  }

  /** {@return what is known of it, with the origin of every fact} */
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

  /** {@return the name, with the user behind it if there is one} */
  @Override
  public String toString() {
    return user == null ? name : name + ", " + user;
  }
}
