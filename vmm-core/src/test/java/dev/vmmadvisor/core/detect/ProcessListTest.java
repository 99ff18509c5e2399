package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessListTest {

  private static final String APP = "/Applications/Docker.app/Contents/MacOS/";
  private static final String APPLE =
      APP
          + "com.docker.virtualization --kernel /Applications/Docker.app/Contents/Resources/kernel"
          + " --cmdline init=/init console=hvc0 --networkType gvisor --cpus 6 --memoryMiB 5120"
          + " --virtiofs /Users/ada --virtiofs /tmp --rosetta";
  private static final String KRUN = APP + "com.docker.krun --config 1";
  private static final String SAILOR = APP + "com.docker.sailor run";

  @Test
  void theAppleFrameworkTellsMemoryCpusFileSharingAndRosetta() {
    Reading reading = ProcessList.read("ada 812 " + APPLE);

    Origin origin =
        new Origin(Origin.Kind.PROCESS, "list of processes", "com.docker.virtualization");
    assertThat(reading.evidence())
        .containsExactly(
            evidence(Fact.CURRENT_VMM, "apple-virtualization-framework", origin),
            evidence(Fact.VM_MEMORY, 5120, origin),
            evidence(Fact.CPUS, 6, origin),
            evidence(Fact.FILE_SHARING, "virtiofs", origin),
            evidence(Fact.ROSETTA_ENABLED, true, origin));
    assertThat(reading.notices()).isEmpty();
  }

  @Test
  void withoutTheOptionRosettaIsOff() {
    Reading reading = ProcessList.read("ada 812 " + APPLE.replace(" --rosetta", ""));

    Evidence rosetta = reading.evidence(Fact.ROSETTA_ENABLED).orElseThrow();
    assertThat(rosetta.value()).isEqualTo(false);
    assertThat(rosetta.confidence()).isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void aCommandLineThatIsCutTellsNothingAboutRosetta() {
    String cut = APPLE.substring(0, APPLE.indexOf(" --virtiofs"));

    Reading reading = ProcessList.read("ada 812 " + cut);

    assertThat(reading.evidence(Fact.CURRENT_VMM)).isPresent();
    assertThat(reading.evidence(Fact.ROSETTA_ENABLED)).isEmpty();
    assertThat(reading.evidence(Fact.FILE_SHARING)).isEmpty();
  }

  @Test
  void bothEnginesOfDockerVmmAreFound() {
    assertThat(vmm("ada 1 " + KRUN)).contains("docker-vmm");
    assertThat(vmm("ada 1 " + SAILOR)).contains("docker-vmm");
    assertThat(ProcessList.read("ada 1 " + KRUN).evidence()).hasSize(1);
  }

  @Test
  void qemuInsideDockerAppTellsMemoryAndCpus() {
    Reading reading =
        ProcessList.read("501 77 " + APP + "qemu-system-aarch64 -accel hvf -m 3072 -smp 5 -cpu h");

    assertThat(value(reading, Fact.CURRENT_VMM)).contains("qemu");
    assertThat(value(reading, Fact.VM_MEMORY)).contains(3072);
    assertThat(value(reading, Fact.CPUS)).contains(5);
  }

  @Test
  void hyperKitTellsMemoryAndCpusAlsoWithoutAPath() {
    Reading reading = ProcessList.read("501 77 com.docker.hyperkit -A -c 3 -m 6144M -s 0:0,host");

    assertThat(value(reading, Fact.CURRENT_VMM)).contains("hyperkit");
    assertThat(value(reading, Fact.VM_MEMORY)).contains(6144);
    assertThat(value(reading, Fact.CPUS)).contains(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/System/Library/Frameworks/Virtualization.framework/Versions/A/XPCServices/"
            + "com.apple.Virtualization.VirtualMachine.xpc/Contents/MacOS/"
            + "com.apple.Virtualization.VirtualMachine",
        "/opt/homebrew/bin/qemu-system-aarch64 -m 4096 -smp 4",
        "qemu-system-aarch64 -m 4096 -smp 4",
        "/Applications/UTM.app/Contents/MacOS/qemu-system-aarch64 -m 4096",
        "/Applications/Docker.app/Contents/MacOS/com.docker.backend run",
        "/Applications/Docker.app/Contents/MacOS/com.docker.build",
        "/Library/PrivilegedHelperTools/com.docker.vmnetd",
        "grep com.docker.krun",
        "grep --color=auto -E com.docker.krun|com.docker.sailor",
        "vim /Applications/Docker.app/Contents/MacOS/com.docker.krun",
        "/usr/bin/vim /Applications/Docker.app/Contents/MacOS/com.docker.krun",
        "/usr/bin/codesign Applications/Docker.app/Contents/MacOS/com.docker.krun",
        "/Applications/Editor.app/Contents/MacOS/Editor /Volumes/x/Docker.app/Contents/MacOS/"
            + "com.docker.krun",
        "/bin/sh -c exec com.docker.krun",
        "tail -f /tmp/com.docker.virtualization.log",
        "/tmp/com.docker.krun.sh --memoryMiB 9",
        ""
      })
  void whatOnlyLooksLikeAVmmIsNone(String command) {
    assertThat(ProcessList.read("ada 12 " + command)).isEqualTo(Reading.nothing());
    assertThat(ProcessList.read(command)).isEqualTo(Reading.nothing());
  }

  @Test
  void dockerAppCanLieInAFolderWithBlanks() {
    String elsewhere = "/Users/ada/My Apps/Docker.app/Contents/MacOS/";

    assertThat(vmm("ada 1 " + elsewhere + "com.docker.krun")).contains("docker-vmm");
    assertThat(ProcessList.isDockerDesktopRunning("ada 1 " + elsewhere + "com.docker.backend fork"))
        .isTrue();
  }

  @Test
  void twoVmmsAtOnceAreBothKeptAndTold() {
    Reading reading = ProcessList.read("ada 1 " + APPLE + "\nada 2 " + SAILOR);

    assertThat(reading.evidence())
        .extracting(Evidence::value)
        .containsExactly("docker-vmm", "apple-virtualization-framework");
    assertThat(reading.evidence()).extracting(Evidence::confidence).containsOnly(Confidence.MEDIUM);
    assertThat(reading.notices())
        .containsExactly(
            new Notice(
                "several-vmms",
                "dockerDesktop.vmm",
                Map.of("vmms", List.of("docker-vmm", "apple-virtualization-framework")),
                "processes of docker-vmm and apple-virtualization-framework run at once; one of"
                    + " them may be left behind by an earlier start"));
  }

  @Test
  void anArgumentThatIsNoNumberIsTold() {
    Reading reading =
        ProcessList.read(APP + "com.docker.virtualization --cpus many --memoryMiB 99999999999");

    assertThat(reading.evidence()).hasSize(1);
    assertThat(reading.notices())
        .extracting(Notice::code)
        .containsExactly("unreadable-argument", "unreadable-argument");
    assertThat(reading.notices().get(1).parameters())
        .containsEntry("program", "com.docker.virtualization")
        .containsEntry("argument", "--cpus")
        .containsEntry("value", "\"many\"")
        .containsEntry("most", 4096);
  }

  @Test
  void anOptionThatIsCutIsNoFact() {
    Reading reading = ProcessList.read("ada 1 " + APP + "com.docker.virtualization --cpus");

    assertThat(reading.evidence()).hasSize(1);
    assertThat(reading.notices()).isEmpty();
  }

  @Test
  void everyFormOfPsIsRead() {
    String aux = "ada   81 0.0  0.1 4367 2233   ??  S    Wed10AM   0:56.82 " + APPLE;
    String ef = "  501   81     1   0  9:06PM ??         0:25.61 " + APPLE;
    String ax = "   81   ??  S      0:02.10 " + APPLE;
    String chosen = "ada              81 " + APPLE;
    String pidAlone = "81 " + APPLE;

    Reading reading = ProcessList.read(APPLE);
    assertThat(reading.evidence()).hasSize(5);
    for (String line : List.of(aux, ef, ax, chosen, pidAlone)) {
      assertThat(ProcessList.read(line)).isEqualTo(reading);
    }
  }

  @Test
  void headingsTellWhereTheCommandIs() {
    String list = " PPID USER   STAT  PID COMMAND\n    1 ada    S      81 " + APPLE + "\n";

    assertThat(ProcessList.read(list)).isEqualTo(ProcessList.read(APPLE));
  }

  @Test
  void processesOfATableFollowTheSameRules() {
    ProcessList.Row byPath =
        new ProcessList.Row("com.docker.virtu", APP + "com.docker.virtualization", APPLE);
    ProcessList.Row editor =
        new ProcessList.Row("vim", "/usr/bin/vim", "vim " + APP + "com.docker.krun");
    ProcessList.Row nameAlone = new ProcessList.Row("com.docker.sailor", "", "");

    assertThat(ProcessList.read(List.of(editor, byPath))).isEqualTo(ProcessList.read(APPLE));
    assertThat(ProcessList.read(List.of(editor))).isEqualTo(Reading.nothing());
    assertThat(value(ProcessList.read(List.of(nameAlone)), Fact.CURRENT_VMM))
        .contains("docker-vmm");
    assertThat(ProcessList.isDockerDesktopRunning(List.of(editor))).isFalse();
    assertThat(ProcessList.isDockerDesktopRunning(List.of(editor, nameAlone))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.docker.backend",
        "com.docker.backend services",
        "Docker Desktop.app/Contents/MacOS/Docker Desktop --reason=open-tray",
        "Docker Desktop.app/Contents/Frameworks/Docker Desktop Helper (GPU).app/Contents/MacOS/"
            + "Docker Desktop Helper (GPU) --type=gpu-process",
        "com.docker.krun",
        "qemu-system-x86_64 -m 1"
      })
  void dockerDesktopRunsIfAPartOfItDoes(String program) {
    assertThat(ProcessList.isDockerDesktopRunning("root 1 /sbin/launchd\nada 2 " + APP + program))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root 607 /Library/PrivilegedHelperTools/com.docker.vmnetd",
        "ada 9 grep com.docker.backend",
        "ada 9 open -a Docker Desktop",
        "ada 9 /bin/cat /Applications/Docker.app/Contents/MacOS/com.docker.backend",
        "ada 9 /Applications/Docker.app/Contents/Resources/bin/docker ps",
        "ada 9 /opt/homebrew/bin/qemu-system-aarch64",
        ""
      })
  void otherProcessesAreNotDockerDesktop(String line) {
    assertThat(ProcessList.isDockerDesktopRunning(line)).isFalse();
  }

  @Property(tries = 300)
  void theOrderOfProcessesDoesNotMatter(@ForAll Random random) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "ada 1 " + APPLE,
                "ada 2 " + APPLE.replace("5120", "6000"),
                "bob 3 " + (random.nextBoolean() ? KRUN : "zsh"),
                "ada 4 grep com.docker.sailor",
                "root 5 /sbin/launchd"));
    Reading reading = ProcessList.read(String.join("\n", lines));

    Collections.shuffle(lines, random);

    assertThat(ProcessList.read(String.join("\n", lines))).isEqualTo(reading);
  }

  private static Evidence evidence(Fact fact, Object value, Origin origin) {
    return new Evidence(fact, value, origin, Confidence.HIGH, true);
  }

  private static Optional<Object> vmm(String list) {
    return value(ProcessList.read(list), Fact.CURRENT_VMM);
  }

  private static Optional<Object> value(Reading reading, Fact fact) {
    return reading.evidence(fact).map(Evidence::value);
  }

  @Test
  void aProcessOfAnotherUserCanBeAPartOfDockerDesktop() {
    assertThat(ProcessList.hidesDockerDesktop("  1 /sbin/launchd\n 77 (com.docker.backe)\n"))
        .isTrue();
    assertThat(ProcessList.hidesDockerDesktop("  1 /sbin/launchd\n 77 (kernel_task)\n")).isFalse();
  }
}
