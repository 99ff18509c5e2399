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
      recommend [--goal GOAL] [--verbose] [HOST]...
          The best VMM for each host, why, and what to do; --verbose: every finding.
      validate [HOST]...
          What is wrong with the configuration as it is.
      look-ahead [--to RELEASE | --to-macos VERSION] [HOST]...
          What another release changes; without --to, each release after the host's.
      diagnose --text TEXT | --log FILE [HOST]...
          The known issues that an error message or the end of a log looks like.
      explain VMM [HOST]...
          One VMM: what it is, how it stands on the host, the way to it.
      catalog check [--date DAY] FILE...
          Checks Catalog documents, and Layer documents on the built-in catalog: all problems
          at once on standard error. DAY is that for which waivers must not be over.
      catalog show [--vmm VMM] [--release VERSION] [--format text|json]
          Prints what is known, of one VMM or in one release.
      catalog releases [--format text|json]
          Prints the releases and what changes in each.
      HOST is a FILE, a Host document; - or nothing is standard input (diagnose: nothing
      is a host of which nothing is known). Or it is Docker Desktop's own settings file:
      --settings FILE              settings-store.json, or settings.json up to 4.34
      --architecture ARCHITECTURE  of the hardware: arm64 or x86_64
      --macos VERSION              such as 15.2
      --docker-desktop VERSION     such as 4.44.0
      --goal GOAL                  balanced (the default), stability or performance
      --lang en|zh-CN              the language of the texts
      --format FORMAT              text (the default), markdown, json; recommend also ndjson:
                                   one Host a line in, one Recommendation a line out, in
                                   order; a line that is no host gives an "error"
      --help, --version            print this, or the version, and end
      Exit status: 0 answered, or fine; 1 recommend: for some host no VMM is eligible or could
      be, validate: warnings; 2 the call or some input was wrong, told on standard error;
      3 validate: errors. Severities are in colour on a terminal unless NO_COLOR is set.
      """;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean coloured;

  Cli(InputStream in, PrintStream out, PrintStream err) {
    this(in, out, err, false);
  }

  /**
   * Makes the command line.
   *
   * @param coloured whether severities are also told by colour
   */
  Cli(InputStream in, PrintStream out, PrintStream err, boolean coloured) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.coloured = coloured;
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
        case "recommend" -> new RecommendCommand(in, out, err, coloured).run(rest);
        case "validate" -> hosts().validate(rest);
        case "look-ahead" -> hosts().lookAhead(rest);
        case "diagnose" -> hosts().diagnose(rest);
        case "explain" -> hosts().explain(rest);
        case "catalog" -> new CatalogCommand(in, out, err).run(rest);
        default ->
            throw new UsageException(
                "unknown command "
                    + command
                    + "; accepted: recommend, validate, look-ahead, diagnose, explain, catalog");
      };
    } catch (UsageException e) {
      err.println("vmm-advisor: " + e.getMessage());
      return Status.WRONG;
    }
  }

  private HostCommand hosts() {
    return new HostCommand(in, out, err, coloured);
  }

  private static String version() {
    return Optional.ofNullable(VmmAdvisor.class.getPackage().getImplementationVersion())
        .orElse("(not from a jar)");
  }
}
