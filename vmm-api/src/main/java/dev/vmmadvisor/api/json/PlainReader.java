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
 * Reads a document of the plainest form straight from its bytes: ASCII without escapes, whole
 * numbers of few digits, nothing that is not accepted. At anything else it gives up, and the
 * document is not {@linkplain #isFine fine}: then {@link DocumentReader} reads it, which reads
 * every document, tells all that is wrong with it, and says the same of those that are read here.
 *
 * <p>Nearly all Host documents are that plain. Of millions of lines this reads most in a third of
 * the time, and the first document of a fresh JVM without loading a parser. Not safe to share
 * between threads.
 */
final class PlainReader implements ValueReader {

  /** The most bytes of a document that is read here. */
  static final int MAX = 1 << 16;

  private static final int END = 0; // where a byte is expected; a NUL is not plain
  private static final int MAX_DEPTH = 3; // a database in the workload of a host
  private static final int MAX_NAME = 100;
  private static final int MAX_DIGITS = 9;
  private static final int FEW = 4; // as most lists of a host

  private final byte[] json;
  private final Consumer<String> unknownField;
  private int at; // the next byte
  private boolean plain = true;

  // of each object that is open, the outermost first
  private final int[] nameAt = new int[MAX_DEPTH]; // where the name of its last field stands
  private final long[] seen = new long[MAX_DEPTH]; // a bit for each field that is known
  private int depth;
  private boolean fresh; // whether nothing was read of the innermost yet
  private int lists; // how many are open
  private @Nullable Set<String> unknown; // the paths that are not known

  private PlainReader(byte[] json, Consumer<String> unknownField) {
    this.json = json;
    this.unknownField = unknownField;
  }

  /**
   * Reads a whole document, if it is plain.
   *
   * @param json its bytes
   * @param unknownField what to do with the path of a field whose name is not known; it may be
   *     called for a document that then turns out not to be plain
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

  /** Leaves the rest unread. */
  private void giveUp() {
    plain = false;
    at = json.length;
  }

  /** Goes to the next byte that is no white space; tells it, or that there is none. */
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

  /** Passes over a byte if it comes next. */
  private boolean passes(int wanted) {
    if (at < json.length && json[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  /** Whether a literal stands here. */
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

  private boolean passes(String literal) {
    boolean stands = isAt(literal);
    at += stands ? literal.length() : 0;
    return stands;
  }

  /** What was read; if nothing was, null has to stand here. */
  private <T> @Nullable T orNull(@Nullable T read) {
    if (read == null && !passes("null")) {
      giveUp();
    }
    return read;
  }

  /** Reads a string; null, and it is not passed over, if there is none that is plain. */
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

  /** Whether a byte is a letter of a plain string that stands for itself. */
  private static boolean isPlain(byte letter) {
    // a question mark stands in the bytes of a text for what has no bytes
    return letter >= ' ' && letter != '"' && letter != '\\' && letter != '?';
  }

  /** Reads a whole number that begins with another digit than 0; null likewise. */
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
    if (!passes('{')) {
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

  /** The field whose name stands here; null if it has stood in this object before. */
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

  /** The path of the current value, which is in no list. */
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
    if (!passes('[')) {
      return orNull(null);
    }
    if (next() == ']') {
      at++;
      return List.of();
    }
    lists++;
    T first = null;
    List<T> more = null; // with the first
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
    } while (passes(','));
    lists--;
    if (!passes(']')) {
      giveUp();
    }
    return more != null ? List.copyOf(more) : first != null ? List.of(first) : List.of();
  }

  @Override
  public @Nullable String text(Fact fact) {
    return orNull(string()); // whoever makes a value of it asks the fact
  }

  @Override
  public @Nullable Integer number(Fact fact) {
    return orNull(wholeNumber());
  }

  @Override
  public @Nullable Boolean bool() {
    if (passes("true")) {
      return true;
    }
    if (passes("false")) {
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
