package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.advice.FleetReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An optional CSV table with one line per host, in the order of the hosts. */
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

  /** The row of a host; empty if there is no table. */
  String row(String file, int line, String name, FleetReport.Group host) {
    return writer == null
        ? ""
        : Stream.of(
                    file,
                    String.valueOf(line),
                    name,
                    host.present().map(vmm -> vmm.id()).orElse(""),
                    host.release(),
                    host.best().map(vmm -> vmm.id()).orElse(""),
                    host.certainty().id(),
                    host.reason().vmm().id(),
                    host.reason().criterion().toString(),
                    host.reason().code().orElse(""),
                    host.help().map(help -> help.remedy().toString()).orElse(""),
                    host.help().map(help -> help.vmm().id()).orElse(""))
                .map(CsvCell::of)
                .collect(Collectors.joining(","))
            + "\r\n";
  }

  void add(String row) throws IOException {
    if (writer != null) {
      writer.write(row);
    }
  }
}
