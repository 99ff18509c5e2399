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
 * Reads the {@code Info.plist} of {@code Docker.app}: the installed version of Docker Desktop. The
 * running version can be older until Docker Desktop is restarted.
 */
public final class AppBundle {

  private static final String IDENTIFIER = "com.docker.docker";
  private static final String VERSION = "CFBundleShortVersionString";

  private AppBundle() {}

  /**
   * Reads the file.
   *
   * @param infoPlist its content, in XML or binary form
   * @return the version, or only a notice if the file belongs to a different app, such as the app
   *     inside {@code Docker.app} that draws the window
   * @throws dev.vmmadvisor.api.json.DocumentException if the content is not a property list, or is
   *     a binary one and {@code com.googlecode.plist:dd-plist} is not on the class path
   */
  public static Reading read(byte[] infoPlist) {
    Objects.requireNonNull(infoPlist, "infoPlist");
    return read(infoPlist, "Docker.app/Contents/Info.plist");
  }

  static Reading read(byte[] infoPlist, String place) {
    EvidenceCollector collector = new EvidenceCollector(Origin.Kind.FILE, place);
    Map<String, String> texts = PropertyList.read(infoPlist);
    String identifier = texts.getOrDefault("CFBundleIdentifier", "none");
    if (!identifier.equals(IDENTIFIER)) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("file", place);
      parameters.put("identifier", identifier);
      collector.notice(
          "another-app",
          Fact.DOCKER_DESKTOP_VERSION,
          parameters,
          place + " is of the app " + identifier + "; accepted: " + IDENTIFIER);
      return collector.reading();
    }
    String version = texts.getOrDefault(VERSION, "");
    if (KeyValueOutput.isVersion(version)) {
      collector.add(Fact.DOCKER_DESKTOP_VERSION, Version.parse(version), VERSION, Confidence.HIGH);
    } else {
      collector.unreadable(Fact.DOCKER_DESKTOP_VERSION, version, VERSION);
    }
    return collector.reading();
  }
}
