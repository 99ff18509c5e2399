package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import java.util.Map;
import java.util.Objects;

/**
 * Reads {@code /System/Library/CoreServices/SystemVersion.plist}, or {@code
 * .SystemVersionPlatform.plist} beside it. The latter has the true version even if the former has
 * 10.16.
 */
public final class SystemVersionFile {

  private SystemVersionFile() {}

  /**
   * Reads the file.
   *
   * @param propertyList its content, in XML or binary form
   * @return that the host is a Mac, and its version of macOS
   * @throws dev.vmmadvisor.api.json.DocumentException if the content is not a property list, or is
   *     a binary one and {@code com.googlecode.plist:dd-plist} is not on the class path
   */
  public static Reading read(byte[] propertyList) {
    Objects.requireNonNull(propertyList, "propertyList");
    return read(propertyList, "SystemVersion.plist");
  }

  static Reading read(byte[] propertyList, String place) {
    EvidenceCollector collector = new EvidenceCollector(Origin.Kind.FILE, place);
    Map<String, String> texts = PropertyList.read(propertyList);
    SwVers.product(
        texts.getOrDefault("ProductName", ""), texts.getOrDefault("ProductVersion", ""), collector);
    return collector.reading();
  }
}
