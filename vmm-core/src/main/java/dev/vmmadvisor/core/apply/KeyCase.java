package dev.vmmadvisor.core.apply;

/** The case in which a settings file writes its keys. */
enum KeyCase {
  /** {@code useLibkrun}, in {@code settings.json}. */
  CAMEL_CASE("keys in camelCase, as Docker Desktop up to 4.34 reads them"),
  /** {@code UseLibkrun}, in {@code settings-store.json}. */
  PASCAL_CASE("keys in PascalCase, as Docker Desktop 4.35.0 and later reads them");

  private final String text;

  KeyCase(String text) {
    this.text = text;
  }

  /** This case in words, with the releases that read it. */
  String text() {
    return text;
  }

  /** A key in this case. A key such as IPv6Only is the same in both. */
  String key(String name) {
    if (name.length() > 1 && Character.isUpperCase(name.charAt(1))) {
      return name;
    }
    char initial = name.charAt(0);
    return (this == CAMEL_CASE ? Character.toLowerCase(initial) : Character.toUpperCase(initial))
        + name.substring(1);
  }

  /** The case of a file with the given name, or, for other names, of its keys. */
  static KeyCase of(String fileName, Iterable<String> keys) {
    if (fileName.equalsIgnoreCase(SettingsFileTarget.OLD)) {
      return CAMEL_CASE;
    }
    if (fileName.equalsIgnoreCase(SettingsFileTarget.STORE)) {
      return PASCAL_CASE;
    }
    int lead = 0; // keys in camelCase minus keys in PascalCase
    for (String key : keys) {
      if (!key.isEmpty()) {
        char initial = key.charAt(0);
        lead += Character.isLowerCase(initial) ? 1 : Character.isUpperCase(initial) ? -1 : 0;
      }
    }
    return lead > 0 ? CAMEL_CASE : PASCAL_CASE;
  }
}
