package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.core.detect.SettingsFile;
import dev.vmmadvisor.core.input.JsonInput;
import dev.vmmadvisor.core.input.TextEncoding;
import dev.vmmadvisor.core.text.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code detect}: prints the facts of a Mac and their sources. */
final class DetectCommand {

  private static final String EXPLAIN = "--explain";
  private static final String SETTINGS = "--settings";

  private final CliContext context;

  DetectCommand(CliContext context) {
    this.context = context;
  }

  int run(List<String> commandLine) throws UsageException {
    List<String> options =
        Arguments.options(
            MacInput.OPTIONS, List.of(SETTINGS, AnswerOutput.FORMAT, AnswerOutput.LANGUAGE));
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
    Detection detection = arguments.has(SETTINGS) ? ofSettings(arguments) : ofMac(arguments);
    if (!explained) {
      context.out().print(VmmJson.write(detection.host()) + "\n");
      return ExitStatus.ANSWERED;
    }
    if (format == Format.JSON) {
      context.out().print(VmmJson.write(detection) + "\n");
      return ExitStatus.ANSWERED;
    }
    Document page = AnswerOutput.wording(arguments, Catalogs.builtIn()).page(detection);
    if (format == Format.MARKDOWN) {
      context.out().print(page.markdown());
    } else {
      AnswerOutput.printText(page, context.coloured(), context.out());
    }
    return ExitStatus.ANSWERED;
  }

  private Detection ofMac(Arguments arguments) throws UsageException {
    Optional<MacInput> mac = MacInput.of(arguments, context.machine());
    if (mac.isEmpty()) {
      MacInput.refuse(arguments, MacInput.OPTIONS, MacInput.ROOT);
    }
    return mac.isPresent() ? mac.get().detector().detection() : HostDetector.detect();
  }

  /** The facts in a settings file, for a Mac of which only the options are known. */
  private static Detection ofSettings(Arguments arguments) throws UsageException {
    MacInput.refuse(arguments, List.of(MacInput.ROOT, MacInput.HOME), "detect without " + SETTINGS);
    String file = arguments.value(SETTINGS).orElseThrow();
    Host known = MacInput.known(arguments);
    try (InputStream stream = TextEncoding.utf8(Files.newInputStream(Path.of(file)))) {
      String json = new String(stream.readNBytes(JsonInput.MAX + 1), StandardCharsets.UTF_8);
      return HostDetector.combine(List.of(SettingsFile.reading(json, file, known)));
    } catch (DocumentException e) {
      throw wrong(
          file, e.problems().stream().map(Object::toString).collect(Collectors.joining("; ")));
    } catch (NoSuchFileException e) {
      throw wrong(file, "there is no such file");
    } catch (IOException | InvalidPathException e) {
      throw wrong(file, "cannot be read: " + e.getMessage());
    }
  }

  private static UsageException wrong(String file, String message) {
    return new UsageException(SETTINGS + ": " + file + ": " + message);
  }
}
