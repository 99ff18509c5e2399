package dev.vmmadvisor.core.detect;

/** Docker Desktop's own settings file, in both its forms. */
public final class SettingsFile {
  private SettingsFile() {}
}
