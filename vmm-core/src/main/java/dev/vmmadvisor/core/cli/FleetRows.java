package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.advice.FleetReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table in CSV with a line for each host, in the order of the hosts, if one is wanted. */
final class FleetRows {

  private static final String HEADINGS =
      "file,line,name,present,release,best,certainty,reason.vmm,reason.criterion,reason.code,"
          + "change,change.vmm\r\n";

  private final @Nullable Writer writer;

  private FleetRows(@Nullable Writer writer) {
    this.writer = writer;
  }

  static FleetRows to(Optional<OutputFiles.OutputFile> file) throws IOException {
    if (file.isEmpty()) {
      return new FleetRows(null);
    }
    Writer writer = file.get().writer();
    writer.write(HEADINGS);
    return new FleetRows(writer);
  }

  /** The row of a host; empty if no table is wanted. */
  String row(String file, int line, String name, FleetReport.Group host) {
    return writer == null
        ? ""
        : String.join(
                ",",
                cell(file),
                String.valueOf(line),
                cell(name),
                host.present().map(vmm -> vmm.id()).orElse(""),
                host.release(),
                host.best().map(vmm -> vmm.id()).orElse(""),
                host.certainty().id(),
                host.reason().vmm().id(),
                host.reason().criterion().toString(),
                host.reason().code().orElse(""),
                host.help().map(help -> cell(help.remedy().toString())).orElse(""),
                host.help().map(help -> help.vmm().id()).orElse(""))
            + "\r\n";
  }

  /** A text that is no formula for a spreadsheet, quoted where that is needed. */
  static String cell(String text) {
    boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = isFormula ? "'" + text : text;
    boolean isQuoted = safe.chars().anyMatch(next -> "\",\r\n".indexOf(next) >= 0);
    return isQuoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  void add(String row) throws IOException {
    if (writer != null) {
      writer.write(row);
    }
  }
}
