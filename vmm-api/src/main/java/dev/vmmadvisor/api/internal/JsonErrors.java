package dev.vmmadvisor.api.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Error messages for invalid JSON documents that are the same with every supported version of
 * Jackson. Exceptions are the messages for malformed UTF-8 and for unexpected characters beyond
 * ASCII.
 */
public final class JsonErrors {

  private static final Pattern LIMIT =
      Pattern.compile(
          "(Name|Number|String|Value count|Document length|Document nesting depth|Depth)\\b"
              + ".* exceeds the maximum [a-z ]+\\((\\d+).*");

  private JsonErrors() {}

  /**
   * {@return the error message, on one line}
   *
   * @param e the exception of Jackson
   */
  public static String message(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    return e instanceof StreamConstraintsException
        ? "the document is too large" + limit(message)
        : "not JSON: " + withoutNames(message);
  }

  /**
   * {@return the error for a document that is too long}
   *
   * <p>Jackson checks the length only from 2.16 on, and not exactly.
   *
   * @param max the maximum length, in bytes or characters
   */
  public static StreamConstraintsException documentTooLong(int max) {
    return tooLarge("Document length", max);
  }

  /**
   * {@return the error for the name of a field that is too long}
   *
   * <p>Jackson checks names only from 2.16 on.
   *
   * @param max the maximum length, in characters
   */
  public static StreamConstraintsException nameTooLong(int max) {
    return tooLarge("Name length", max);
  }

  /**
   * {@return the error for a document with too many values}
   *
   * @param max the maximum number
   */
  public static StreamConstraintsException tooManyValues(int max) {
    return tooLarge("Value count", max);
  }

  /**
   * {@return whether the exceeded limit is that of names}
   *
   * @param e the exception of Jackson, or one of the errors above
   */
  public static boolean isAboutAName(StreamConstraintsException e) {
    return e.getOriginalMessage().startsWith("Name");
  }

  private static StreamConstraintsException tooLarge(String what, int max) {
    return new StreamConstraintsException(what + " exceeds the maximum allowed (" + max + ")");
  }

  /**
   * Returns the exceeded limit. Only the first words of the message are the same in all versions of
   * Jackson.
   */
  private static String limit(String message) {
    Matcher limit = LIMIT.matcher(message);
    if (!limit.matches()) {
      return ": " + withoutNames(message);
    }
    String max = limit.group(2);
    return switch (limit.group(1)) {
      case "Name" -> "; accepted: names of at most " + max + " characters";
      case "Number" -> "; accepted: numbers of at most " + max + " characters";
      case "String" -> "; accepted: texts of at most " + max + " characters";
      case "Value count" -> "; accepted: at most " + max + " fields and elements of lists";
      case "Document length" -> "; accepted: at most " + max + " bytes";
      default -> "; accepted: at most " + max + " levels of nesting";
    };
  }

  /** Returns the message for malformed JSON without the names of Jackson's settings and sources. */
  private static String withoutNames(String message) {
    return Quotes.oneLine(message)
        .replaceAll("end-of-input(?=\\p{Alpha})", "end-of-input: ")
        .replace("No digit following minus sign", "No digit following sign")
        .replaceAll("\\[Source: [^;]*; (line: \\d+(, column: \\d+)?)\\]", "$1")
        .replaceAll("expected '\\}' \\(for root [^)]*\\)", "no open Array to close")
        .replaceAll("expected '\\]' \\(for root [^)]*\\)", "no open Object to close");
  }
}
