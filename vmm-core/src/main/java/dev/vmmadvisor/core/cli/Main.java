package dev.vmmadvisor.core.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entry point of the runnable jar. */
public final class Main {

  private Main() {}

  /**
   * Runs a command and ends the JVM with its exit status.
   *
   * @param arguments the command line; {@code --help} prints its syntax
   */
  public static void main(String[] arguments) {
    Output output = new Output(FileDescriptor.out);
    PrintStream out = utf8(output);
    PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
    CliContext context = new CliContext(System.in, out, err, isColoured(), LocalMachine.real());
    int status = new Cli(context, output::isPipeClosed).run(arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** Whether colours are displayed and wanted, by the rules of no-color.org. */
  @SuppressWarnings("SystemConsoleNull") // the property below ensures this
  private static boolean isColoured() {
    // Before Java 22 a console exists only on a terminal; with this property also in later
    // releases.
    System.setProperty("jdk.console", "java.base");
    String noColour = System.getenv("NO_COLOR");
    return (noColour == null || noColour.isEmpty())
        && !"dumb".equals(System.getenv("TERM"))
        && System.console() != null;
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(
        new BufferedOutputStream(stream, 1 << 16), false, StandardCharsets.UTF_8);
  }

  /** Standard output that records whether writing failed because its reader closed the pipe. */
  private static final class Output extends FileOutputStream {
    private volatile boolean pipeClosed;

    Output(FileDescriptor descriptor) {
      super(descriptor);
    }

    boolean isPipeClosed() {
      return pipeClosed;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        super.write(bytes, from, length);
      } catch (IOException e) {
        pipeClosed |= String.valueOf(e.getMessage()).contains("Broken pipe");
        throw e;
      }
    }
  }
}
