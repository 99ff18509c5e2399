package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the {@code Info.plist} of {@code Docker.app}: the version of Docker Desktop that is
 * installed. The one that runs can be older, until a restart.
 */
public final class AppBundle {

  private static final String IDENTIFIER = "com.docker.docker";
  private static final String VERSION = "CFBundleShortVersionString";

  private AppBundle() {}

  /**
   * Reads the file.
   *
   * @param infoPlist its content, in XML or in the binary form
   * @return the version; nothing but a notice if the app is another one, such as the window of
   *     Docker Desktop, which is an app of its own inside
   * @throws dev.vmmadvisor.api.json.DocumentException if it is no property list, or a binary one
   *     while {@code com.googlecode.plist:dd-plist} is not on the class path
   */
  public static Reading read(byte[] infoPlist) {
    Objects.requireNonNull(infoPlist, "infoPlist");
    return read(infoPlist, "Docker.app/Contents/Info.plist");
  }

  static Reading read(byte[] infoPlist, String place) {
    EvidenceCollector clues = new EvidenceCollector(Origin.Kind.FILE, place);
    Map<String, String> texts = PropertyList.read(infoPlist);
    String identifier = texts.getOrDefault("CFBundleIdentifier", "none");
    if (!identifier.equals(IDENTIFIER)) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("file", place);
      parameters.put("identifier", identifier);
      clues.notice(
          "another-app",
          Fact.DOCKER_DESKTOP_VERSION,
          parameters,
          place + " is of the app " + identifier + "; accepted: " + IDENTIFIER);
      return clues.reading();
    }
    String version = texts.getOrDefault(VERSION, "");
    if (KeyValueOutput.isVersion(version)) {
      clues.add(Fact.DOCKER_DESKTOP_VERSION, Version.parse(version), VERSION, Confidence.HIGH);
    } else {
      clues.unreadable(Fact.DOCKER_DESKTOP_VERSION, version, VERSION);
    }
    return clues.reading();
  }
}
