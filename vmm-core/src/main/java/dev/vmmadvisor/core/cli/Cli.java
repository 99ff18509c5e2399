package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.core.VmmAdvisor;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Runs the commands of the runnable jar on the given streams. */
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
          One VMM: what it is, its findings on the host, the way to it.
      detect [--explain]
          The facts of a Mac as a Host document; --explain: where each of them is from. In a
          folder it reads the files of the README, such as settings-store.json and ps.txt.
      fleet FILE... [--from host|osquery|jamf|csv] [--goal GOAL] [--threads N] [--csv FILE]
            [--report FILE] [--rejected FILE] [--force]
          Many Macs: one Host document a line, or an inventory. A report on all of them;
          --csv: a line for each; --report: the report as a web page. What cannot be read is
          skipped and counted; --rejected: a line for each. --force replaces existing files.
          Ctrl-C ends it with a report on what was read. fleet --help: what it reads.
      apply [--goal GOAL | --to VMM] [--dry-run | --write] [--force]
          What the plan changes in Docker Desktop's settings file. Only --write writes it, while
          Docker Desktop does not run, and leaves a backup. --force: also if it is not known
          whether the VMM can run.
      restore [--from BACKUP] [--list] [--dry-run | --write]
          The newest backup of the settings file, or BACKUP; only --write puts it back.
      catalog check [--date DAY] FILE... | show [--vmm VMM] [--release VERSION] | releases
          Checks Catalog and Layer documents; prints what is known, or the releases.
      HOST is a FILE, a Host document; - is standard input. Nothing is this Mac, or elsewhere
      standard input (diagnose: a host of which nothing is known). In place of HOST:
      --root DIR                   the root of a copied tree, or a folder with collected files
      --home FOLDER                there, or on this Mac: the home folder, as /Users/alice
      --settings FILE              settings-store.json, or settings.json up to 4.34
      --architecture ARCHITECTURE  what these do not tell: of the hardware, arm64 or x86_64
      --macos VERSION              such as 15.2
      --docker-desktop VERSION     such as 4.44.0
      --memory MIB, --vmm VMM      the memory of the Linux VM, and the VMM in use
                                   without HOST, these five options are the host
      With every HOST, also with apply:
      --compose FILE               its workload: a compose file, or what docker compose config
                                   --format json prints; variables are taken from .env beside it
      --profiles NAMES             the active profiles of it, with commas between
      --goal GOAL                  balanced (the default), stability or performance
      --lang en|zh-CN              the language of the texts
      --layer FILE                 a Layer document over the built-in catalog
      --format FORMAT              text (the default), markdown, json; recommend also ndjson:
                                   one Host a line in, one Recommendation a line out, in
                                   order; a line that is no host gives an "error"; --brief:
                                   of each only best, certainty and missingFacts
      --help, --version            print this, or the version, and end
      Exit status: 0 answered, or fine; 1 recommend: no VMM can be selected on some host (none
      is eligible, Docker Desktop is not installed, another engine is in use, no Mac, nothing
      is known), validate: the same, or warnings, apply: there is no way; 2 the call or some
      input was wrong or a change was refused; 3 validate: errors; 70 an internal error
      (--stacktrace shows where). A closed pipe ends with 0. NO_COLOR: no colours.
      """;

  private static final String STACKTRACE = "--stacktrace";

  private final CliContext context;
  private final PrintStream out;
  private final PrintStream err;
  private final BooleanSupplier isPipeClosed;
  private boolean isWritten;

  Cli(CliContext context) {
    this(context, () -> false);
  }

  /**
   * Creates a command line interface.
   *
   * @param isPipeClosed reports whether the reader of standard output has closed it
   */
  Cli(CliContext context, BooleanSupplier isPipeClosed) {
    this.context = context;
    this.out = context.out();
    this.err = context.err();
    this.isPipeClosed = isPipeClosed;
  }

  /** Runs a command line and returns the exit status. */
  int run(String... commandLine) {
    List<String> arguments = new ArrayList<>(Arrays.asList(commandLine));
    int end = arguments.indexOf("--");
    boolean hasTrace = (end < 0 ? arguments : arguments.subList(0, end)).remove(STACKTRACE);
    int status;
    try {
      status = run(arguments);
    } catch (RuntimeException | Error e) {
      return internalError(e, hasTrace);
    }
    if (!out.checkError()) {
      return status;
    }
    if (isPipeClosed.getAsBoolean()) { // the reader needs no more output
      return isWritten ? status : ExitStatus.ANSWERED;
    }
    err.println(
        isWritten
            ? "vmm-advisor: the settings file was written; standard output cannot be written"
            : "vmm-advisor: standard output cannot be written");
    return isWritten ? status : ExitStatus.WRONG;
  }

  private int internalError(Throwable error, boolean hasTrace) {
    err.println("vmm-advisor: internal error: " + error + "; " + STACKTRACE + " shows more");
    if (hasTrace) {
      error.printStackTrace(err);
    }
    return ExitStatus.INTERNAL_ERROR;
  }

  private int run(List<String> arguments) {
    int end = arguments.indexOf("--");
    List<String> options = end < 0 ? arguments : arguments.subList(0, end);
    if (options.contains("--help")) {
      out.print(options.get(0).equals("fleet") ? FleetHelp.text() : HELP);
      return ExitStatus.ANSWERED;
    }
    if (options.contains("--version")) {
      out.print("vmm-advisor " + version() + "\n");
      return ExitStatus.ANSWERED;
    }
    if (arguments.isEmpty()) {
      err.print(HELP);
      return ExitStatus.WRONG;
    }
    try {
      String command = arguments.get(0);
      List<String> rest = arguments.subList(1, arguments.size());
      return switch (command) {
        case "recommend" -> new RecommendCommand(context).run(rest);
        case "validate" -> hosts().validate(rest);
        case "look-ahead" -> hosts().lookAhead(rest);
        case "diagnose" -> hosts().diagnose(rest);
        case "explain" -> hosts().explain(rest);
        case "detect" -> new DetectCommand(context).run(rest);
        case "fleet" -> new FleetCommand(context).run(rest);
        case "apply" -> settings(command, rest);
        case "restore" -> settings(command, rest);
        case "catalog" -> new CatalogCommand(context.in(), out, err).run(rest);
        default ->
            throw new UsageException(
                "unknown command "
                    + command
                    + "; accepted: recommend, validate, look-ahead, diagnose, explain, detect,"
                    + " fleet, apply, restore, catalog");
      };
    } catch (UsageException e) {
      err.println("vmm-advisor: " + e.getMessage());
      return ExitStatus.WRONG;
    }
  }

  private int settings(String command, List<String> rest) throws UsageException {
    SettingsCommand settings = new SettingsCommand(context);
    try {
      return command.equals("apply") ? settings.apply(rest) : settings.restore(rest);
    } finally {
      isWritten = settings.isWritten();
    }
  }

  private HostCommand hosts() {
    return new HostCommand(context);
  }

  private static String version() {
    return Optional.ofNullable(VmmAdvisor.class.getPackage().getImplementationVersion())
        .orElse("(not from a jar)");
  }
}
