package dev.vmmadvisor.core.apply;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.core.apply.SettingsChangeException.Reason;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.IOException;
import java.nio.file.Path;

/** A settings file in its folder, with the checks that must pass before it is used. */
final class SettingsFileTarget {

  /** The file of Docker Desktop up to 4.34. */
  static final String OLD = "settings.json";

  /** The file of Docker Desktop 4.35.0 and later. */
  static final String STORE = "settings-store.json";

  private static final Version STORE_SINCE = Version.parse("4.35.0");

  private final FileOperations files;
  private final Path file;
  private final Path folder;
  private final String name;

  private SettingsFileTarget(FileOperations files, Path file, Path folder, String name) {
    this.files = files;
    this.file = file;
    this.folder = folder;
    this.name = name;
  }

  static SettingsFileTarget of(FileOperations files, Path settingsFile)
      throws SettingsChangeException {
    Path file = settingsFile.toAbsolutePath();
    Path folder = file.getParent();
    Path name = file.getFileName();
    if (folder == null || name == null) {
      throw notRegular(file, "this is no file");
    }
    return new SettingsFileTarget(files, file, folder, name.toString());
  }

  FileOperations files() {
    return files;
  }

  Path file() {
    return file;
  }

  Path folder() {
    return folder;
  }

  String name() {
    return name;
  }

  /** Refuses a file that Docker Desktop ignores because the other one exists. */
  void refuseStale() throws SettingsChangeException {
    if (!name.equalsIgnoreCase(OLD)) {
      return;
    }
    Path store = folder.resolve(STORE);
    FileOperations.Kind kind;
    try {
      kind = files.kind(store);
    } catch (IOException e) {
      throw unreadable(store, e);
    }
    if (kind != FileOperations.Kind.ABSENT) {
      throw new SettingsChangeException(
          Reason.WRONG_FILE,
          file,
          "stale, as "
              + STORE
              + " lies beside it, which Docker Desktop 4.35.0 and later reads; change "
              + store
              + ", or take that away if Docker Desktop is older");
    }
  }

  /** Refuses a file that a release does not read yet, or no longer. */
  void refuseOther(Version dockerDesktop) throws SettingsChangeException {
    if (name.equalsIgnoreCase(OLD) && dockerDesktop.compareTo(STORE_SINCE) >= 0) {
      throw new SettingsChangeException(
          Reason.WRONG_FILE,
          file,
          "Docker Desktop "
              + dockerDesktop
              + " does not read this file but "
              + folder.resolve(STORE)
              + "; start Docker Desktop once, which writes that one, and quit it");
    }
    if (name.equalsIgnoreCase(STORE) && dockerDesktop.compareTo(STORE_SINCE) < 0) {
      throw new SettingsChangeException(
          Reason.WRONG_FILE,
          file,
          "Docker Desktop "
              + dockerDesktop
              + " does not read this file, which came with "
              + STORE_SINCE
              + "; change "
              + folder.resolve(OLD));
    }
  }

  /** Whether the file exists; an entry that is not a regular file is refused. */
  boolean exists() throws SettingsChangeException {
    FileOperations.Kind kind;
    try {
      kind = files.kind(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return switch (kind) {
      case ABSENT -> false;
      case FILE -> true;
      case LINK ->
          throw notRegular(file, "this is a symbolic link, which a change would replace by a file");
      case OTHER -> throw notRegular(file, "this is no regular file");
    };
  }

  /** The content of the file, which must exist. */
  byte[] content() throws SettingsChangeException {
    if (!exists()) {
      throw new SettingsChangeException(
          Reason.FILE_MISSING,
          file,
          "there is no such file; start Docker Desktop once, which writes it, and quit it");
    }
    byte[] content;
    try {
      content = files.read(file, JsonInput.MAX);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    refuseTooLarge(content);
    return content;
  }

  /** Refuses content that is too large to be read. */
  void refuseTooLarge(byte[] content) throws SettingsChangeException {
    if (content.length > JsonInput.MAX) {
      throw new SettingsChangeException(
          Reason.TOO_LARGE,
          file,
          "longer than " + JsonInput.MAX + " bytes; accepted: at most that");
    }
  }

  /** Parses content of the file. */
  JsonTextEditor text(byte[] content) throws SettingsChangeException {
    try {
      return JsonTextEditor.read(content);
    } catch (DocumentException e) {
      throw new SettingsChangeException(
          Reason.NOT_A_SETTINGS_FILE, file, String.valueOf(e.getMessage()), e);
    }
  }

  /** Refuses the change while Docker Desktop runs or if that is unknown. */
  void refuseWhileRunning(DockerDesktopState state) throws SettingsChangeException {
    DockerDesktopState.Running running = DockerDesktopState.Running.UNKNOWN;
    RuntimeException thrown = null;
    try {
      running = state.running();
    } catch (RuntimeException e) {
      thrown = e; // the state is unknown, which is a reason to refuse
    }
    if (running == DockerDesktopState.Running.YES) {
      throw new SettingsChangeException(
          Reason.DOCKER_DESKTOP_RUNS,
          file,
          "Docker Desktop runs and would overwrite the file; quit Docker Desktop and try again");
    }
    if (running != DockerDesktopState.Running.NO) {
      throw new SettingsChangeException(
          Reason.DOCKER_DESKTOP_STATE_UNKNOWN,
          file,
          "it is not known whether Docker Desktop runs, and if it does it overwrites the file; find"
              + " out, quit it and try again",
          thrown);
    }
  }

  static SettingsChangeException unreadable(Path path, Exception e) {
    return new SettingsChangeException(
        Reason.UNREADABLE, path, "cannot be read: " + shown(e) + "; give access to it", e);
  }

  /** The text of an exception; the message of a file system exception can be only a path. */
  static String shown(Exception e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
  }

  private static SettingsChangeException notRegular(Path file, String met) {
    return new SettingsChangeException(
        Reason.NOT_A_REGULAR_FILE, file, met + "; give the path of the settings file itself");
  }
}
