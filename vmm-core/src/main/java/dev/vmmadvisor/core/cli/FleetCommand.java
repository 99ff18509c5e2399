package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.FleetReport;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.core.fleet.Fleet;
import dev.vmmadvisor.core.fleet.FleetAccumulator;
import dev.vmmadvisor.core.text.LanguageRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code fleet}: answers many hosts and prints aggregated counts. */
final class FleetCommand {

  private static final int MAX_THREADS = 256;

  private final CliContext context;
  private volatile boolean stopped;

  FleetCommand(CliContext context) {
    this.context = context;
  }

  /** The results of a worker for one batch. */
  private record Answered(
      List<String> rows, List<RejectedLines.Rejected> rejected, boolean noneEligible) {}

  int run(List<String> commandLine) throws UsageException {
    Arguments arguments =
        Arguments.parse(
            commandLine,
            List.of(
                "--from",
                "--goal",
                "--threads",
                "--report",
                "--csv",
                "--rejected",
                Advisors.LAYER,
                "--format",
                "--lang",
                ComposeInput.COMPOSE,
                ComposeInput.PROFILES),
            List.of(OutputFiles.FORCE));
    if (arguments.files().isEmpty()) {
      throw new UsageException("fleet needs a FILE; - is standard input");
    }
    FleetSource source =
        arguments.constant("--from", FleetSource.values()).orElse(FleetSource.HOST);
    Goal goal = arguments.constant("--goal", Goal.values()).orElse(Goal.BALANCED);
    Format format = arguments.constant("--format", Format.ofOne()).orElse(Format.TEXT);
    int threads =
        arguments
            .parsed("--threads", FleetCommand::threads)
            .orElse(Runtime.getRuntime().availableProcessors());
    Advisor advisor = Advisors.of(arguments, context.machine().now());
    LanguageRenderer wording = AnswerOutput.wording(arguments, advisor.catalog());
    HostInput input = HostInput.of(arguments, arguments.files(), context);
    OutputFiles outputs = new OutputFiles(files(arguments), arguments.has(OutputFiles.FORCE));
    Optional<OutputFiles.OutputFile> table = outputs.of("--csv", arguments);
    Optional<OutputFiles.OutputFile> page = outputs.of("--report", arguments);
    Optional<OutputFiles.OutputFile> rejectedFile = outputs.of("--rejected", arguments);
    CountDownLatch finished = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopAndWait(finished), "fleet-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try (outputs) {
      FleetRows rows = FleetRows.to(table);
      RejectedLines rejected = new RejectedLines(rejectedFile);
      Fleet fleet = Fleet.of(advisor).withGoal(goal);
      Pass pass = new Pass(fleet, input, source, threads, rows, rejected, bytes(arguments.files()));
      FleetReport report = pass.run();
      if (page.isPresent()) {
        page.get().writer().write(wording.html(report));
      }
      outputs.commit();
      new AnswerOutput(context.out(), format, context.coloured(), false)
          .print("", report, wording::page);
      context.out().flush();
      if (stopped) {
        context.err().println("vmm-advisor: stopped; this is about what was read until then");
      }
      rejected.report(context.err());
      context.err().flush();
      return input.isWrong() || rejected.count() > 0
          ? ExitStatus.WRONG
          : pass.noneEligible ? ExitStatus.NONE_ELIGIBLE : ExitStatus.ANSWERED;
    } catch (IOException | UncheckedIOException e) {
      context.err().println("vmm-advisor: cannot be written: " + e.getMessage());
      return ExitStatus.WRONG;
    } finally {
      finished.countDown();
      removeHook(hook);
    }
  }

  private static int threads(String text) {
    if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MAX_THREADS) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not accepted; accepted: 1 to " + MAX_THREADS);
    }
    return Integer.parseInt(text);
  }

  /** All files that are read. */
  private static List<String> files(Arguments arguments) {
    List<String> files = new ArrayList<>(arguments.files());
    Optional<String> compose = arguments.value(ComposeInput.COMPOSE);
    if (compose.isPresent()) {
      files.add(compose.get());
      files.add(Path.of(compose.get()).resolveSibling(".env").toString()); // its variables
    }
    return files;
  }

  /** The total size of the files in bytes; 0 if unknown. */
  private static long bytes(List<String> files) {
    long bytes = 0;
    for (String file : files) {
      try {
        bytes += Files.size(Path.of(file));
      } catch (IOException | InvalidPathException e) {
        return 0;
      }
    }
    return bytes;
  }

  /** Handles Ctrl-C: completes the report for the hosts that were read. */
  private void stopAndWait(CountDownLatch finished) {
    stopped = true;
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is already shutting down
    }
  }

  /** One pass over a fleet: a thread reads, workers answer, and this thread restores the order. */
  private final class Pass {
    private final HostInput input;
    private final FleetRows rows;
    private final RejectedLines rejected;
    private final BlockingQueue<FleetReader.Batch> batches;
    private final FleetReader reader;
    private final FleetProgress progress;
    private final ExecutorService workers;
    private final BlockingQueue<FleetAccumulator> tallies;
    private final Queue<Future<Answered>> pending = new ArrayDeque<>();
    private final int maxPending;
    private long answered;
    private boolean noneEligible;

    Pass(
        Fleet fleet,
        HostInput input,
        FleetSource source,
        int threads,
        FleetRows rows,
        RejectedLines rejected,
        long bytes) {
      this.input = input;
      this.rows = rows;
      this.rejected = rejected;
      this.batches = new ArrayBlockingQueue<>(2 * threads);
      this.reader = new FleetReader(input, source, batches);
      this.progress = new FleetProgress(context.err(), context.coloured(), bytes);
      this.workers = Executors.newFixedThreadPool(threads);
      this.tallies = new ArrayBlockingQueue<>(threads);
      for (int i = 0; i < threads; i++) {
        tallies.add(fleet.tally());
      }
      this.maxPending = 2 * threads;
    }

    FleetReport run() throws IOException {
      Thread reading = new Thread(reader, "fleet-reader");
      reading.setDaemon(true);
      reading.start();
      try {
        while (!stopped) {
          FleetReader.@Nullable Batch batch = batches.poll(100, TimeUnit.MILLISECONDS);
          if (batch != null) {
            if (batch.last()) {
              break;
            }
            pending.add(workers.submit(() -> answer(batch)));
          }
          while (!pending.isEmpty()
              && (pending.size() > maxPending || pending.element().isDone())) {
            finish(pending.remove().get());
          }
        }
        if (stopped) {
          answerWhatIsRead();
        }
        while (!pending.isEmpty()) {
          finish(pending.remove().get());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("a batch could not be answered", e.getCause());
      } finally {
        reading.interrupt();
        workers.shutdownNow();
        progress.end();
      }
      FleetAccumulator all = tallies.remove();
      tallies.forEach(all::merge);
      return all.report();
    }

    /** Submits the batches that were already read, without waiting for more. */
    private void answerWhatIsRead() {
      FleetReader.@Nullable Batch batch = batches.poll();
      while (batch != null && !batch.last()) {
        FleetReader.Batch read = batch;
        pending.add(workers.submit(() -> answer(read)));
        batch = batches.poll();
      }
    }

    private void finish(Answered batch) throws IOException {
      for (String row : batch.rows()) {
        rows.add(row);
      }
      for (RejectedLines.Rejected object : batch.rejected()) {
        rejected.add(object);
      }
      answered += batch.rows().size();
      noneEligible |= batch.noneEligible();
      progress.update(answered, rejected.count(), reader.bytes());
    }

    private Answered answer(FleetReader.Batch batch) throws InterruptedException {
      List<String> answers = new ArrayList<>();
      List<RejectedLines.Rejected> problems = new ArrayList<>(batch.rejected());
      boolean none = false;
      FleetAccumulator tally = tallies.take();
      try {
        for (FleetReader.Item item : batch.items()) {
          Host host;
          try {
            host = host(item);
          } catch (DocumentException e) {
            problems.add(
                RejectedLines.of(
                    batch.file(),
                    item.number(),
                    item.line().map(line -> line.shown()),
                    e.problems().stream()
                        .map(it -> new Problem(it.path(), item.number(), it.message()))
                        .toList()));
            continue;
          }
          FleetReport.Group answer = tally.add(host);
          none |= answer.best().isEmpty();
          answers.add(rows.row(batch.file(), item.number(), item.name(), answer));
        }
      } finally {
        tallies.put(tally);
      }
      return new Answered(answers, problems, none);
    }

    private Host host(FleetReader.Item item) {
      Optional<Host> host = item.host();
      return host.isPresent()
          ? input.withWorkload(host.get())
          : input.host(item.line().orElseThrow());
    }
  }
}
