package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.detect.SettingsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code recommend}: answers hosts. */
final class RecommendCommand {

  private static final List<String> SETTINGS_OPTIONS =
      List.of("--architecture", "--macos", "--docker-desktop");

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Advisor advisor = VmmAdvisor.builder().build();
  private int status = Status.ANSWERED;

  RecommendCommand(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  int run(List<String> commandLine) throws UsageException {
    Arguments arguments =
        Arguments.parse(
            commandLine,
            List.of(
                "--goal",
                "--format",
                "--settings",
                "--architecture",
                "--macos",
                "--docker-desktop"));
    Goal goal = arguments.constant("--goal", Goal.values()).orElse(Goal.BALANCED);
    Format format = arguments.constant("--format", Format.values()).orElse(Format.TEXT);
    List<String> files = arguments.files().isEmpty() ? List.of("-") : arguments.files();
    if (arguments.has("--settings")) {
      if (!arguments.files().isEmpty()) {
        throw new UsageException("--settings takes the place of FILE; give one of them");
      }
      Host known = known(arguments);
      String settings = arguments.value("--settings").orElseThrow();
      answer(settings, goal, format, false, stream -> SettingsFile.read(stream, known));
      return status;
    }
    for (String option : SETTINGS_OPTIONS) {
      if (arguments.has(option)) {
        throw new UsageException(option + " goes with --settings");
      }
    }
    if (files.stream().filter("-"::equals).count() > 1) {
      throw new UsageException("- (standard input) stands twice");
    }
    for (String file : files) {
      if (format == Format.NDJSON) {
        withInput(file, stream -> answerLines(file, stream, goal));
      } else {
        answer(file, goal, format, files.size() > 1, VmmJson::readHost);
      }
    }
    return status;
  }

  /** What the options tell of the host that a settings file describes. */
  private static Host known(Arguments arguments) throws UsageException {
    Host.Builder host = Host.builder();
    arguments.constant("--architecture", Architecture.values()).ifPresent(host::architecture);
    arguments.parsed("--macos", Version::parse).ifPresent(host::macOsVersion);
    Optional<Version> version = arguments.parsed("--docker-desktop", Version::parse);
    return host.dockerDesktop(DockerDesktop.builder().version(version).build()).build();
  }

  private void answer(String file, Goal goal, Format format, boolean named, Reader reader) {
    withInput(
        file,
        stream -> {
          Recommendation answer = advisor.recommend(reader.read(stream), goal);
          note(answer);
          switch (format) {
            case TEXT -> {
              if (named) {
                out.print("== " + shown(file) + " ==\n");
              }
              out.print(answer.text());
              if (named) {
                out.print('\n');
              }
            }
            case JSON -> out.print(VmmJson.write(answer) + "\n");
            case NDJSON -> out.print(VmmJson.writeLine(answer) + "\n");
          }
        });
  }

  private void answerLines(String file, InputStream stream, Goal goal) throws IOException {
    Lines lines = new Lines(stream);
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      if (line.isBlank()) {
        continue;
      }
      try {
        Recommendation answer = advisor.recommend(VmmJson.readHost(line.text()), goal);
        note(answer);
        out.print(VmmJson.writeLine(answer) + "\n");
      } catch (DocumentException e) {
        status = Status.WRONG;
        int number = line.number();
        List<Problem> problems =
            e.problems().stream()
                .map(problem -> new Problem(problem.path(), number, problem.message()))
                .toList();
        out.print(ErrorLine.of(shown(file), number, problems) + "\n");
        problems.forEach(problem -> err.println(shown(file) + ": " + problem));
      }
      // flushes, too: the writer at the other end may be waiting for this answer
      if (!lines.isNextAtHand() && out.checkError()) {
        return;
      }
    }
  }

  private void note(Recommendation answer) {
    if (answer.best().isEmpty() && status == Status.ANSWERED) {
      status = Status.NONE_ELIGIBLE;
    }
  }

  private void withInput(String file, Use use) {
    try {
      if (file.equals("-")) {
        use.of(in);
      } else {
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
          use.of(stream);
        }
      }
    } catch (DocumentException e) {
      e.problems().forEach(problem -> wrong(file, problem.toString()));
    } catch (NoSuchFileException e) {
      wrong(file, "there is no such file");
    } catch (AccessDeniedException e) {
      wrong(file, "permission to read it is denied");
    } catch (IOException | InvalidPathException e) {
      wrong(file, "cannot be read: " + e.getMessage());
    }
  }

  private void wrong(String file, String message) {
    status = Status.WRONG;
    err.println(shown(file) + ": " + message);
  }

  private static String shown(String file) {
    return file.equals("-") ? "standard input" : file;
  }

  /** Reads a host from a stream. */
  @FunctionalInterface
  private interface Reader {
    Host read(InputStream stream) throws IOException;
  }

  /** Uses a stream. */
  @FunctionalInterface
  private interface Use {
    void of(InputStream stream) throws IOException;
  }
}
