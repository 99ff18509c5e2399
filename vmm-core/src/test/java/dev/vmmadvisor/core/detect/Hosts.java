package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hosts as callers of the reader know them, and settings files made of a few keys. */
final class Hosts {

  static final Host NOTHING_KNOWN = Host.builder().build();

  private Hosts() {}

  /** A host; null leaves a fact unknown. */
  static Host host(
      @Nullable String architecture, @Nullable String desktop, @Nullable String macOs) {
    Host.Builder host = Host.builder();
    if (architecture != null) {
      host.architecture(architecture.equals("arm64") ? Architecture.ARM64 : Architecture.X86_64);
    }
    if (desktop != null) {
      host.dockerDesktop(DockerDesktop.builder().version(Version.parse(desktop)).build());
    }
    if (macOs != null) {
      host.macOsVersion(Version.parse(macOs));
    }
    return host.build();
  }

  /** An Apple silicon Mac with macOS 15.2 and Docker Desktop 4.40.0. */
  static Host usual() {
    return host("arm64", "4.40.0", "15.2");
  }

  /** A file in PascalCase; a value of null leaves its key out. */
  static String pascalCase(@Nullable String libkrun, @Nullable String framework) {
    return "{\"SettingsVersion\": 43"
        + key("UseLibkrun", libkrun)
        + key("UseVirtualizationFramework", framework)
        + "}";
  }

  /** A file in camelCase; a value of null leaves its key out. */
  static String camelCase(@Nullable String libkrun, @Nullable String framework) {
    return "{\"settingsVersion\": 38"
        + key("useLibkrun", libkrun)
        + key("useVirtualizationFramework", framework)
        + "}";
  }

  static List<String> codes(Host host) {
    return host.notices().stream().map(Notice::code).toList();
  }

  private static String key(String name, @Nullable String value) {
    return value == null ? "" : ", \"" + name + "\": " + value;
  }
}
