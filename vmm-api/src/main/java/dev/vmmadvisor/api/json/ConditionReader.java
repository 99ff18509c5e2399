package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions: {@code {"all": [...]}}, {@code {"any": [...]}}, {@code {"not": {...}}}, or a
 * {@code fact} with one or more comparisons that must all be true.
 */
final class ConditionReader {

  private static final String FORM =
      "one of \"all\", \"any\", \"not\", or a \"fact\" with at least one comparison";

  private final DocumentReader reader;

  ConditionReader(DocumentReader reader) {
    this.reader = reader;
  }

  @Nullable Condition condition() throws IOException {
    if (reader.isNull()) {
      return null;
    }
    String path = reader.path();
    Parts parts = new Parts();
    boolean read = reader.object(name -> part(parts, name));
    if (!read || reader.hasProblemAt(path)) {
      return null;
    }
    if (parts.fact == null
        ? parts.joined.size() != 1 || !parts.comparisons.isEmpty()
        : !parts.joined.isEmpty() || parts.comparisons.isEmpty()) {
      reader.problem(path, "is not a condition; accepted: " + FORM);
      return null;
    }
    if (parts.fact == null) {
      return parts.joined.get(0);
    }
    List<Condition> comparisons = new ArrayList<>();
    for (Operation operation : parts.comparisons) {
      Condition comparison = comparison(path, parts.fact, operation);
      if (comparison != null) {
        comparisons.add(comparison);
      }
    }
    return comparisons.size() == 1 ? comparisons.get(0) : new Condition.All(comparisons);
  }

  private boolean part(Parts parts, String name) throws IOException {
    switch (name) {
      case "all" -> {
        List<Condition> all = reader.list(this::condition);
        if (all != null) {
          parts.joined.add(new Condition.All(all));
        }
      }
      case "any" -> {
        List<Condition> any = reader.list(this::condition);
        if (any != null) {
          parts.joined.add(new Condition.Any(any));
        }
      }
      case "not" -> {
        Condition not = condition();
        if (not != null) {
          parts.joined.add(new Condition.Not(not));
        }
      }
      case "fact" -> parts.fact = reader.constant(Fact.values());
      case "equals", "oneOf", "atLeast", "below", "within", "contains", "known" -> {
        Object operand = operand();
        if (operand != null) {
          parts.comparisons.add(new Operation(name, operand));
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Reads an operand of any type: a word, a number, a boolean, a list of words or a database. */
  private @Nullable Object operand() throws IOException {
    if (reader.isList()) {
      return reader.list(reader::text);
    }
    if (reader.isNumber()) {
      return reader.number(number -> true, () -> "a whole number");
    }
    if (reader.isBoolean()) {
      return reader.bool();
    }
    if (reader.isObject()) {
      return database();
    }
    return reader.text();
  }

  private Condition.@Nullable RunsDatabase database() throws IOException {
    List<String> engines = new ArrayList<>();
    List<Storage> storage = new ArrayList<>();
    reader.object(
        name -> {
          switch (name) {
            case "engines" -> {
              List<String> words = reader.list(() -> reader.text(Fact.DATABASES));
              if (words != null) {
                engines.addAll(words);
              }
            }
            case "storage" -> {
              Storage where = reader.constant(Storage.values());
              if (where != null) {
                storage.add(where);
              }
            }
            default -> {
              return false;
            }
          }
          return true;
        });
    return new Condition.RunsDatabase(engines, storage);
  }

  private @Nullable Condition comparison(String path, Fact fact, Operation operation) {
    Object operand = operation.operand();
    String operator = operation.operator();
    Condition comparison =
        operator.equals("known") ? known(fact, operand) : compared(fact, operator, operand);
    if (comparison == null) {
      reader.problem(
          path + "." + operator,
          "does not fit the fact \"" + fact + "\"; accepted: " + accepted(fact));
    }
    return comparison;
  }

  private static @Nullable Condition known(Fact fact, Object operand) {
    if (!(operand instanceof Boolean known)) {
      return null;
    }
    Condition condition = new Condition.Known(fact);
    return known ? condition : new Condition.Not(condition);
  }

  private static @Nullable Condition compared(Fact fact, String operator, Object operand) {
    return switch (fact.type()) {
      case WORD -> word(fact, operator, operand);
      case BOOLEAN ->
          operator.equals("equals") && operand instanceof Boolean value
              ? new Condition.Is(fact, value)
              : null;
      case NUMBER -> number(fact, operator, operand);
      case VERSION -> version(fact, operator, operand);
      case WORDS -> words(fact, operator, operand);
      case DATABASES ->
          operator.equals("contains") && operand instanceof Condition.RunsDatabase database
              ? database
              : null;
    };
  }

  private static @Nullable Condition word(Fact fact, String operator, Object operand) {
    if (operator.equals("equals") && operand instanceof String word && fact.accepts(word)) {
      return new Condition.OneOf(fact, List.of(word));
    }
    if (operator.equals("oneOf") && operand instanceof List<?> && areWords(fact, operand)) {
      return new Condition.OneOf(fact, strings(operand));
    }
    return null;
  }

  private static @Nullable Condition words(Fact fact, String operator, Object operand) {
    if (!operator.equals("contains")) {
      return null;
    }
    if (operand instanceof String word && fact.accepts(word)) {
      return new Condition.Contains(fact, List.of(word));
    }
    return operand instanceof List<?> && areWords(fact, operand)
        ? new Condition.Contains(fact, strings(operand))
        : null;
  }

  private static @Nullable Condition number(Fact fact, String operator, Object operand) {
    if (!(operand instanceof Integer bound)) {
      return null;
    }
    return switch (operator) {
      case "atLeast" -> new Condition.AtLeast(fact, bound);
      case "below" -> new Condition.Not(new Condition.AtLeast(fact, bound));
      case "equals" ->
          new Condition.All(
              List.of(
                  new Condition.AtLeast(fact, bound),
                  new Condition.Not(new Condition.AtLeast(fact, bound + 1))));
      default -> null;
    };
  }

  private static @Nullable Condition version(Fact fact, String operator, Object operand) {
    if (!(operand instanceof String text)) {
      return null;
    }
    try {
      return switch (operator) {
        case "equals" ->
            new Condition.Within(fact, VersionRange.parse("[" + text + "," + text + "]"));
        case "atLeast" -> new Condition.Within(fact, VersionRange.atLeast(Version.parse(text)));
        case "below" -> new Condition.Within(fact, VersionRange.below(Version.parse(text)));
        case "within" -> new Condition.Within(fact, VersionRange.parse(text));
        default -> null;
      };
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String accepted(Fact fact) {
    String all = "\"known\" with true or false, ";
    return all
        + switch (fact.type()) {
          case WORD ->
              "\"equals\" with a word, \"oneOf\" with a list of words; a word is "
                  + fact.accepted();
          case BOOLEAN -> "\"equals\" with true or false";
          case NUMBER -> "\"equals\", \"atLeast\" or \"below\" with a whole number";
          case VERSION ->
              "\"equals\", \"atLeast\" or \"below\" with a version such as \"4.44.0\", \"within\""
                  + " with a range such as \"[4.35.0,4.86.0)\"";
          case WORDS -> "\"contains\" with a word or a list of words; a word is " + fact.accepted();
          case DATABASES -> "\"contains\" with {\"engines\": [...], \"storage\": ...}";
        };
  }

  private static boolean areWords(Fact fact, Object operand) {
    List<String> words = strings(operand);
    return !words.isEmpty() && words.stream().allMatch(fact::accepts);
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).collect(Collectors.toList());
  }

  private record Operation(String operator, Object operand) {}

  private static final class Parts {
    @Nullable Fact fact;
    final List<Condition> joined = new ArrayList<>();
    final List<Operation> comparisons = new ArrayList<>();
  }
}
