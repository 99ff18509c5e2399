package dev.vmmadvisor.core.wrong.core.decide;

import dev.vmmadvisor.core.wrong.core.explain.Forgotten;
import java.util.Locale;

/** Decides by the words in which it is told. */
final class KnowsTheWords {

  private KnowsTheWords() {}

  static String words(Locale locale) {
    return locale + Forgotten.class.getName();
  }
}
