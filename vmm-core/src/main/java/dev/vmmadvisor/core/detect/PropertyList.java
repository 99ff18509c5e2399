package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the texts under the top-level keys of a property list, in XML or in Apple's binary form.
 * XML is always UTF-8. A document type that only has a name is skipped; one that declares entities
 * or anything else is refused.
 */
final class PropertyList {

  private static final byte[] BINARY = "bplist".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern PLAIN_DOCUMENT_TYPE = Pattern.compile("<!DOCTYPE [^\\[<>]*>");
  private static final String KEY = "key";
  private static final String TEXT = "string";
  private static final String DICTIONARY = "dict";

  private PropertyList() {}

  /**
   * Reads a property list.
   *
   * @throws DocumentException if it is not one, or is binary and the optional library is missing
   */
  static Map<String, String> read(byte[] content) {
    if (isBinary(content)) {
      try {
        return BinaryPropertyList.read(content);
      } catch (NoClassDefFoundError e) {
        throw problem(
            "a binary property list, and com.googlecode.plist:dd-plist is not on the class path");
      }
    }
    try {
      return xml(withoutDocumentType(text(content)));
    } catch (CharacterCodingException e) {
      throw problem("not a property list: its text is not UTF-8");
    } catch (XMLStreamException | RuntimeException e) {
      throw problem("not a property list: " + firstLine(e));
    }
  }

  static boolean isBinary(byte[] content) {
    return content.length >= BINARY.length
        && Arrays.equals(content, 0, BINARY.length, BINARY, 0, BINARY.length);
  }

  static DocumentException problem(String message) {
    return new DocumentException(List.of(new Problem("$", 1, message)));
  }

  /** Decoded here because the parser prints undecodable input to standard error. */
  private static String text(byte[] content) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Removed here because the parser prints a broken one even when it is configured to skip it. */
  private static String withoutDocumentType(String xml) throws XMLStreamException {
    String plain = PLAIN_DOCUMENT_TYPE.matcher(xml).replaceFirst("");
    if (plain.contains("<!DOCTYPE")) {
      throw new XMLStreamException("it declares a document type of its own");
    }
    return plain;
  }

  private static Map<String, String> xml(String content) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(content));
    Map<String, String> texts = new LinkedHashMap<>();
    int depth = 0; // 1: plist, 2: its dictionary, 3: keys and values
    boolean dictionary = false;
    String key = "";
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        String name = reader.getLocalName();
        if (depth == 1 && !name.equals("plist")) {
          throw new XMLStreamException("the document begins with " + name);
        }
        dictionary |= depth == 2 && name.equals(DICTIONARY);
        if (depth == 3 && name.equals(KEY)) {
          key = reader.getElementText();
          depth--;
        } else if (depth == 3 && name.equals(TEXT)) {
          texts.putIfAbsent(key, reader.getElementText());
          depth--;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    if (!dictionary) {
      throw new XMLStreamException("there is no dict");
    }
    return texts;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
