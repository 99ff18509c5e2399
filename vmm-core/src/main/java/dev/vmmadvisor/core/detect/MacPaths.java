package dev.vmmadvisor.core.detect;

/** The paths that are read on a Mac. */
final class MacPaths {

  static final String USERS = "/Users";
  static final String APPS = "/Applications";
  static final String APP = APPS + "/Docker.app";
  static final String INFO_PLIST = "/Contents/Info.plist";
  static final String ADMIN_SETTINGS =
      "/Library/Application Support/com.docker.docker/admin-settings.json";
  static final String TRUE_SYSTEM_VERSION =
      "/System/Library/CoreServices/.SystemVersionPlatform.plist";
  static final String SYSTEM_VERSION = "/System/Library/CoreServices/SystemVersion.plist";
  static final String ROSETTA = "/Library/Apple/usr/share/rosetta/rosetta";
  static final String ROSETTA_RUNTIME = "/Library/Apple/usr/libexec/oah/libRosettaRuntime";

  // below a home folder
  static final String DOCKER_CONFIG = "/.docker/config.json";
  static final String SETTINGS_FOLDER = "/Library/Group Containers/group.com.docker";
  static final String SETTINGS_STORE = SETTINGS_FOLDER + "/settings-store.json";
  static final String SETTINGS = SETTINGS_FOLDER + "/settings.json";
  static final String BACKEND_LOG =
      "/Library/Containers/com.docker.docker/Data/log/host/com.docker.backend.log";

  private MacPaths() {}
}
