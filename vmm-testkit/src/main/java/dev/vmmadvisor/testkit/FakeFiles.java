package dev.vmmadvisor.testkit;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the files of a Mac with given facts. */
final class FakeFiles {

  private static final Version SETTINGS_STORE = Version.parse("4.35.0");
  private static final String SETTINGS =
      "Users/" + FakeMac.USER + "/Library/Group Containers/group.com.docker";

  private final FakeMac.Builder mac;
  private final Host host;
  private final DockerDesktop desktop;

  FakeFiles(FakeMac.Builder mac) {
    this.mac = mac;
    this.host = mac.host;
    this.desktop = host.dockerDesktop();
  }

  void writeTo(Path root) throws IOException {
    Files.createDirectories(root.resolve("Users/" + FakeMac.USER));
    Files.createDirectories(root.resolve("Library"));
    if (host.operatingSystem().isPresent() || host.macOsVersion().isPresent()) {
      write(
          root.resolve("System/Library/CoreServices/SystemVersion.plist"),
          propertyList("ProductName", "macOS", "ProductVersion", host.macOsVersion()));
    }
    if (desktop.version().isPresent()) {
      write(
          root.resolve("Applications/Docker.app/Contents/Info.plist"),
          propertyList(
              "CFBundleIdentifier",
              "com.docker.docker",
              "CFBundleShortVersionString",
              desktop.version()));
    }
    if (mac.isArm() && host.rosettaInstalled().orElse(false)) {
      write(root.resolve("Library/Apple/usr/share/rosetta/rosetta"), "");
    }
    settings(root);
    if (desktop.lockedSettings().isPresent()) {
      write(
          root.resolve("Library/Application Support/com.docker.docker/admin-settings.json"),
          adminSettings(desktop.lockedSettings().get()));
    }
    if (mac.running && desktop.vmm().isPresent()) {
      write(
          root.resolve(
              "Users/"
                  + FakeMac.USER
                  + "/Library/Containers/com.docker.docker/Data/log/host/com.docker.backend.log"),
          "[main.engines] setting engine linux/"
              + engine(desktop.vmm().get())
              + " state starting -> running\n");
    }
    if (mac.lockedFolder) {
      lock(root.resolve(SETTINGS));
    }
  }

  private void settings(Path root) throws IOException {
    Path folder = root.resolve(SETTINGS);
    if (!mac.settings.isEmpty()) {
      write(folder.resolve("settings-store.json"), mac.settings);
      return;
    }
    Map<String, Object> keys = keys();
    if (keys.isEmpty()) {
      return;
    }
    boolean old = isBeforeSettingsStore();
    keys.put("SettingsVersion", old ? 38 : 43);
    write(
        folder.resolve(old ? "settings.json" : "settings-store.json"),
        keys.entrySet().stream()
            .map(key -> "  \"" + spelled(key.getKey(), old) + "\": " + key.getValue())
            .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
  }

  private Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    desktop
        .vmm()
        .ifPresent(
            vmm -> {
              if (!isBeforeSettingsStore()) {
                keys.put("UseLibkrun", vmm == Vmm.DOCKER_VMM);
              }
              keys.put("UseVirtualizationFramework", vmm == Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
            });
    desktop
        .fileSharing()
        .ifPresent(
            sharing -> {
              keys.put("UseVirtualizationFrameworkVirtioFS", sharing == FileSharing.VIRTIOFS);
              keys.put("UseGrpcfuse", sharing == FileSharing.GRPC_FUSE);
            });
    desktop.rosettaEnabled().ifPresent(on -> keys.put("UseVirtualizationFrameworkRosetta", on));
    desktop.memoryMiB().ifPresent(mib -> keys.put("MemoryMiB", mib));
    desktop.cpus().ifPresent(cpus -> keys.put("Cpus", cpus));
    return keys;
  }

  private boolean isBeforeSettingsStore() {
    return desktop.version().filter(version -> version.compareTo(SETTINGS_STORE) < 0).isPresent();
  }

  private static String spelled(String key, boolean old) {
    return old ? Character.toLowerCase(key.charAt(0)) + key.substring(1) : key;
  }

  private String adminSettings(List<String> locked) {
    Map<String, Boolean> keys = new LinkedHashMap<>();
    if (locked.contains("fileSharing")) {
      FileSharing sharing = desktop.fileSharing().orElse(FileSharing.VIRTIOFS);
      keys.put("useVirtualizationFrameworkVirtioFS", sharing == FileSharing.VIRTIOFS);
      keys.put("useGrpcfuse", sharing == FileSharing.GRPC_FUSE);
    }
    if (locked.contains("rosettaEnabled")) {
      keys.put("useVirtualizationFrameworkRosetta", desktop.rosettaEnabled().orElse(true));
    }
    StringBuilder json = new StringBuilder("{\n  \"configurationFileVersion\": 2");
    keys.forEach(
        (key, value) ->
            json.append(",\n  \"" + key + "\": {\"locked\": true, \"value\": " + value + "}"));
    return json.append("\n}\n").toString();
  }

  private String engine(Vmm vmm) {
    return switch (vmm) {
      case APPLE_VIRTUALIZATION_FRAMEWORK -> "virtualization-framework";
      case DOCKER_VMM -> "libkrun";
      case QEMU -> "qemu";
      case HYPERKIT -> "hyperkit";
    };
  }

  private static String propertyList(Object... keysAndValues) {
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC");
    xml.append(" \"-//Apple//DTD PLIST 1.0//EN\"");
    xml.append(" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n");
    xml.append("<plist version=\"1.0\">\n<dict>\n");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      String text =
          value instanceof java.util.Optional<?> optional
              ? optional.map(Object::toString).orElse("")
              : value.toString();
      if (!text.isEmpty()) {
        xml.append("  <key>").append(keysAndValues[i]).append("</key>\n");
        xml.append("  <string>").append(text).append("</string>\n");
      }
    }
    return xml.append("</dict>\n</plist>\n").toString();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /**
   * Creates a folder unreadable: removes the permissions; for the superuser, replaces it with a
   * cyclic link.
   */
  private static void lock(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(folder)) {
      Path aside = folder.resolveSibling(folder.getFileName() + ".aside");
      Files.move(folder, aside);
      Files.createSymbolicLink(folder, folder);
    }
  }
}
