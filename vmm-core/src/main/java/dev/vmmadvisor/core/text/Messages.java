package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.core.answer.Lazy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The sentences of one language, by key.
 *
 * <p>A sentence has places for values: {@code {vmm}}, or {@code {Vmm}} for the same value with its
 * first letter made upper-case. Immutable; each language is read when it is needed first.
 */
final class Messages {

  private static final Messages ENGLISH = new Messages(Language.ENGLISH);
  private static final Messages SIMPLIFIED_CHINESE = new Messages(Language.SIMPLIFIED_CHINESE);

  private final Lazy<Map<String, String>> sentences;

  private Messages(Language language) {
    this.sentences = Lazy.of(() -> MessageBundle.read("words", language));
  }

  static Messages of(Language language) {
    return switch (language) {
      case ENGLISH -> ENGLISH;
      case SIMPLIFIED_CHINESE -> SIMPLIFIED_CHINESE;
    };
  }

  boolean has(String key) {
    return sentences.get().containsKey(key);
  }

  /**
   * A sentence with its values.
   *
   * @param key the key of the sentence
   * @param values the names of places, each followed by its value
   * @throws IllegalStateException if there is no such sentence, or it has a place without a value
   */
  String text(String key, Object... values) {
    String sentence = sentences.get().get(key);
    if (sentence == null) {
      throw new IllegalStateException("no words for " + key);
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
      int close = sentence.indexOf('}', open);
      text.append(sentence, from, open)
          .append(value(key, sentence.substring(open + 1, close), values));
      from = close + 1;
    }
    return text.append(sentence, from, sentence.length()).toString();
  }

  private static String value(String key, String place, Object... values) {
    String name = withInitial(place, Character.toLowerCase(place.charAt(0)));
    for (int i = 0; i < values.length; i += 2) {
      if (values[i].equals(name)) {
        String value = values[i + 1].toString();
        return place.equals(name) || value.isEmpty()
            ? value
            : withInitial(value, Character.toUpperCase(value.charAt(0)));
      }
    }
    throw new IllegalStateException("no value for {" + place + "} of " + key);
  }

  private static String withInitial(String word, char initial) {
    return initial + word.substring(1);
  }

  /** The name of a VMM by itself. */
  String name(Vmm vmm) {
    return text("vmm." + vmm);
  }

  /** The name of a VMM in a sentence. */
  String the(Vmm vmm) {
    return text("vmm.the." + vmm);
  }

  /** An amount of memory with its unit. */
  String mib(Object number) {
    return text("unit.mib", "number", number);
  }

  /** One thing after the other: {@code a, b, c}. */
  String list(List<String> parts) {
    return String.join(text("list.separator"), parts);
  }

  /** Several things at once: {@code a, b and c}. */
  String all(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? list(parts)
        : list(parts.subList(0, last)) + text("list.last") + parts.get(last);
  }

  /** Sentences behind each other; those that are empty are left out. */
  String sentences(String... parts) {
    return sentences(Arrays.asList(parts));
  }

  /** Sentences behind each other; those that are empty are left out. */
  String sentences(List<String> parts) {
    String separator = text("sentence.separator");
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      if (part.isEmpty()) {
        continue;
      }
      boolean apart =
          separator.isEmpty()
              && text.length() > 0
              && !TextWidth.isWide(text.codePointBefore(text.length()));
      text.append(text.length() == 0 ? "" : apart ? " " : separator).append(part);
    }
    return text.toString();
  }
}
