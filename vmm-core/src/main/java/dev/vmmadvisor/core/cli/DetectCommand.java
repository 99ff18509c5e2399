package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.core.explain.Page;
import java.util.List;
import java.util.Optional;

/** {@code detect}: prints the facts of a Mac, and where each of them is from. */
final class DetectCommand {

  private static final String EXPLAIN = "--explain";

  private final Surroundings surroundings;

  DetectCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  int run(List<String> commandLine) throws UsageException {
    List<String> options =
        Arguments.options(MacInput.OPTIONS, List.of(AnswerOutput.FORMAT, AnswerOutput.LANGUAGE));
    Arguments arguments = Arguments.parse(commandLine, options, List.of(EXPLAIN));
    if (!arguments.files().isEmpty()) {
      throw new UsageException("detect takes no FILE; --root DIR names a copied tree");
    }
    boolean explained = arguments.has(EXPLAIN);
    Format format =
        arguments
            .constant(AnswerOutput.FORMAT, Format.ofOne())
            .orElse(explained ? Format.TEXT : Format.JSON);
    if (!explained && format != Format.JSON) {
      throw new UsageException("--format " + format + " goes with --explain");
    }
    Optional<MacInput> mac = MacInput.of(arguments, surroundings.machine());
    if (mac.isEmpty()) {
      MacInput.refuse(arguments, MacInput.OPTIONS, MacInput.ROOT);
    }
    Detection detection =
        mac.isPresent() ? mac.get().detector().detection() : HostDetector.detect();
    if (!explained) {
      surroundings.out().print(VmmJson.write(detection.host()) + "\n");
      return Status.ANSWERED;
    }
    if (format == Format.JSON) {
      surroundings.out().print(VmmJson.write(detection) + "\n");
      return Status.ANSWERED;
    }
    Page page = AnswerOutput.wording(arguments, Catalogs.builtIn()).page(detection);
    if (format == Format.MARKDOWN) {
      surroundings.out().print(page.markdown());
    } else {
      AnswerOutput.printText(page, surroundings.coloured(), surroundings.out());
    }
    return Status.ANSWERED;
  }
}
