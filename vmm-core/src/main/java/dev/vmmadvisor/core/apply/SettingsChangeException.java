package dev.vmmadvisor.core.apply;

import dev.vmmadvisor.api.internal.Quotes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A settings file was not changed, or possibly not. This exception covers all failures of a
 * settings file, its folder and the state of Docker Desktop. The message names the file, the
 * problem and what to do.
 *
 * <p>Unless the reason is {@link Reason#NOT_VERIFIED}, the settings file is unchanged.
 */
public final class SettingsChangeException extends Exception {

  /** Why a settings file was not changed. */
  public enum Reason {
    /** The first step of the plan is not a setting, or the plan is not possible. */
    NOTHING_TO_WRITE("nothing-to-write"),
    /** It is unknown whether the VMM of the plan can run. */
    UNDETERMINED("undetermined"),
    /** The file does not exist. */
    FILE_MISSING("file-missing"),
    /** The path is a symbolic link, a folder or another entry that is not a regular file. */
    NOT_A_REGULAR_FILE("not-a-regular-file"),
    /** The file is longer than 4 MiB. */
    TOO_LARGE("too-large"),
    /** The file or its folder cannot be read. */
    UNREADABLE("unreadable"),
    /** The file is not a JSON object in UTF-8, or is nested too deeply. */
    NOT_A_SETTINGS_FILE("not-a-settings-file"),
    /** Docker Desktop reads another file in the same folder. */
    WRONG_FILE("wrong-file"),
    /** A key to change is duplicated in the file. */
    AMBIGUOUS_KEY("ambiguous-key"),
    /** A key to change has a list or an object as its value. */
    UNEXPECTED_VALUE("unexpected-value"),
    /** Docker Desktop runs and would overwrite the file. */
    DOCKER_DESKTOP_RUNS("docker-desktop-runs"),
    /** It is unknown whether Docker Desktop runs. */
    DOCKER_DESKTOP_STATE_UNKNOWN("docker-desktop-state-unknown"),
    /** The file has changed since it was read. */
    FILE_CHANGED("file-changed"),
    /** An administrator has locked a setting to another value. */
    SETTING_LOCKED("setting-locked"),
    /** The settings that an administrator has locked cannot be read. */
    ADMIN_SETTINGS_UNREADABLE("admin-settings-unreadable"),
    /** The backup does not exist, is not a regular file or is not a settings file. */
    BACKUP_UNUSABLE("backup-unusable"),
    /** Writing failed; the settings file is unchanged. */
    WRITE_FAILED("write-failed"),
    /**
     * A failure after the new content was moved into place, or it is unknown whether it is in
     * place. The file has either its old or its new content.
     */
    NOT_VERIFIED("not-verified");

    private final String id;

    Reason(String id) {
      this.id = id;
    }

    /** {@return the stable id: lower-case, hyphenated} */
    public String id() {
      return id;
    }

    /**
     * {@return the constant with an id}
     *
     * @param id the {@link #id()} of a constant
     * @throws IllegalArgumentException if no constant has it; the message names the accepted ids
     */
    public static Reason fromId(String id) {
      Objects.requireNonNull(id, "id");
      for (Reason reason : values()) {
        if (reason.id.equals(id)) {
          return reason;
        }
      }
      throw new IllegalArgumentException(
          "\""
              + id
              + "\" is not accepted; accepted: "
              + Arrays.stream(values())
                  .map(reason -> "\"" + reason.id + "\"")
                  .collect(Collectors.joining(", ")));
    }

    /** {@return the {@link #id()}} */
    @Override
    public String toString() {
      return id;
    }
  }

  private static final long serialVersionUID = 1L;

  /** Why the settings file was not changed. */
  private final Reason reason;

  private final transient @Nullable Path backup;

  SettingsChangeException(Reason reason, Path file, String met) {
    this(reason, file, met, null);
  }

  SettingsChangeException(Reason reason, Path file, String met, @Nullable Throwable cause) {
    this(reason, file + ": " + met, null, cause);
  }

  private SettingsChangeException(
      Reason reason, String message, @Nullable Path backup, @Nullable Throwable cause) {
    super(Quotes.oneLine(message), cause);
    this.reason = reason;
    this.backup = backup;
  }

  /** Returns a copy that names the files that were left behind. */
  SettingsChangeException leaving(@Nullable Path made, List<Path> leftBehind) {
    String stays = made == null ? "" : "; the backup " + made + " stays";
    String rest =
        leftBehind.isEmpty()
            ? ""
            : "; delete what could not be deleted: "
                + String.join(", ", leftBehind.stream().map(Path::toString).toList());
    SettingsChangeException extended =
        new SettingsChangeException(reason, getMessage() + stays + rest, made, getCause());
    for (Throwable suppressed : getSuppressed()) {
      extended.addSuppressed(suppressed);
    }
    return extended;
  }

  /** {@return why the settings file was not changed} */
  public Reason reason() {
    return reason;
  }

  /**
   * {@return the backup that was made before the failure and still exists, or empty if there is
   * none}
   */
  public Optional<Path> backup() {
    return Optional.ofNullable(backup);
  }
}
