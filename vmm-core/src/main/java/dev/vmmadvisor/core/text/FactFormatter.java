package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.ValueSet;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Facts, their values and classes of their values in words. */
final class FactFormatter {

  private final Messages words;

  FactFormatter(Messages words) {
    this.words = words;
  }

  /** The name of a fact. */
  String label(Fact fact) {
    return words.text("fact." + fact);
  }

  /** A fact with its value, as a part of a sentence. */
  String statement(Fact fact, Object value) {
    if (fact.type() == Fact.Type.BOOLEAN) {
      return words.text("fact." + fact + "." + value);
    }
    return words.text("finding.fact", "fact", label(fact), "value", value(fact, value));
  }

  /** A value of a fact; yes or no where it is one of these. */
  String valueOf(Fact fact, Object value) {
    return fact.type() == Fact.Type.BOOLEAN ? words.text("boolean." + value) : value(fact, value);
  }

  private String value(Fact fact, Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? words.text("none")
          : words.all(list.stream().map(element -> element(fact, element)).toList());
    }
    return element(fact, value);
  }

  private String element(Fact fact, Object element) {
    if (element instanceof Database database) {
      return words.text(
          "storage." + database.storage().map(Storage::id).orElse("unknown"),
          "engine",
          database.engine());
    }
    return switch (fact) {
      case MEMORY, VM_MEMORY -> words.mib(element);
      case CURRENT_VMM -> named("vmm.", Vmm.values(), element);
      case FILE_SHARING -> named("file-sharing.", FileSharing.values(), element);
      default -> element.toString();
    };
  }

  private String named(String family, Enum<?>[] constants, Object id) {
    return Arrays.stream(constants).anyMatch(constant -> constant.toString().equals(id.toString()))
        ? words.text(family + id)
        : id.toString();
  }

  /** A class of values of a fact. */
  String values(Fact fact, ValueSet values) {
    if (values instanceof ValueSet.Versions versions) {
      return range(versions.range());
    }
    if (values instanceof ValueSet.Numbers numbers) {
      return numbers(fact, numbers);
    }
    if (values instanceof ValueSet.YesOrNo answer) {
      return words.text("boolean." + answer.value());
    }
    if (values instanceof ValueSet.Word word) {
      return element(fact, word.word());
    }
    if (values instanceof ValueSet.AnotherWord) {
      return words.text("word.another");
    }
    if (values instanceof ValueSet.Element element) {
      return words.text(element.present() ? "list.with" : "list.without", "word", element.word());
    }
    if (values instanceof ValueSet.Databases databases) {
      return databases(databases.engine(), databases.storage());
    }
    if (values instanceof ValueSet.Judged judged) {
      return words.text(
          judged.satisfied() ? "values.satisfied" : "values.violated",
          "code",
          judged.code(),
          "vmm",
          words.text("vmm." + judged.vmm()));
    }
    if (values instanceof ValueSet.Together together) {
      return words.list(together.parts().stream().map(part -> values(fact, part)).toList());
    }
    return words.text("known");
  }

  private String databases(Optional<String> name, Set<Storage> storage) {
    String engine = name.orElseGet(() -> words.text("storage.another"));
    String where =
        switch (storage.size()) {
          case 0 -> "without";
          case 1 -> storage.iterator().next().id();
          default -> "both";
        };
    return words.text("storage." + where, "engine", engine);
  }

  private String numbers(Fact fact, ValueSet.Numbers numbers) {
    Object lower = numbers.atLeast().map(number -> element(fact, number)).orElse("");
    Object upper = numbers.below().map(number -> element(fact, number)).orElse("");
    String key =
        numbers.atLeast().isPresent()
            ? (numbers.below().isPresent() ? "numbers.from.below" : "numbers.from")
            : (numbers.below().isPresent() ? "numbers.below" : "numbers.all");
    return words.text(key, "lower", lower, "upper", upper);
  }

  /** An interval of versions. */
  String range(VersionRange range) {
    boolean single = range.lower().isPresent() && range.lower().equals(range.upper());
    String from = range.lowerInclusive() ? "from" : "above";
    String to = range.upperInclusive() ? "up-to" : "below";
    String key =
        range.lower().isPresent()
            ? (single ? "only" : range.upper().isPresent() ? from + "." + to : from)
            : (range.upper().isPresent() ? to : "all");
    return words.text(
        "versions." + key,
        "lower",
        range.lower().map(Object::toString).orElse(""),
        "upper",
        range.upper().map(Object::toString).orElse(""));
  }
}
