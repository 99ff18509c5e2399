package dev.vmmadvisor.core.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.core.apply.SettingsChangeException.Reason;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that an administrator has locked in {@code admin-settings.json}. The file does not
 * show whether Docker Desktop applies it, so every lock counts.
 */
final class AdminSettings {

  private static final String ROSETTA = "UseVirtualizationFrameworkRosetta";
  private static final String LIBKRUN = "UseLibkrun";

  private final Path file;
  private final List<JsonTextEditor.Property> settings;

  private AdminSettings(Path file, List<JsonTextEditor.Property> settings) {
    this.file = file;
    this.settings = settings;
  }

  /** Reads the file, which need not exist. */
  static AdminSettings read(FileOperations files, Path file) throws SettingsChangeException {
    try {
      FileOperations.Kind kind = files.kind(file);
      if (kind == FileOperations.Kind.ABSENT) {
        return new AdminSettings(file, List.of());
      }
      if (kind != FileOperations.Kind.FILE) {
        throw unreadable(file, "no regular file", null);
      }
      byte[] content = files.read(file, JsonInput.MAX);
      if (content.length > JsonInput.MAX) {
        throw unreadable(file, "longer than " + JsonInput.MAX + " bytes", null);
      }
      return new AdminSettings(file, JsonTextEditor.read(content).properties());
    } catch (IOException e) {
      throw unreadable(file, SettingsFileTarget.shown(e), e);
    } catch (DocumentException e) {
      throw unreadable(file, String.valueOf(e.getMessage()), e);
    }
  }

  /** Refuses the change if one of the keys is locked to another value. */
  void refuseLocked(List<DesiredSetting> wanted) throws SettingsChangeException {
    for (JsonTextEditor.Property setting : settings) {
      for (DesiredSetting one : wanted) {
        if (one.key().equalsIgnoreCase(setting.key())) {
          refuse(setting, one.json(), one.key() + " is not set to " + one.json());
        }
        if (one.isOn(LIBKRUN) && setting.key().equalsIgnoreCase(ROSETTA)) {
          refuse(setting, "false", "Docker VMM is not selected, as Rosetta needs another VMM");
        }
      }
    }
  }

  private void refuse(JsonTextEditor.Property setting, String allowed, String consequence)
      throws SettingsChangeException {
    JsonNode entry = JsonInput.value(setting.value());
    JsonNode locked = entry.path("locked");
    if (!locked.isBoolean()) {
      throw unreadable(file, "whether " + setting.shown() + " is locked is not known", null);
    }
    JsonNode value = entry.path("value");
    if (locked.booleanValue() && !value.toString().equals(allowed)) {
      String to = value.isMissingNode() ? "" : " to " + JsonInput.shown(value);
      throw new SettingsChangeException(
          Reason.SETTING_LOCKED,
          file,
          setting.shown()
              + " is locked"
              + to
              + ", so "
              + consequence
              + "; ask the administrator of this Mac");
    }
  }

  private static SettingsChangeException unreadable(
      Path file, String met, @Nullable Exception cause) {
    return new SettingsChangeException(
        Reason.ADMIN_SETTINGS_UNREADABLE,
        file,
        "what an administrator has locked cannot be read: "
            + met
            + "; make it readable, or ask the administrator of this Mac",
        cause);
  }
}
