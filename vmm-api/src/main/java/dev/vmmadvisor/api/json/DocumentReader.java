package dev.vmmadvisor.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.internal.JsonErrors;
import dev.vmmadvisor.api.internal.Quotes;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document from its tokens and collects all problems instead of stopping at the
 * first. Not safe to share between threads.
 *
 * <p>It uses tokens instead of data binding because each problem names a line and a path, all
 * problems are reported at once, and data binding starts slowly in a new JVM.
 */
final class DocumentReader {

  /** Reads one value. */
  @FunctionalInterface
  interface Value<T> {
    @Nullable T read() throws IOException;
  }

  /**
   * Called for each field of an object; consumes its value and returns whether the name is known.
   */
  @FunctionalInterface
  interface Fields {
    boolean read(String name) throws IOException;
  }

  /** Opens the tokens of a document. */
  @FunctionalInterface
  interface Input {
    JsonParser open(JsonFactory factory) throws IOException;
  }

  /** Called for each field with an unknown name, after its value is skipped. */
  @FunctionalInterface
  interface UnknownField {
    void met(DocumentReader reader, String path);
  }

  /** The maximum length of a Catalog or Layer document, in bytes or characters. */
  static final int MAX = 64 * 1024 * 1024;

  static final int MAX_DEPTH = 64;
  static final int MAX_TEXT = 100_000;
  static final int MAX_NAME = 1_000;
  static final int MAX_NUMBER = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .build();

  private static final int FEW = 4; // the initial capacity, enough for most lists of a host

  private final JsonParser parser;
  private final UnknownField unknownField;
  private final Problems problems = new Problems();
  private final Deque<Set<String>> names = new ArrayDeque<>(); // of the open objects
  private final int maxValues;
  private int values;

  private DocumentReader(JsonParser parser, int maxValues, UnknownField unknownField) {
    this.maxValues = maxValues;
    this.parser = parser;
    this.unknownField = unknownField;
  }

  /**
   * Reads a document.
   *
   * @throws DocumentException if it has a problem
   * @throws IOException if the input cannot be read
   */
  static <T> T read(Input input, UnknownField unknownField, Function<DocumentReader, Value<T>> root)
      throws IOException {
    return read(input, Integer.MAX_VALUE, unknownField, root);
  }

  /**
   * Reads a document with a limited number of values.
   *
   * @param maxValues the maximum number of fields and list elements
   * @throws DocumentException if it has a problem
   * @throws IOException if the input cannot be read
   */
  static <T> T read(
      Input input,
      int maxValues,
      UnknownField unknownField,
      Function<DocumentReader, Value<T>> root)
      throws IOException {
    try (JsonParser parser = open(input)) {
      DocumentReader reader = new DocumentReader(parser, maxValues, unknownField);
      T value = null;
      try {
        if (parser.nextToken() == null) {
          reader.problem("$", "the document is empty; accepted: a JSON object");
        } else {
          value = root.apply(reader).read();
          if (value == null && reader.isFine()) {
            reader.problem("$", "null is not accepted; accepted: a JSON object");
          }
          if (parser.nextToken() != null) {
            reader.problem("$", "something follows the end of the document; accepted: one value");
          }
        }
      } catch (StreamConstraintsException e) {
        boolean name = JsonErrors.isAboutAName(e); // a limit of Jackson is higher
        reader.problem(
            name ? reader.pathOfObject() : reader.path(),
            JsonErrors.message(name ? JsonErrors.nameTooLong(MAX_NAME) : e));
      } catch (CharConversionException e) {
        reader.problem(reader.path(), notText(e));
      } catch (JsonProcessingException e) {
        reader.problem(reader.path(), line(e.getLocation()), JsonErrors.message(e));
      }
      if (value == null || !reader.isFine()) {
        throw reader.problems.asException();
      }
      return value;
    }
  }

  private static JsonParser open(Input input) throws IOException {
    try {
      return input.open(FACTORY);
    } catch (StreamConstraintsException e) {
      throw new DocumentException(List.of(new Problem("$", 1, JsonErrors.message(e))));
    } catch (CharConversionException e) {
      throw new DocumentException(List.of(new Problem("$", 1, notText(e))));
    }
  }

  private static String notText(CharConversionException e) {
    return "not UTF-8, UTF-16 or UTF-32: " + e.getMessage();
  }

  /** Reads an object field by field; returns false if the value is not an object. */
  boolean object(Fields fields) throws IOException {
    if (!startsObject()) {
      return false;
    }
    for (String name = nextName(); name != null; name = nextName()) {
      if (!fields.read(name)) {
        unknownField();
      }
    }
    return true;
  }

  private boolean startsObject() throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      notAccepted("an object");
      return false;
    }
    names.push(new HashSet<>());
    return true;
  }

  /** Advances to the value of the next field of an object and returns its name; null at the end. */
  private @Nullable String nextName() throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = name();
      parser.nextToken();
      if (names.element().add(name)) {
        return name;
      }
      problem("this name is duplicated in its object");
      skip();
    }
    names.pop();
    return null;
  }

  private String name() throws IOException {
    count();
    String name = parser.currentName();
    if (name.length() > MAX_NAME) {
      throw JsonErrors.nameTooLong(MAX_NAME);
    }
    return name;
  }

  /** Counts a field or an element of a list. */
  private void count() throws StreamConstraintsException {
    values++;
    if (values > maxValues) {
      throw JsonErrors.tooManyValues(maxValues);
    }
  }

  /** Skips the content of the current value; the limits apply to it as well. */
  private void skip() throws IOException {
    int open = Objects.requireNonNull(parser.currentToken()).isStructStart() ? 1 : 0;
    while (open > 0) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.FIELD_NAME) {
        name();
      } else if (token.isStructStart()) {
        open++;
      } else if (token.isStructEnd()) {
        open--;
      }
    }
  }

  void unknownField() throws IOException {
    String path = path();
    skip();
    unknownField.met(this, path);
  }

  <T> @Nullable List<T> list(Value<T> element) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (!parser.isExpectedStartArrayToken()) {
      notAccepted("a list");
      return null;
    }
    List<T> list = new ArrayList<>(FEW);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      count();
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        problem(path(), "null is not accepted in a list");
      } else {
        T value = element.read();
        if (value != null) {
          list.add(value);
        }
      }
    }
    return List.copyOf(list);
  }

  /** Reads a string that satisfies a condition. */
  @Nullable String text(Predicate<String> condition, Supplier<String> accepted) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING && condition.test(parser.getText())) {
      return parser.getText();
    }
    notAccepted(accepted.get());
    return null;
  }

  /** Reads a string that is not blank. */
  @Nullable String text() throws IOException {
    return text(text -> !text.isBlank(), () -> "a text that is not blank");
  }

  @Nullable String text(Fact fact) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING && fact.accepts(parser.getText())) {
      return parser.getText();
    }
    notAccepted(fact.accepted());
    return null;
  }

  /** Reads a whole number that satisfies a condition. */
  @Nullable Integer number(Predicate<Integer> condition, Supplier<String> accepted)
      throws IOException {
    if (isInt() && condition.test(parser.getIntValue())) {
      return parser.getIntValue();
    }
    notAccepted(accepted.get());
    return null;
  }

  @Nullable Integer number(Fact fact) throws IOException {
    if (isInt() && fact.accepts(parser.getIntValue())) {
      return parser.getIntValue();
    }
    notAccepted(fact.accepted());
    return null;
  }

  private boolean isInt() throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT;
  }

  @Nullable Boolean bool() throws IOException {
    if (isBoolean()) {
      return parser.currentToken() == JsonToken.VALUE_TRUE;
    }
    notAccepted("true or false");
    return null;
  }

  @Nullable Version version() throws IOException {
    return parsed(Version::parse, Version::accepted);
  }

  /** Reads and parses a string; an {@link IllegalArgumentException} of the parser is a problem. */
  <T> @Nullable T parsed(Function<String, T> parse, Supplier<String> accepted) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      try {
        return parse.apply(parser.getText());
      } catch (IllegalArgumentException notOfThisForm) {
        // reported below, like any other value
      }
    }
    notAccepted(accepted.get());
    return null;
  }

  /** Reads the id of a constant of an enum whose {@code toString} is its id. */
  <E extends Enum<E>> @Nullable E constant(E[] constants) throws IOException {
    return oneOf(Arrays.asList(constants));
  }

  private static <T> @Nullable T named(String word, List<T> meanings) {
    for (T meaning : meanings) {
      if (meaning.toString().equals(word)) {
        return meaning;
      }
    }
    return null;
  }

  private <T> @Nullable T oneOf(List<T> meanings) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      T meaning = named(parser.getText(), meanings);
      if (meaning != null) {
        return meaning;
      }
    }
    StringBuilder accepted = new StringBuilder();
    for (T meaning : meanings) {
      accepted.append(accepted.isEmpty() ? "" : ", ").append('"').append(meaning).append('"');
    }
    notAccepted(accepted.toString());
    return null;
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Returns whether the current value is a list. */
  boolean isList() {
    return parser.isExpectedStartArrayToken();
  }

  /** Returns whether the current value is an object. */
  boolean isObject() {
    return parser.isExpectedStartObjectToken();
  }

  /** Returns whether the current value is a number. */
  boolean isNumber() {
    return Objects.requireNonNull(parser.currentToken()).isNumeric();
  }

  /** Returns whether the current value is true or false. */
  boolean isBoolean() {
    return Objects.requireNonNull(parser.currentToken()).isBoolean();
  }

  /** Reports that the current value is not accepted, unless it is null, and skips it. */
  void notAccepted(String accepted) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    problem(shown() + " is not accepted; accepted: " + accepted);
    skip();
  }

  /** Reports a problem at a path, on the current line. */
  void problem(String path, String message) {
    problem(path, line(), message);
  }

  /** Reports a problem at a path, on an earlier line. */
  void problem(String path, int line, String message) {
    problems.add(new Problem(path, line, message));
  }

  void missing(String name, String accepted) {
    problem(path() + "." + name, "is missing; accepted: " + accepted);
  }

  /** Reports a problem at the current value. */
  void problem(String message) {
    problem(path(), message);
  }

  /** Returns whether a problem was reported at a path or below it. */
  boolean hasProblemAt(String path) {
    return problems.hasOneAt(path);
  }

  boolean isFine() {
    return problems.isEmpty();
  }

  int line() {
    return line(parser.currentTokenLocation());
  }

  private static int line(@Nullable JsonLocation location) {
    return location == null ? 1 : Math.max(1, location.getLineNr());
  }

  private String shown() throws IOException {
    JsonToken token = Objects.requireNonNull(parser.currentToken());
    if (token == JsonToken.START_OBJECT) {
      return "an object";
    }
    if (token == JsonToken.START_ARRAY) {
      return "a list";
    }
    String text = parser.getText();
    return token == JsonToken.VALUE_STRING ? Quotes.shortlyQuoted(text) : Quotes.cut(text);
  }

  /** Returns the path of the current value, such as {@code $.workload.databases[0].engine}. */
  String path() {
    StringBuilder path = new StringBuilder();
    append(path, parser.getParsingContext());
    return path.toString();
  }

  /** Returns the path of the innermost object that is being read. */
  private String pathOfObject() {
    JsonStreamContext parent = parser.getParsingContext().getParent();
    StringBuilder path = new StringBuilder();
    append(path, parent == null ? parser.getParsingContext() : parent);
    return path.toString();
  }

  private static void append(StringBuilder path, JsonStreamContext context) {
    JsonStreamContext parent = context.getParent();
    if (parent == null) {
      path.append('$');
      return;
    }
    append(path, parent);
    if (context.inArray() && context.hasCurrentIndex()) {
      path.append('[').append(context.getCurrentIndex()).append(']');
    } else if (context.inObject() && context.hasCurrentName()) {
      Quotes.appendField(path, context.getCurrentName());
    }
  }
}
