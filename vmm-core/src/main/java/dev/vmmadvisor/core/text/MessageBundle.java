package dev.vmmadvisor.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Reads the files with texts beside this class. */
final class MessageBundle {

  private MessageBundle() {}

  /**
   * The texts of a file by their keys.
   *
   * @param name what the file is called before the language
   */
  static Map<String, String> read(String name, Language language) {
    String file = name + "_" + language.suffix() + ".properties";
    try (InputStream stream = MessageBundle.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("there is no file " + file);
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      Map<String, String> texts = new HashMap<>();
      for (String key : properties.stringPropertyNames()) {
        texts.put(key, properties.getProperty(key));
      }
      return Collections.unmodifiableMap(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** A file as it is. */
  static String text(String file) {
    try (InputStream stream = MessageBundle.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("there is no file " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
