package dev.vmmadvisor.core.apply;

import dev.vmmadvisor.api.advice.Step;
import dev.vmmadvisor.api.internal.Quotes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of a change of a settings file or of the restore of a backup. Immutable and
 * thread-safe.
 */
public final class SettingsChangeResult {

  private final Path file;
  private final @Nullable Path backup;
  private final List<KeyChange> changes;
  private final List<Step> remaining;
  private final boolean written;

  SettingsChangeResult(
      Path file, @Nullable Path backup, List<KeyChange> changes, List<Step> remaining) {
    this(file, backup, changes, remaining, backup != null);
  }

  SettingsChangeResult(
      Path file,
      @Nullable Path backup,
      List<KeyChange> changes,
      List<Step> remaining,
      boolean written) {
    this.file = file;
    this.backup = backup;
    this.changes = List.copyOf(changes);
    this.remaining = remaining;
    this.written = written;
  }

  /** {@return the settings file, as an absolute path} */
  public Path file() {
    return file;
  }

  /** {@return whether the file was written; it is not if it already had the new content} */
  public boolean isWritten() {
    return written;
  }

  /**
   * {@return the backup of the previous content, or empty if nothing was written or there was no
   * file}
   */
  public Optional<Path> backup() {
    return Optional.ofNullable(backup);
  }

  /** {@return the changes, key by key} */
  public List<KeyChange> changes() {
    return changes;
  }

  /** {@return the remaining steps of the plan, in order} */
  public List<Step> remaining() {
    return remaining;
  }

  /** {@return the next steps as text, each item one sentence or more} */
  public List<String> next() {
    List<String> next = new ArrayList<>();
    if (written) {
      next.add("Start Docker Desktop.");
      next.add(
          "Look at what runs, in the list of processes, and not at the file alone: Docker Desktop"
              + " can write the file anew when it starts.");
      if (backup != null) {
        next.add(
            "If Docker Desktop does not start or runs worse, quit it and put the backup "
                + backup
                + " back.");
      }
    }
    remaining.forEach(step -> next.add(step.instruction()));
    return List.copyOf(next);
  }

  /** {@return the result as text} */
  public String text() {
    List<String> lines = new ArrayList<>();
    changes.forEach(change -> lines.add(change.toString()));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(
        written
            ? "Written: " + Quotes.oneLine(file.toString())
            : "Nothing was written: "
                + Quotes.oneLine(file.toString())
                + " has that content already.");
    if (backup != null) {
      lines.add("Backup: " + Quotes.oneLine(backup.toString()));
    }
    List<String> next = next();
    if (!next.isEmpty()) {
      lines.add("");
      lines.add("What to do next:");
      for (int i = 0; i < next.size(); i++) {
        lines.add((i + 1) + ". " + next.get(i));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** {@return the {@link #text()}} */
  @Override
  public String toString() {
    return text();
  }

  /** The lines about steps that a change does not make. */
  static List<String> remainingText(List<Step> remaining) {
    List<String> lines = new ArrayList<>();
    if (!remaining.isEmpty()) {
      lines.add("");
      lines.add("Not part of this change, to be done after it, in this order:");
      for (int i = 0; i < remaining.size(); i++) {
        lines.add((i + 1) + ". " + remaining.get(i).instruction());
      }
    }
    return lines;
  }
}
