package dev.vmmadvisor.core.text;

import java.util.Locale;

/** A language that answers are worded in. */
enum Language {
  ENGLISH("en"),
  SIMPLIFIED_CHINESE("zh_CN");

  private final String suffix;

  Language(String suffix) {
    this.suffix = suffix;
  }

  /**
   * The language for a locale: Simplified Chinese for Chinese in that script, in a country that
   * writes it, or in none at all; English for everything else.
   */
  static Language of(Locale locale) {
    if (!locale.getLanguage().equals("zh")) {
      return ENGLISH;
    }
    boolean simplified =
        switch (locale.getScript()) {
          case "Hans" -> true;
          case "" ->
              switch (locale.getCountry()) {
                case "", "CN", "SG" -> true;
                default -> false;
              };
          default -> false;
        };
    return simplified ? SIMPLIFIED_CHINESE : ENGLISH;
  }

  /** How the names of its files end. */
  String suffix() {
    return suffix;
  }
}
