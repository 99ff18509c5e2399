package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.core.VmmAdvisor;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The commands of the runnable jar, with the streams they read and write. */
final class Cli {

  static final String HELP =
      """
      Says which virtual machine manager (VMM) Docker Desktop for Mac should use, and why.

      recommend [--goal GOAL] [--format FORMAT] [FILE...]
          Answers each host. FILE is a Host document; - or nothing is standard input.
      recommend [--goal GOAL] [--format FORMAT] --settings FILE
                [--architecture ARCHITECTURE] [--macos VERSION] [--docker-desktop VERSION]
          Answers the host that Docker Desktop's settings file describes. What neither the
          file nor the options tell stays unknown.
      catalog check [--date DAY] FILE...
          Checks Catalog documents, and Layer documents on the built-in catalog: all problems
          at once on standard error. DAY is that for which waivers must not be over.
      catalog show [--vmm VMM] [--release VERSION] [--format text|json]
          Prints what is known, of one VMM or in one release.
      catalog releases [--format text|json]
          Prints the releases and what changes in each.

      --goal GOAL                  balanced (the default), stability or performance
      --format FORMAT              text (the default), json, or ndjson: one Host a line in,
                                   one Recommendation a line out, in order; a line that is
                                   no host gives an object with an "error"
      --settings FILE              settings-store.json, or settings.json up to 4.34
      --architecture ARCHITECTURE  of the hardware: arm64 or x86_64
      --macos VERSION              such as 15.2
      --docker-desktop VERSION     such as 4.44.0
      --help, --version            print this, or the version, and end

      Exit status: 0 answered, or fine; 1 answered, and for some host no VMM is eligible or
      could be; 2 the call or some input was wrong, told on standard error.
      """;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  Cli(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** Runs a command line and returns the exit status. */
  int run(String... commandLine) {
    int status = run(Arrays.asList(commandLine));
    if (out.checkError()) {
      err.println("vmm-advisor: standard output cannot be written");
      return Status.WRONG;
    }
    return status;
  }

  private int run(List<String> arguments) {
    int end = arguments.indexOf("--");
    List<String> options = end < 0 ? arguments : arguments.subList(0, end);
    if (options.contains("--help")) {
      out.print(HELP);
      return Status.ANSWERED;
    }
    if (options.contains("--version")) {
      out.print("vmm-advisor " + version() + "\n");
      return Status.ANSWERED;
    }
    if (arguments.isEmpty()) {
      err.print(HELP);
      return Status.WRONG;
    }
    try {
      String command = arguments.get(0);
      List<String> rest = arguments.subList(1, arguments.size());
      return switch (command) {
        case "recommend" -> new RecommendCommand(in, out, err).run(rest);
        case "catalog" -> new CatalogCommand(in, out, err).run(rest);
        default ->
            throw new UsageException(
                "unknown command " + command + "; accepted: recommend, catalog");
      };
    } catch (UsageException e) {
      err.println("vmm-advisor: " + e.getMessage());
      return Status.WRONG;
    }
  }

  private static String version() {
    return Optional.ofNullable(VmmAdvisor.class.getPackage().getImplementationVersion())
        .orElse("(not from a jar)");
  }
}
