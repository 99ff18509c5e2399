package dev.vmmadvisor.core.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/** {@code catalog}: shows the built-in catalog, and checks documents. */
final class CatalogCommand {

  private static final String ACCEPTED = "accepted: check, show, releases";

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  CatalogCommand(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  int run(List<String> commandLine) throws UsageException {
    if (commandLine.isEmpty()) {
      throw new UsageException("catalog lacks its command; " + ACCEPTED);
    }
    List<String> rest = commandLine.subList(1, commandLine.size());
    return switch (commandLine.get(0)) {
      case "check" -> new CatalogCheckCommand(in, out, err).run(rest);
      case "show" -> new CatalogShowCommand(out).run(rest);
      case "releases" -> new CatalogReleasesCommand(out).run(rest);
      default ->
          throw new UsageException(
              "unknown command catalog " + commandLine.get(0) + "; " + ACCEPTED);
    };
  }
}
