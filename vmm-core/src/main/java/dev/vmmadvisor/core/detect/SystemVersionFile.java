package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import java.util.Map;
import java.util.Objects;

/**
 * Reads {@code /System/Library/CoreServices/SystemVersion.plist}, or {@code
 * .SystemVersionPlatform.plist} beside it, which tells the true version also where the other one
 * says 10.16.
 */
public final class SystemVersionFile {

  private SystemVersionFile() {}

  /**
   * Reads the file.
   *
   * @param propertyList its content, in XML or in the binary form
   * @return that the host is a Mac, and its version of macOS
   * @throws dev.vmmadvisor.api.json.DocumentException if it is no property list, or a binary one
   *     while {@code com.googlecode.plist:dd-plist} is not on the class path
   */
  public static Reading read(byte[] propertyList) {
    Objects.requireNonNull(propertyList, "propertyList");
    return read(propertyList, "SystemVersion.plist");
  }

  static Reading read(byte[] propertyList, String place) {
    EvidenceCollector clues = new EvidenceCollector(Origin.Kind.FILE, place);
    Map<String, String> texts = PropertyList.read(propertyList);
    SwVers.product(
        texts.getOrDefault("ProductName", ""), texts.getOrDefault("ProductVersion", ""), clues);
    return clues.reading();
  }
}
