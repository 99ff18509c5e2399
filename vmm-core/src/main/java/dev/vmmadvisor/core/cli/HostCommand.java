package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.detect.DetectionState;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.text.LanguageRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The commands that answer one question about each host: {@code validate}, {@code look-ahead},
 * {@code diagnose} and {@code explain}.
 */
final class HostCommand {

  /** The number of bytes that are read at the end of a log, where the newest lines are. */
  private static final int MAX_LOG = 1 << 20;

  /** Answers the question of a command for one host. */
  @FunctionalInterface
  private interface Question {
    Answer of(Advisor advisor, Host host);
  }

  private final CliContext context;
  private final PrintStream err;
  private int status = ExitStatus.ANSWERED;

  HostCommand(CliContext context) {
    this.context = context;
    this.err = context.err();
  }

  int validate(List<String> commandLine) throws UsageException {
    Arguments arguments = parse(commandLine);
    return answer(arguments, arguments.files(), Advisor::validate);
  }

  int lookAhead(List<String> commandLine) throws UsageException {
    Arguments arguments = parse(commandLine, "--to", "--to-macos");
    Optional<Version> release = arguments.version("--to");
    Optional<Version> macOs = arguments.version("--to-macos");
    if (release.isPresent() && macOs.isPresent()) {
      throw new UsageException("--to and --to-macos exclude each other; give one of them, or none");
    }
    Optional<UpgradeTarget> target =
        release.map(UpgradeTarget::dockerDesktop).or(() -> macOs.map(UpgradeTarget::macOs));
    return answer(
        arguments,
        arguments.files(),
        (advisor, host) ->
            target.isPresent() ? advisor.lookAhead(host, target.get()) : advisor.timeline(host));
  }

  int diagnose(List<String> commandLine) throws UsageException {
    Arguments arguments = parse(commandLine, "--text", "--log");
    if (arguments.has("--text") == arguments.has("--log")) {
      throw new UsageException("diagnose needs --text TEXT or --log FILE");
    }
    String text;
    if (arguments.has("--text")) {
      text = arguments.value("--text").orElseThrow();
    } else {
      Optional<String> log = log(arguments.value("--log").orElseThrow());
      if (log.isEmpty()) {
        return ExitStatus.WRONG;
      }
      text = log.get();
    }
    // Without a host option, standard input is not read: the text alone can be diagnosed.
    return answer(
        arguments,
        HostInput.ofPerhapsUnknown(arguments, context),
        (advisor, host) -> advisor.diagnose(host, text));
  }

  int explain(List<String> commandLine) throws UsageException {
    Arguments arguments = parse(commandLine);
    if (arguments.files().isEmpty()) {
      throw new UsageException("explain needs a VMM; accepted: " + vmms());
    }
    String id = arguments.files().get(0);
    Vmm vmm =
        Arrays.stream(Vmm.values())
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new UsageException("\"" + id + "\" is no VMM; accepted: " + vmms()));
    List<String> files = arguments.files().subList(1, arguments.files().size());
    return answer(arguments, files, (advisor, host) -> advisor.explain(host, vmm));
  }

  private static String vmms() {
    return String.join(", ", Arrays.stream(Vmm.values()).map(Vmm::id).toList());
  }

  private static Arguments parse(List<String> commandLine, String... own) throws UsageException {
    List<String> options = new ArrayList<>(List.of(own));
    options.addAll(List.of(AnswerOutput.FORMAT, AnswerOutput.LANGUAGE, Advisors.LAYER));
    options.addAll(HostInput.OPTIONS);
    return Arguments.parse(commandLine, options, List.of());
  }

  private static Format format(Arguments arguments) throws UsageException {
    return arguments.constant(AnswerOutput.FORMAT, Format.ofOne()).orElse(Format.TEXT);
  }

  private int answer(Arguments arguments, List<String> files, Question question)
      throws UsageException {
    return answer(arguments, HostInput.of(arguments, files, context), question);
  }

  private int answer(Arguments arguments, HostInput input, Question question)
      throws UsageException {
    Format format = format(arguments);
    AnswerOutput output =
        new AnswerOutput(context.out(), format, context.coloured(), input.isSeveral());
    Advisor advisor = Advisors.of(arguments, context.machine().now());
    LanguageRenderer wording = AnswerOutput.wording(arguments, advisor.catalog());
    input.eachHost(
        (name, host) -> {
          Answer answer = question.of(advisor, host);
          if (answer instanceof ValidationReport report) {
            status = Math.max(status, status(report));
          }
          output.print(name, answer, wording::page);
        });
    return input.isWrong() ? ExitStatus.WRONG : status;
  }

  private static int status(ValidationReport report) {
    boolean isToCheck = !DetectionState.of(report.host()).isWithoutDockerDesktop();
    return switch (report.status()) {
      case CLEAN -> isToCheck ? ExitStatus.ANSWERED : ExitStatus.WARNINGS;
      case WARNINGS -> ExitStatus.WARNINGS;
      case ERRORS -> ExitStatus.ERRORS;
    };
  }

  /** The end of a log, or empty if it cannot be read, which is reported. */
  private Optional<String> log(String file) {
    String name = HostInput.shown(file);
    try {
      if (file.equals("-")) {
        return Optional.of(text(context.in()));
      }
      try (InputStream stream = Files.newInputStream(Path.of(file))) {
        return Optional.of(text(stream));
      }
    } catch (NoSuchFileException e) {
      err.println(name + ": there is no such file");
    } catch (IOException | InvalidPathException e) {
      err.println(name + ": cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static String text(InputStream stream) throws IOException {
    byte[] end = new byte[0];
    byte[] part = stream.readNBytes(MAX_LOG);
    while (part.length > 0) {
      byte[] both = Arrays.copyOf(end, end.length + part.length);
      System.arraycopy(part, 0, both, end.length, part.length);
      end = Arrays.copyOfRange(both, Math.max(0, both.length - MAX_LOG), both.length);
      part = stream.readNBytes(MAX_LOG);
    }
    return new String(end, StandardCharsets.UTF_8);
  }
}
