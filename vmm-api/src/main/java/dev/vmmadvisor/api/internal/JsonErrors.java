package dev.vmmadvisor.api.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages about JSON documents that cannot be read, the same with every supported version of
 * Jackson. Only what Jackson says of malformed UTF-8, and of characters beyond ASCII where none may
 * be, differ between versions.
 */
public final class JsonErrors {

  private static final Pattern LIMIT =
      Pattern.compile(
          "(Name|Number|String|Value count|Document length|Document nesting depth|Depth)\\b"
              + ".* exceeds the maximum [a-z ]+\\((\\d+).*");

  private JsonErrors() {}

  /**
   * {@return what is wrong with a document, on one line}
   *
   * @param e what Jackson reports
   */
  public static String message(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    return e instanceof StreamConstraintsException
        ? "the document is too large" + limit(message)
        : "not JSON: " + withoutNames(message);
  }

  /**
   * {@return the error for a document that is too long} Jackson checks the length from 2.16 on, and
   * not exactly.
   *
   * @param most the longest that is accepted, in bytes or characters
   */
  public static StreamConstraintsException documentTooLong(int most) {
    return tooLarge("Document length", most);
  }

  /**
   * {@return the error for the name of a field that is too long} Jackson checks names from 2.16 on.
   *
   * @param most the longest that is accepted, in characters
   */
  public static StreamConstraintsException nameTooLong(int most) {
    return tooLarge("Name length", most);
  }

  /**
   * {@return the error for a document with too many values}
   *
   * @param most the most that are accepted
   */
  public static StreamConstraintsException tooManyValues(int most) {
    return tooLarge("Value count", most);
  }

  /**
   * {@return whether a limit is that of names}
   *
   * @param e what Jackson reports, or one of the errors above
   */
  public static boolean isAboutAName(StreamConstraintsException e) {
    return e.getOriginalMessage().startsWith("Name");
  }

  private static StreamConstraintsException tooLarge(String what, int most) {
    return new StreamConstraintsException(what + " exceeds the maximum allowed (" + most + ")");
  }

  /**
   * The limit that is exceeded. Each version of Jackson words all but the first words in its way.
   */
  private static String limit(String message) {
    Matcher limit = LIMIT.matcher(message);
    if (!limit.matches()) {
      return ": " + withoutNames(message);
    }
    String most = limit.group(2);
    return switch (limit.group(1)) {
      case "Name" -> "; accepted: names of at most " + most + " characters";
      case "Number" -> "; accepted: numbers of at most " + most + " characters";
      case "String" -> "; accepted: texts of at most " + most + " characters";
      case "Value count" -> "; accepted: at most " + most + " fields and elements of lists";
      case "Document length" -> "; accepted: at most " + most + " bytes";
      default -> "; accepted: at most " + most + " levels of nesting";
    };
  }

  /** What Jackson says of malformed JSON, without the names of its settings and sources. */
  private static String withoutNames(String message) {
    return Quotes.oneLine(message)
        .replaceAll("end-of-input(?=\\p{Alpha})", "end-of-input: ")
        .replace("No digit following minus sign", "No digit following sign")
        .replaceAll("\\[Source: [^;]*; (line: \\d+(, column: \\d+)?)\\]", "$1")
        .replaceAll("expected '\\}' \\(for root [^)]*\\)", "no open Array to close")
        .replaceAll("expected '\\]' \\(for root [^)]*\\)", "no open Object to close");
  }
}
