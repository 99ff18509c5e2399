package dev.vmmadvisor.core;

import com.tngtech.archunit.core.domain.JavaField;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Looks into compiled methods for what is written into arrays. */
final class ArrayStores {

  private static final Pattern STORE =
      Pattern.compile(
          "\\b[abcdfils]astore\\b"
              + "|java/util/Arrays\\.(fill|sort|parallelSort|setAll|parallelSetAll|parallelPrefix)"
              + "|java/lang/System\\.arraycopy");

  private ArrayStores() {}

  /**
   * Whether a method that takes an array out of a static field, other than what makes the class,
   * also writes into an array. That it is another one is not looked for.
   */
  static boolean intoStatic(JavaField field) {
    Pattern use =
        Pattern.compile("getstatic .*// Field (\\S+\\.)?" + Pattern.quote(field.getName()) + ":");
    return methods(field)
        .filter(method -> !method.contains("static {};"))
        .anyMatch(method -> use.matcher(method).find() && STORE.matcher(method).find());
  }

  private static Stream<String> methods(JavaField field) {
    String file = field.getOwner().getSource().orElseThrow().getUri().toString(); // may be in a jar
    StringWriter text = new StringWriter();
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    int status = javap.run(new PrintWriter(text), new PrintWriter(text), "-c", "-p", file);
    if (status != 0) {
      throw new IllegalStateException(text.toString());
    }
    return Pattern.compile("\\R\\s*\\R").splitAsStream(text.toString());
  }
}
