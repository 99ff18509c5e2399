package dev.vmmadvisor.core.detect;

import com.dd.plist.BinaryPropertyListParser;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import com.dd.plist.PropertyListFormatException;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parses property lists in Apple's binary form. Only this class uses the optional library. */
final class BinaryPropertyList {

  private BinaryPropertyList() {}

  static Map<String, String> read(byte[] content) {
    BinaryPropertyListBounds.check(content);
    NSObject root;
    try {
      root = BinaryPropertyListParser.parse(content);
    } catch (PropertyListFormatException | UnsupportedEncodingException | RuntimeException e) {
      throw PropertyList.problem("not a property list: " + e.getMessage());
    }
    if (!(root instanceof NSDictionary dictionary)) {
      throw PropertyList.problem("not a property list with keys");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    dictionary.forEach(
        (key, value) -> {
          if (value instanceof NSString text) {
            texts.put(key, text.getContent());
          }
        });
    return texts;
  }
}
