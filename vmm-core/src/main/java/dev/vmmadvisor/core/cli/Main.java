package dev.vmmadvisor.core.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entry point of the runnable jar. */
public final class Main {

  private Main() {}

  /**
   * Runs a command and ends the JVM with its exit status.
   *
   * @param arguments the command line; {@code --help} prints what it can be
   */
  public static void main(String[] arguments) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int status =
        new Cli(new Surroundings(System.in, out, err, isColoured(), Machine.real())).run(arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** Whether somebody sees colours and wants them: see no-color.org. */
  @SuppressWarnings("SystemConsoleNull") // the property sees to that
  private static boolean isColoured() {
    // before 22 there is a console only on a terminal; later JDKs do so with this property
    System.setProperty("jdk.console", "java.base");
    String noColour = System.getenv("NO_COLOR");
    return (noColour == null || noColour.isEmpty())
        && !"dumb".equals(System.getenv("TERM"))
        && System.console() != null;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
        false,
        StandardCharsets.UTF_8);
  }
}
