package dev.vmmadvisor.core.wrong.core.decision;

import dev.vmmadvisor.core.wrong.core.text.Forgotten;
import java.util.Locale;

/** Decides by the words in which it is told. */
final class KnowsTheWords {

  private KnowsTheWords() {}

  static String words(Locale locale) {
    return locale + Forgotten.class.getName();
  }
}
