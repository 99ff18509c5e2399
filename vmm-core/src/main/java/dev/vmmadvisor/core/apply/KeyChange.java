package dev.vmmadvisor.core.apply;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.vmmadvisor.api.internal.Escapes;
import dev.vmmadvisor.core.input.JsonInput;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The change of one key of a settings file, in {@link SettingsChange#changes()} and {@link
 * SettingsChangeResult#changes()}. Values are JSON, as written in the file.
 *
 * <p>Immutable and thread-safe.
 */
public final class KeyChange {

  private static final int SHOWN = 60; // characters of a value in the text

  private final String key;
  private final @Nullable String before;
  private final @Nullable String after;

  KeyChange(String key, @Nullable String before, @Nullable String after) {
    this.key = key;
    this.before = before;
    this.after = after;
  }

  /** {@return the key, in the case that the file uses} */
  public String key() {
    return key;
  }

  /** {@return the value before, or empty if the file did not have the key} */
  public Optional<String> before() {
    return Optional.ofNullable(before);
  }

  /** {@return the value after, or empty if the file no longer has the key} */
  public Optional<String> after() {
    return Optional.ofNullable(after);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyChange change
        && key.equals(change.key)
        && Objects.equals(before, change.before)
        && Objects.equals(after, change.after);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, before, after);
  }

  /** {@return the change as lines of a diff, with long values cut} */
  @Override
  public String toString() {
    String old = before == null ? "" : line('-', before);
    String now = after == null ? "" : line('+', after);
    return old + (old.isEmpty() || now.isEmpty() ? "" : "\n") + now;
  }

  private String line(char sign, String value) {
    String shown =
        value.startsWith("{")
            ? "an object"
            : value.startsWith("[")
                ? "a list"
                : value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
    return sign + " " + JsonInput.shown(TextNode.valueOf(key)) + ": " + Escapes.line(shown);
  }
}
