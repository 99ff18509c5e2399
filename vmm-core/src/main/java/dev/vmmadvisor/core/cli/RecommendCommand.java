package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.detect.DetectionState;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.input.BoundedLineReader;
import dev.vmmadvisor.core.text.Document;
import dev.vmmadvisor.core.text.LanguageRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;

/** {@code recommend}: answers hosts. */
final class RecommendCommand {

  /** The maximum number of bytes in a line with a Host document. */
  static final int MAX_LINE = 1 << 20;

  private static final String BRIEF = "--brief";

  private final CliContext context;
  private final PrintStream out;
  private boolean noneEligible;

  RecommendCommand(CliContext context) {
    this.context = context;
    this.out = context.out();
  }

  int run(List<String> commandLine) throws UsageException {
    List<String> options =
        Arguments.options(
            List.of("--goal", "--format", "--lang", Advisors.LAYER), HostInput.OPTIONS);
    Arguments arguments = Arguments.parse(commandLine, options, List.of("--verbose", BRIEF));
    Goal goal = arguments.constant("--goal", Goal.values()).orElse(Goal.BALANCED);
    Format format = arguments.constant("--format", Format.values()).orElse(Format.TEXT);
    if (arguments.has(BRIEF) && format != Format.NDJSON) {
      throw new UsageException(BRIEF + " goes with --format ndjson");
    }
    HostInput input = HostInput.of(arguments, arguments.files(), context);
    Advisor advisor = Advisors.of(arguments, context.machine().now());
    if (format == Format.NDJSON) {
      try (JsonLines lines = new JsonLines(out)) {
        Answers answers = new Answers(advisor, goal, arguments.has(BRIEF), lines);
        if (input.isDocuments()) {
          input.eachStream((name, stream) -> answers.addEach(input, name, stream));
        } else {
          input.eachHost((name, host) -> answers.add(host));
        }
      }
    } else {
      LanguageRenderer wording = AnswerOutput.wording(arguments, advisor.catalog());
      Function<Recommendation, Document> page =
          arguments.has("--verbose") ? wording::matrix : wording::page;
      AnswerOutput output = new AnswerOutput(out, format, context.coloured(), input.isSeveral());
      input.eachHost(
          (name, host) -> output.print(name, noted(advisor.recommend(host, goal)), page));
    }
    return input.isWrong()
        ? ExitStatus.WRONG
        : noneEligible ? ExitStatus.NONE_ELIGIBLE : ExitStatus.ANSWERED;
  }

  /** Prints one answer per line. */
  private final class Answers {
    private final Advisor advisor;
    private final Goal goal;
    private final boolean brief;
    private final JsonLines lines;

    private Answers(Advisor advisor, Goal goal, boolean brief, JsonLines lines) {
      this.advisor = advisor;
      this.goal = goal;
      this.brief = brief;
      this.lines = lines;
    }

    private void add(Host host) {
      Recommendation answer = noted(advisor.recommend(host, goal));
      if (brief) {
        lines.add(new SummaryLine(answer));
      } else {
        lines.add(VmmJson.writeLine(answer));
      }
    }

    /** Answers the host of each line; a line that is not a host gets its errors. */
    private void addEach(HostInput input, String name, InputStream stream) throws IOException {
      BoundedLineReader hosts = new BoundedLineReader(stream, MAX_LINE);
      for (BoundedLineReader.Line line = hosts.next(); line != null; line = hosts.next()) {
        if (line.isBlank()) {
          continue;
        }
        try {
          add(input.host(line));
        } catch (DocumentException e) {
          int number = line.number();
          List<Problem> problems =
              e.problems().stream()
                  .map(problem -> new Problem(problem.path(), number, problem.message()))
                  .toList();
          lines.add(new ErrorLine(name, number, problems));
          problems.forEach(problem -> input.reportError(name, problem.toString()));
        }
        if (!hosts.isNextAtHand()) {
          lines.flush(); // the writer of the input may be waiting for this answer
          if (out.checkError()) {
            return;
          }
        }
      }
    }
  }

  private Recommendation noted(Recommendation answer) {
    noneEligible |=
        answer.best().isEmpty() || DetectionState.of(answer.host()).isWithoutDockerDesktop();
    return answer;
  }
}
