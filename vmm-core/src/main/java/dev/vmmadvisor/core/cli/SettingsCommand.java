package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.internal.Quotes;
import dev.vmmadvisor.core.apply.DockerDesktopState;
import dev.vmmadvisor.core.apply.SettingsBackup;
import dev.vmmadvisor.core.apply.SettingsChange;
import dev.vmmadvisor.core.apply.SettingsChangeException;
import dev.vmmadvisor.core.apply.SettingsChangeResult;
import dev.vmmadvisor.core.detect.HostDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code apply} and {@code restore}: change Docker Desktop's settings file, and restore a backup.
 * Without {@code --write} they only show what they would do.
 */
final class SettingsCommand {

  private static final String WRITE = "--write";
  private static final String DRY_RUN = "--dry-run";
  private static final String TO = "--to";
  private static final String NOT_WRITTEN = "Nothing was written. Add --write to write it.\n";

  private static final String FROM = "--from";
  private static final String LIST = "--list";

  private final CliContext context;
  private boolean written;

  SettingsCommand(CliContext context) {
    this.context = context;
  }

  /** Whether the settings file was written. */
  boolean isWritten() {
    return written;
  }

  int apply(List<String> commandLine) throws UsageException {
    List<String> options =
        Arguments.options(
            MacInput.OPTIONS,
            List.of(
                "--goal",
                TO,
                Advisors.LAYER,
                AnswerOutput.LANGUAGE,
                ComposeInput.COMPOSE,
                ComposeInput.PROFILES));
    Arguments arguments = parse("apply", commandLine, options, List.of(OutputFiles.FORCE));
    Goal goal = arguments.constant("--goal", Goal.values()).orElse(Goal.BALANCED);
    Optional<Vmm> vmm = arguments.constant(TO, Vmm.values());
    if (arguments.has("--goal") && vmm.isPresent()) {
      throw new UsageException("--goal and --to exclude each other; give one of them, or none");
    }
    MacInput mac = mac(arguments);
    Advisor advisor = Advisors.of(arguments, context.machine().now());
    HostInput input = HostInput.of(arguments, List.of(), context);
    List<Recommendation> answers = new ArrayList<>();
    input.eachHost((name, host) -> answers.add(advisor.recommend(host, goal)));
    if (input.isWrong()) {
      return ExitStatus.WRONG;
    }
    Recommendation advice = answers.get(0);
    Plan plan = vmm.isPresent() ? advice.planTo(vmm.get()) : advice.plan();
    context.out().print(plan.text());
    if (!plan.possible()) {
      return ExitStatus.NONE_ELIGIBLE;
    }
    if (plan.steps().isEmpty()) {
      return ExitStatus.ANSWERED;
    }
    context.out().print("\n");
    return change(arguments, mac, plan);
  }

  private int change(Arguments arguments, MacInput mac, Plan plan) throws UsageException {
    try {
      SettingsChange change = SettingsChange.of(plan, settingsFile(mac));
      context.out().print(change.text());
      if (change.isEmpty()) {
        return ExitStatus.ANSWERED;
      }
      if (!arguments.has(WRITE)) {
        context.out().print("\n" + NOT_WRITTEN);
        return ExitStatus.ANSWERED;
      }
      SettingsChange allowed =
          arguments.has(OutputFiles.FORCE) ? change.evenIfUndetermined() : change;
      SettingsChangeResult done =
          allowed.apply(
              state(mac, change.file()),
              context.machine().now(),
              mac.detector().adminSettingsFile());
      written = true;
      context.out().print("\n" + done.text());
      return ExitStatus.ANSWERED;
    } catch (SettingsChangeException e) {
      return refused(e);
    }
  }

  int restore(List<String> commandLine) throws UsageException {
    List<String> options = Arguments.options(MacInput.OPTIONS, List.of(FROM));
    Arguments arguments = parse("restore", commandLine, options, List.of(LIST));
    MacInput mac = mac(arguments);
    try {
      Path file = settingsFile(mac);
      List<SettingsBackup> backups = SettingsBackup.list(file);
      if (arguments.has(LIST)) {
        backups.forEach(backup -> context.out().print(backup.path() + "\n"));
        if (backups.isEmpty()) {
          context.err().print("there is no backup of " + Quotes.oneLine(file.toString()) + "\n");
        }
        return ExitStatus.ANSWERED;
      }
      SettingsBackup backup = backup(arguments, backups, file);
      Path target = backup.settingsFile();
      context
          .out()
          .print(
              "Backup: "
                  + Quotes.oneLine(backup.path().toString())
                  + "\nFile: "
                  + Quotes.oneLine(target.toString())
                  + "\n\n");
      if (!arguments.has(WRITE)) {
        context.out().print(NOT_WRITTEN);
        return ExitStatus.ANSWERED;
      }
      SettingsChangeResult done = backup.restore(state(mac, target), context.machine().now());
      written = true;
      context.out().print(done.text());
      return ExitStatus.ANSWERED;
    } catch (SettingsChangeException e) {
      return refused(e);
    }
  }

  /** The backup that the command line names by its path or file name, or the newest. */
  private static SettingsBackup backup(Arguments arguments, List<SettingsBackup> backups, Path file)
      throws UsageException {
    Optional<String> name = arguments.value(FROM);
    return backups.stream()
        .filter(
            backup ->
                name.isPresent()
                    ? backup.path().toString().equals(name.get())
                        || backup.path().endsWith(name.get())
                    : !backup.isOfRestore())
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    name.isPresent()
                        ? FROM + ": " + name.get() + " is no backup of " + file + "; see " + LIST
                        : "there is no backup beside " + file));
  }

  private static Arguments parse(
      String command, List<String> commandLine, List<String> options, List<String> flags)
      throws UsageException {
    Arguments arguments =
        Arguments.parse(commandLine, options, Arguments.options(List.of(WRITE, DRY_RUN), flags));
    if (!arguments.files().isEmpty()) {
      throw new UsageException(command + " takes no FILE; --root DIR names a copied tree");
    }
    if (arguments.has(WRITE) && arguments.has(DRY_RUN)) {
      throw new UsageException("--write and --dry-run exclude each other");
    }
    return arguments;
  }

  private MacInput mac(Arguments arguments) throws UsageException {
    return MacInput.of(arguments, context.machine())
        .orElseThrow(() -> new UsageException("this is no Mac; --root DIR names a copied tree"));
  }

  private static Path settingsFile(MacInput mac) throws UsageException {
    return mac.detector()
        .settingsFile()
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no settings file to change; detect --explain tells what was found"));
  }

  /**
   * The state of Docker Desktop. On a Mac it is read from the list of processes. In a copied tree
   * nothing runs, unless the tree has the settings file of this Mac.
   */
  private DockerDesktopState state(MacInput mac, Path file) {
    Optional<HostDetector> live =
        mac.isCopy()
            ? context.machine().mac().filter(here -> isSettingsFileOf(here, file))
            : Optional.of(mac.detector());
    return () ->
        live.isEmpty()
            ? DockerDesktopState.Running.NO
            : live.get()
                .isDockerDesktopRunning()
                .map(yes -> yes ? DockerDesktopState.Running.YES : DockerDesktopState.Running.NO)
                .orElse(DockerDesktopState.Running.UNKNOWN);
  }

  private static boolean isSettingsFileOf(HostDetector detector, Path file) {
    Optional<Path> own = detector.settingsFile();
    try {
      return own.isPresent() && Files.isSameFile(own.get(), file);
    } catch (IOException e) {
      return own.isPresent(); // possibly the same file
    }
  }

  private int refused(SettingsChangeException e) {
    String force =
        e.reason() == SettingsChangeException.Reason.UNDETERMINED ? ", or use --force" : "";
    context.err().println("vmm-advisor: " + e.getMessage() + force);
    return ExitStatus.WRONG;
  }
}
