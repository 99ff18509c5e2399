package dev.vmmadvisor.core.benchmarks;

import dev.vmmadvisor.api.json.VmmJson;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints the hosts of a fleet, a line each, to measure a whole process with. */
public final class FleetLines {

  private static final int BUFFER = 1 << 16;

  private FleetLines() {}

  /**
   * Prints them to standard output, the same ones each time.
   *
   * @param arguments how many
   */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("expected one argument, how many hosts");
    }
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
            false,
            StandardCharsets.UTF_8);
    Fleet.endless()
        .limit(Long.parseLong(arguments[0]))
        .forEach(host -> out.print(VmmJson.writeLine(host) + "\n"));
    out.flush();
  }
}
