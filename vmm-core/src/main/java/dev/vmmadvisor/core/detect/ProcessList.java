package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the list of processes, the best source for the VMM that runs Docker Desktop's Linux VM.
 *
 * <p>A program is recognised by its path or name, never by its arguments. Neither {@code grep
 * com.docker.krun} nor an editor with such a file counts as a VMM. {@code
 * com.apple.Virtualization.VirtualMachine} is ignored, because other products use it too. QEMU
 * counts only inside {@code Docker.app}. A list without any of these programs yields no evidence:
 * Docker Desktop can stop its VM to save resources.
 *
 * <p>The arguments yield the memory and the CPUs of the VM under the Apple Virtualization
 * framework, QEMU and HyperKit. Under the first of these, they also yield file sharing and Rosetta.
 * A missing {@code --rosetta} means switched off, with medium confidence, only if {@code
 * --virtiofs} is present. {@code --virtiofs} precedes {@code --rosetta}, so a list that was cut to
 * the width of a terminal can lack the latter.
 *
 * <p>The notices are
 *
 * <ul>
 *   <li>{@code several-vmms} with {@code vmms}: more than one VMM runs, for example because Docker
 *       Desktop before 4.83.0 left a process behind. Each of them is evidence of medium confidence;
 *       their arguments are not used;
 *   <li>{@code unreadable-argument} with {@code program}, {@code argument}, {@code value}, {@code
 *       most}: an argument is not a number that its fact accepts.
 * </ul>
 *
 * <p>The order of the processes does not matter. This class is stateless and thread-safe.
 */
public final class ProcessList {

  private static final String PLACE = "list of processes";

  /**
   * A process as a row of a table, such as the table {@code processes} of osquery.
   *
   * @param name its name, or empty if unknown
   * @param path the path of its program, or empty if unknown; it takes precedence over the others
   * @param commandLine its program and arguments with blanks between, or empty if unknown; it takes
   *     precedence over the name
   */
  public record Row(String name, String path, String commandLine) {

    /**
     * Creates a row.
     *
     * @param name its name
     * @param path the path of its program
     * @param commandLine its program and arguments with blanks between
     */
    public Row {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(commandLine, "commandLine");
    }

    private ProcessInfo program() {
      if (!path.isBlank()) {
        return ProcessInfo.ofPath(path.strip(), commandLine);
      }
      return ProcessInfo.ofCommandLine(commandLine.isBlank() ? name : commandLine);
    }
  }

  /** A program that runs the VM, with its kind. */
  private record Running(VmProcess process, ProcessInfo program) {}

  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  private ProcessList() {}

  /**
   * Reads the output of {@code ps}.
   *
   * @param psText the output of {@code ps -axww -o user=,pid=,command=}, {@code ps aux} or {@code
   *     ps -ef}, or of another {@code ps} whose last column is the command, with its heading line
   * @return the running VMMs and the facts in their arguments
   */
  public static Reading read(String psText) {
    Objects.requireNonNull(psText, "psText");
    return new ProcessList().reading(programs(psText));
  }

  /**
   * Reads the processes of a table.
   *
   * @param rows the processes
   * @return the running VMMs and the facts in their arguments
   */
  public static Reading read(List<Row> rows) {
    Objects.requireNonNull(rows, "rows");
    return new ProcessList().reading(rows.stream().map(Row::program));
  }

  /**
   * {@return whether Docker Desktop runs: its backend, its window, or its VM. The privileged helper
   * {@code com.docker.vmnetd} alone does not count}
   *
   * @param psText the output of {@code ps}, as for {@link #read(String)}
   */
  public static boolean isDockerDesktopRunning(String psText) {
    Objects.requireNonNull(psText, "psText");
    return programs(psText).anyMatch(ProcessList::isOfDockerDesktop);
  }

  /**
   * Whether a process can be part of Docker Desktop but its command line is hidden: for a process
   * of another user, ps prints only the name, in parentheses and cut.
   */
  static boolean hidesDockerDesktop(String psText) {
    return PsOutput.commands(psText)
        .anyMatch(command -> command.startsWith("(com.docker") || command.startsWith("(Docker"));
  }

  /**
   * {@return whether Docker Desktop is among the processes of a table, as for {@link
   * #isDockerDesktopRunning(String)}}
   *
   * @param rows the processes
   */
  public static boolean isDockerDesktopRunning(List<Row> rows) {
    Objects.requireNonNull(rows, "rows");
    return rows.stream().map(Row::program).anyMatch(ProcessList::isOfDockerDesktop);
  }

  private static boolean isOfDockerDesktop(ProcessInfo program) {
    return program.name().equals("com.docker.backend")
        || program.isWindow()
        || VmProcess.of(program).isPresent();
  }

  private static Stream<ProcessInfo> programs(String psText) {
    return PsOutput.commands(psText).map(ProcessInfo::ofCommandLine);
  }

  private Reading reading(Stream<ProcessInfo> programs) {
    List<Running> running =
        programs
            .flatMap(
                program ->
                    VmProcess.of(program).map(process -> new Running(process, program)).stream())
            .distinct()
            .sorted(
                Comparator.comparing(Running::process)
                    .thenComparing(each -> each.program().path())
                    .thenComparing(each -> String.join(" ", each.program().arguments())))
            .toList();
    List<Vmm> vmms = running.stream().map(each -> each.process().vmm()).distinct().toList();
    boolean isOne = vmms.size() == 1;
    for (Running each : running) {
      add(each, Fact.CURRENT_VMM, each.process().vmm().id(), confidence(isOne));
      if (isOne) {
        arguments(each);
      }
    }
    if (vmms.size() > 1) {
      severalVmms(vmms.stream().map(Vmm::id).toList());
    }
    return new Reading(evidence.stream().distinct().toList(), notices);
  }

  private static Confidence confidence(boolean isHigh) {
    return isHigh ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private void severalVmms(List<String> vmms) {
    notices.add(
        new Notice(
            "several-vmms",
            Fact.CURRENT_VMM.path(),
            Map.of("vmms", vmms),
            "processes of "
                + String.join(" and ", vmms)
                + " run at once; one of them may be left behind by an earlier start"));
  }

  private void arguments(Running running) {
    ProcessArguments arguments = new ProcessArguments(running.program().arguments());
    number(running, running.process().memory(), Fact.VM_MEMORY, ProcessArguments::mib);
    number(running, running.process().cpus(), Fact.CPUS, ProcessArguments::count);
    if (running.process() == VmProcess.VIRTUALIZATION) {
      boolean shares = arguments.has("--virtiofs");
      boolean rosetta = arguments.has("--rosetta");
      if (shares) {
        add(running, Fact.FILE_SHARING, FileSharing.VIRTIOFS.id(), Confidence.HIGH);
      }
      if (rosetta || shares) {
        add(running, Fact.ROSETTA_ENABLED, rosetta, confidence(rosetta));
      }
    }
  }

  private void number(
      Running running, String option, Fact fact, Function<String, Optional<Integer>> reader) {
    Optional<String> value = new ProcessArguments(running.program().arguments()).value(option);
    if (option.isEmpty() || value.isEmpty()) {
      return;
    }
    Optional<Integer> number = reader.apply(value.get()).filter(fact::accepts);
    if (number.isPresent()) {
      add(running, fact, number.get(), Confidence.HIGH);
      return;
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    String shown = DockerCliOutput.shown(value.get());
    parameters.put("program", running.program().name());
    parameters.put("argument", option);
    parameters.put("value", shown);
    parameters.put("most", fact.most().orElseThrow());
    notices.add(
        new Notice(
            "unreadable-argument",
            fact.path(),
            parameters,
            shown + " after " + option + " is not accepted; accepted: " + fact.accepted()));
  }

  private void add(Running running, Fact fact, Object value, Confidence confidence) {
    Origin origin = new Origin(Origin.Kind.PROCESS, PLACE, running.program().name());
    evidence.add(new Evidence(fact, value, origin, confidence, true));
  }
}
