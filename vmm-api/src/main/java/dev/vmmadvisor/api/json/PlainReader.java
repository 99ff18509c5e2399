package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.internal.Quotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fast path that reads simple documents directly from their bytes: valid documents in ASCII
 * without escapes and with short whole numbers. For any other document it gives up, {@link #isFine}
 * is false, and {@link DocumentReader} reads the document instead. The results of both readers are
 * equal.
 *
 * <p>Nearly all Host documents are simple. For them this is faster than a JSON parser, and a new
 * JVM does not load one. Not safe to share between threads.
 */
final class PlainReader implements ValueReader {

  /** The maximum length of a document, in bytes. */
  static final int MAX = 1 << 16;

  private static final int END = 0; // the end of the document, or a byte that is not plain
  private static final int MAX_DEPTH = 3; // host, workload, database
  private static final int MAX_NAME = 100;
  private static final int MAX_DIGITS = 9;
  private static final int FEW = 4; // the initial capacity, enough for most lists of a host

  private final byte[] json;
  private final Consumer<String> unknownField;
  private int at; // the next byte
  private boolean plain = true;

  // for each object that is being read, outermost first
  private final int[] nameAt = new int[MAX_DEPTH]; // the position of the name of its current field
  private final long[] seen = new long[MAX_DEPTH]; // a bit for each known field
  private int depth;
  private boolean fresh; // whether no field of the innermost object has been read
  private int lists; // the number of enclosing lists
  private @Nullable Set<String> unknown; // the paths of unknown fields

  private PlainReader(byte[] json, Consumer<String> unknownField) {
    this.json = json;
    this.unknownField = unknownField;
  }

  /**
   * Reads a document if it is plain.
   *
   * @param json its bytes
   * @param unknownField called with the path of each unknown field; it may be called even if the
   *     result is null
   * @return null if it is not plain
   */
  static <T> @Nullable T read(
      byte[] json, Consumer<String> unknownField, Function<ValueReader, Value<T>> root)
      throws IOException {
    if (json.length > MAX) {
      return null;
    }
    PlainReader reader = new PlainReader(json, unknownField);
    reader.next();
    try {
      T value = root.apply(reader).read();
      return reader.next() == END && reader.plain ? value : null;
    } catch (IllegalArgumentException notAccepted) {
      return null;
    }
  }

  /** Marks the document as not plain and skips the rest. */
  private void giveUp() {
    plain = false;
    at = json.length;
  }

  /** Advances to the next byte that is not white space and returns it, or {@link #END}. */
  private int next() {
    while (at < json.length) {
      byte next = json[at];
      if (next > ' ') {
        return next;
      }
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        giveUp();
        return END;
      }
      at++;
    }
    return END;
  }

  /** Consumes a byte if it is next; returns whether it was. */
  private boolean accept(int wanted) {
    if (at < json.length && json[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  /** Returns whether a literal is next. */
  private boolean isAt(String literal) {
    if (at + literal.length() > json.length) {
      return false;
    }
    for (int i = 0; i < literal.length(); i++) {
      if (json[at + i] != literal.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean accept(String literal) {
    boolean matches = isAt(literal);
    at += matches ? literal.length() : 0;
    return matches;
  }

  /** Returns a value that was read; if it is absent, consumes {@code null} or gives up. */
  private <T> @Nullable T orNull(@Nullable T read) {
    if (read == null && !accept("null")) {
      giveUp();
    }
    return read;
  }

  /** Reads a plain string; returns null and consumes nothing if there is none. */
  private @Nullable String string() {
    if (at == json.length || json[at] != '"') {
      return null;
    }
    int from = at + 1;
    int end = from;
    while (end < json.length && isPlain(json[end])) {
      end++;
    }
    if (end == json.length || json[end] != '"') {
      return null;
    }
    at = end + 1;
    return new String(json, from, end - from, StandardCharsets.ISO_8859_1);
  }

  /** Returns whether a byte is an unescaped character of a plain string. */
  private static boolean isPlain(byte letter) {
    // a question mark can be the replacement of an unpaired surrogate
    return letter >= ' ' && letter != '"' && letter != '\\' && letter != '?';
  }

  /** Reads a positive whole number; returns null and consumes nothing if there is none. */
  private @Nullable Integer wholeNumber() {
    int end = at;
    int number = 0;
    while (end < json.length && json[end] >= '0' && json[end] <= '9') {
      number = 10 * number + (json[end] - '0');
      end++;
    }
    if (end == at || end - at > MAX_DIGITS || json[at] == '0') {
      return null;
    }
    at = end;
    return number;
  }

  @Override
  public boolean startsObject() {
    if (!accept('{')) {
      orNull(null);
      return false;
    }
    seen[depth++] = 0;
    fresh = true;
    return true;
  }

  @Override
  public <F> @Nullable F nextField(Lexicon<F> fields, F other) {
    int next = next();
    if (next == '}') {
      at++;
      depth--;
      fresh = false;
      return null;
    }
    if (!fresh) {
      if (next != ',') {
        giveUp();
        return null;
      }
      at++;
      next();
    }
    fresh = false;
    F field = field(fields, other);
    if (field == null || next() != ':') {
      giveUp();
      return null;
    }
    at++;
    next();
    return field;
  }

  /** Reads the name of a field; returns null if it is a duplicate or not plain. */
  private <F> @Nullable F field(Lexicon<F> fields, F other) {
    nameAt[depth - 1] = at;
    Lexicon.Word<F> word = fields.at(json, at);
    if (word == null) {
      String name = string();
      return name == null || name.length() > MAX_NAME ? null : other;
    }
    long bit = 1L << word.number();
    if ((seen[depth - 1] & bit) != 0) {
      return null;
    }
    seen[depth - 1] |= bit;
    at += word.length();
    return word.meaning();
  }

  @Override
  public void unknownField() {
    String path = path();
    if (string() == null && wholeNumber() == null) {
      bool();
    }
    Set<String> paths = unknown == null ? new HashSet<>() : unknown;
    unknown = paths;
    if (lists > 0 || !paths.add(path)) {
      giveUp();
    }
    unknownField.accept(path);
  }

  /** Returns the path of the current value, which is not in a list. */
  private String path() {
    StringBuilder path = new StringBuilder("$");
    int here = at;
    for (int i = 0; i < depth; i++) {
      at = nameAt[i];
      Quotes.appendField(path, String.valueOf(string()));
    }
    at = here;
    return path.toString();
  }

  @Override
  public <T> @Nullable List<T> list(Value<T> element) throws IOException {
    if (!accept('[')) {
      return orNull(null);
    }
    if (next() == ']') {
      at++;
      return List.of();
    }
    lists++;
    T first = null;
    List<T> more = null; // including the first
    do {
      next();
      T value = isNull() ? null : element.read();
      if (first == null) {
        first = value;
      } else if (value != null) {
        if (more == null) {
          more = new ArrayList<>(FEW);
          more.add(first);
        }
        more.add(value);
      }
      next();
    } while (accept(','));
    lists--;
    if (!accept(']')) {
      giveUp();
    }
    return more != null ? List.copyOf(more) : first != null ? List.of(first) : List.of();
  }

  @Override
  public @Nullable String text(Fact fact) {
    return orNull(string()); // the builder of the host checks it
  }

  @Override
  public @Nullable Integer number(Fact fact) {
    return orNull(wholeNumber());
  }

  @Override
  public @Nullable Boolean bool() {
    if (accept("true")) {
      return true;
    }
    if (accept("false")) {
      return false;
    }
    return orNull(null);
  }

  @Override
  public @Nullable Version version() {
    String text = orNull(string());
    return text == null ? null : Version.parse(text);
  }

  @Override
  public <T> @Nullable T word(Lexicon<T> words) {
    Lexicon.Word<T> word = words.at(json, at);
    if (word != null) {
      at += word.length();
      return word.meaning();
    }
    return orNull(null);
  }

  @Override
  public boolean isNull() {
    return isAt("null");
  }

  @Override
  public void missing(String name, String accepted) {
    giveUp();
  }

  @Override
  public boolean isFine() {
    return plain;
  }
}
