package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Diagnosis;
import dev.vmmadvisor.api.advice.Diagnosis.Likelihood;
import dev.vmmadvisor.api.advice.Diagnosis.Match;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.SampleHosts;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as people paste them: with time stamps, as JSON, quoted, wrapped. */
class PastedMessagesTest {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();

  private static final String APPLE = "apple-virtualization-framework";
  private static final String M1 = "{\"architecture\": \"arm64\"}";
  private static final String ROSETTA =
      "{\"operatingSystem\": \"macos\", \"architecture\": \"arm64\", \"macOsVersion\": \"%s\","
          + " \"dockerDesktop\": {\"version\": \"%s\", \"vmm\": \"apple-virtualization-framework\","
          + " \"rosettaEnabled\": true}, \"workload\": {\"imageArchitectures\": [\"amd64\"]}}";

  private static final String QUIT = "quit Docker Desktop";
  private static final String SHARES = "remove each folder that does not exist";
  private static final String ARM64 = "use an arm64 image";
  private static final String PLATFORM = "set the platform of the container";

  static Stream<Arguments> messages() {
    return Stream.of(
        // the disk of the VM
        message(
            "{}",
            "[2026-02-06T09:14:11.120Z][com.docker.backend.ipc] starting: Invalid virtual machine"
                + " configuration. The storage device attachment is invalid.",
            "vm-disk-refused",
            APPLE,
            QUIT),
        message(
            "{}",
            "Error Domain=VZErrorDomain Code=2 \"Invalid virtual machine configuration. The\n"
                + "    storage device attachment\n    is invalid.\"",
            "vm-disk-refused",
            APPLE,
            QUIT),
        message(
            "{}",
            "{\"level\":\"error\",\"msg\":\"com.docker.virtualization: process terminated"
                + " unexpectedly: Invalid virtual machine configuration.\\nThe storage device"
                + " attachment is invalid.\"}",
            "vm-disk-refused",
            APPLE,
            QUIT),
        message(
            "{\"dockerDesktop\": {\"version\": \"4.37.1\"}}",
            "> The storage device\n> attachment is invalid",
            "vm-disk-refused",
            APPLE,
            QUIT),
        // a shared folder
        message(
            "{}",
            "Invalid virtual machine configuration. A directory sharing device configuration is"
                + " invalid.",
            "vm-shared-folder-refused",
            APPLE,
            SHARES),
        message(
            "{}",
            "{\"message\": \"a directory sharing device configuration is invalid\", \"code\": 2}",
            "vm-shared-folder-refused",
            APPLE,
            SHARES),
        // the kernel of the VM
        message(
            "{}",
            "Docker Desktop: crash on virtualization.framework\nfatal error reported: Linux kernel"
                + " panic - not syncing",
            "vm-kernel-crash",
            APPLE,
            "restart Docker Desktop, and save the log"),
        message(
            "{}",
            "2026/03/01 07:00:01 fatal error reported: Linux kernel: Internal error: Oops"
                + " [#1] SMP",
            "vm-kernel-crash",
            APPLE,
            "restart Docker Desktop, and save the log"),
        message(
            "{}",
            "[ 812.11] pc : generic_shutdown_super+0x120/0x130\n[ 812.11] Modules linked in:"
                + " fakeowner(O)",
            "vm-kernel-crash-on-unmount",
            "",
            "restart Docker Desktop"),
        // Rosetta
        message(
            "{}",
            "Error Domain=VZErrorDomain Code=1 UserInfo={NSLocalizedFailure=\"Internal"
                + " Virtualization error.\", NSLocalizedFailureReason=\"Failed to install"
                + " Rosetta.\"}",
            "rosetta-setup-failed",
            APPLE,
            "switch Rosetta off"),
        message(
            M1,
            "{\"msg\":\"NSLocalizedFailureReason = \\\"Failed to install Rosetta.\\\"\"}",
            "rosetta-setup-failed",
            APPLE,
            "switch Rosetta off"),
        message(
            "{}",
            "rosetta error: failed to open elf at /lib64/ld-linux-x86-64.so.2\n Trace/breakpoint"
                + " trap",
            "rosetta-no-loader",
            APPLE,
            PLATFORM),
        message(
            "{}",
            "app-1  | rosetta error: failed to open elf at\napp-1  | /lib/ld-musl-x86_64.so.1",
            "rosetta-no-loader",
            APPLE,
            PLATFORM),
        message(
            "{\"dockerDesktop\": {\"version\": \"4.20.0\"}}",
            "rosetta error: Failed to get stack rlimit",
            "rosetta-stack-limit",
            APPLE,
            "upgrade Docker Desktop to"),
        message(
            "{}",
            "rosetta error: Unimplemented syscall number 282\n{\"exit\": 133}",
            "rosetta-system-call",
            APPLE,
            ARM64),
        message(
            "{}",
            "\u001B[31mrosetta error:\u001B[0m thread_suspend failed",
            "rosetta-error",
            APPLE,
            ARM64),
        message(
            "{}",
            "web_1 | rosetta error: bss_size overflow\nweb_1 exited with code 133",
            "rosetta-error",
            APPLE,
            ARM64),
        message(
            "{\"dockerDesktop\": {\"version\": \"4.31.0\"}}",
            "Rosetta is only intended to run on Apple Silicon with a macOS host using\n"
                + "Virtualization.framework with Rosetta mode enabled",
            "rosetta-mode-not-enabled",
            APPLE,
            "upgrade Docker Desktop to"),
        // false alarms and hidden reasons
        message(
            "{\"dockerDesktop\": {\"version\": \"4.29.0\"}}",
            "[FAIL] DD0017: can a VM be started? vm has not started: vm has not started",
            "diagnosis-false-alarm",
            "",
            "if containers run, ignore it"),
        message(
            "{}",
            "[FAIL] DD0006: prereq failed: vm has not started:\n   vm has not started",
            "diagnosis-false-alarm",
            "",
            "if containers run, ignore it"),
        message(
            "{\"dockerDesktop\": {\"version\": \"4.58.1\"}}",
            "com.docker.virtualization: process terminated unexpectedly: use of closed network"
                + " connection",
            "start-reason-hidden",
            APPLE,
            "read the line before it"),
        // user-mode emulation
        message(
            "{}",
            "qemu: uncaught target signal 11 (Segmentation fault) - core dumped",
            "qemu-emulation-crash",
            "",
            ARM64),
        message(
            "{\"dockerDesktop\": {\"vmm\": \"docker-vmm\"}}",
            "#12 4.511 qemu: uncaught target signal 6 (Aborted) - core dumped\n#12 ERROR: exit"
                + " code: 134",
            "qemu-emulation-crash",
            "docker-vmm",
            ARM64),
        message(
            "{}",
            "{\"log\":\"qemu: uncaught target signal 4 (Illegal instruction)\\n\","
                + "\"stream\":\"stderr\"}",
            "qemu-emulation-crash",
            "",
            ARM64),
        message(
            "{\"dockerDesktop\": {\"vmm\": \"docker-vmm\"}}",
            "/opt/mssql/bin/sqlservr: Invalid mapping of address 0x4002d16000 in reserved address"
                + " space below 0x400000000000.",
            "sql-server-under-qemu",
            "docker-vmm",
            "select the Apple Virtualization framework"),
        message(
            "{}",
            "<jemalloc>: MADV_DONTNEED does not work (memset will be used instead)\n<jemalloc>:"
                + " (This is the expected behaviour if you are running under QEMU)",
            "sql-server-under-qemu",
            "",
            "select the Apple Virtualization framework"),
        // results that are wrong under Rosetta
        message(
            ROSETTA.formatted("26.5", "4.67.0"),
            "curl: (35) TLS connect error: error:0A080006: provider signature failure",
            "rosetta-wrong-arithmetic",
            APPLE,
            "upgrade macOS to 26.6.2"),
        message(
            ROSETTA.formatted("26.3", "4.67.0"),
            "error:030000EA:digital envelope\n routines::provider",
            "rosetta-wrong-arithmetic",
            APPLE,
            "upgrade macOS to 26.6.2"),
        message(
            M1,
            "level=fatal msg=\"chacha20poly1305: message authentication failed\"",
            "rosetta-wrong-arithmetic",
            "",
            "upgrade macOS to 26.6.2"),
        message(
            ROSETTA.formatted("14.6", "4.44.0"),
            "mongo-1  | /usr/local/bin/docker-entrypoint.sh: line 416: 27 Illegal instruction",
            "rosetta-no-avx",
            APPLE,
            "switch Rosetta off"),
        // file sharing
        message(
            "{\"dockerDesktop\": {\"fileSharing\": \"grpc-fuse\"}}",
            "\"The file system does not support extended attributes or has the feature disabled.\"",
            "extended-attributes-missing",
            "",
            "select VirtioFS"),
        message(
            "{}",
            "Mounts denied:\nThe path /data/app is not shared from the host and is not known to"
                + " Docker.",
            "folder-not-shared",
            "",
            "add the folder"),
        message(
            "{\"dockerDesktop\": {\"version\": \"4.40.0\", \"vmm\": \"" + APPLE + "\"}}",
            "Error response from daemon: /srv/x: file is not shared from the host",
            "folder-not-shared",
            APPLE,
            "add the folder"),
        // the build for Intel
        message(
            "{}",
            "[com.docker.backend] cannot use hypervisor.framework under Rosetta 2: please install"
                + " the right build",
            "intel-build-on-apple-silicon",
            "",
            "install the build of Docker Desktop for Apple silicon"),
        message(
            M1,
            "OS/Arch: darwin/amd64 (rosetta)",
            "intel-build-on-apple-silicon",
            "",
            "install the build of Docker Desktop for Apple silicon"),
        // others
        message(
            M1,
            "ERROR: failed to solve: no DRI device found",
            "gpu-device-missing",
            "",
            "select Docker VMM"),
        message(
            "{\"operatingSystem\": \"windows\", \"architecture\": \"arm64\", \"dockerDesktop\":"
                + " {\"version\": \"4.91.0\"}}",
            "undefined symbol: sailor_vm_pause",
            "docker-vmm-on-windows-arm",
            "docker-vmm",
            "use WSL 2"),
        message(
            "{\"architecture\": \"arm64\", \"dockerDesktop\": {\"version\": \"4.35.0\"}}",
            "engine linux/libkrun failed to run: starting krun: krun: process terminated"
                + " unexpectedly: exit status 2",
            "docker-vmm-does-not-start-4-35",
            "docker-vmm",
            "select the Apple Virtualization framework"),
        message(
            "{\"dockerDesktop\": {\"version\": \"4.38.0\"}}",
            "[2025-02-01T10:00:00Z] engine linux/qemu failed to run: qemu: process terminated"
                + " unexpectedly: exit status 1",
            "qemu-does-not-start-4-38",
            "qemu",
            "select the Apple Virtualization framework"),
        message(
            "{}",
            "The virtual machine stopped\r\nunexpectedly",
            "apple-virtualization-framework-stops",
            "",
            "upgrade Docker Desktop to"));
  }

  private static Arguments message(
      String host, String text, String code, String vmm, String remedy) {
    return Arguments.of(host, text, code, vmm, remedy);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isRecognised(String document, String text, String code, String vmm, String remedy) {
    Host host = VmmJson.readHost(document);

    Diagnosis diagnosis = ADVISOR.diagnose(host, text);

    assertThat(diagnosis.matches()).isNotEmpty();
    Match first = diagnosis.matches().get(0);
    assertThat(first.code()).isEqualTo(code);
    assertThat(first.likelihood()).isNotEqualTo(Likelihood.UNLIKELY);
    assertThat(diagnosis.vmm().map(Object::toString).orElse("")).isEqualTo(vmm);
    assertThat(first.advice()).isNotEmpty();
    assertThat(first.advice().get(0)).startsWith(remedy);
  }

  @Test
  void eachMessageOfTheCatalogIsAmongThem() {
    Set<String> codes =
        messages().map(arguments -> (String) arguments.get()[2]).collect(Collectors.toSet());

    assertThat(codes)
        .containsAll(ADVISOR.catalog().messages().stream().map(LogMessage::code).toList());
    assertThat(messages().count()).isGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Segmentation fault (core dumped)",
        "npm ERR! code 139",
        "thread 'main' received signal 11",
        "Kernel panic - not syncing: VFS: Unable to mount root fs",
        "systemd[1]: nginx.service: process terminated unexpectedly",
        "read tcp 10.0.0.2:443: use of closed network connection",
        "bash: ./tool: cannot execute binary file: Exec format error",
        "Illegal instruction (core dumped)",
        "java.io.IOException: Operation not permitted",
        "cipher: message authentication failed",
        "curl: (35) TLS connect error",
        "Cannot connect to the Docker daemon at unix:///var/run/docker.sock",
        "touch: cannot touch 'x': Read-only file system",
        "accept4: too many open files",
        "wsl: An unexpected error occurred",
        "unexpected EOF",
        "qemu-system-x86_64: terminating on signal 15",
        "VirtualBox: Invalid virtual machine configuration",
        "Error Domain=VZErrorDomain Code=1 \"Internal Virtualization error.\"",
        "podman: vm has not started",
        "Incompatible CPU detected",
        "# SIGILL (0x4) at pc=0x00007f",
      })
  void ofOtherProgramsNothingIsClaimed(String text) {
    for (Host host : Arrays.asList(SampleHosts.unknown(), VmmJson.readHost(M1))) {
      Diagnosis diagnosis = ADVISOR.diagnose(host, "2026-03-01T10:00:00Z " + text + "\n");

      assertThat(diagnosis.matches()).isEmpty();
      assertThat(diagnosis.engines()).isEmpty();
      assertThat(diagnosis.vmm()).isEmpty();
    }
  }

  @Test
  void aCrashUnderEmulationIsNoIntelIssue() {
    Host intel =
        VmmJson.readHost(
            "{\"architecture\": \"x86_64\", \"dockerDesktop\": {\"version\": \"4.24.0\", \"vmm\":"
                + " \"apple-virtualization-framework\"}}");

    Diagnosis diagnosis = ADVISOR.diagnose(intel, "qemu: uncaught target signal 11");

    assertThat(diagnosis.matches()).extracting(Match::code).containsExactly("qemu-emulation-crash");
    assertThat(diagnosis.matches().get(0).likelihood()).isEqualTo(Likelihood.UNLIKELY);
    assertThat(diagnosis.matches().get(0).advice()).isEmpty();
    assertThat(diagnosis.matches().get(0).remedies()).isEmpty();
  }

  @Test
  void whatTheMacCannotRunIsNotPossible() {
    Host intel = VmmJson.readHost("{\"operatingSystem\": \"macos\", \"architecture\": \"x86_64\"}");

    Match match = ADVISOR.diagnose(intel, "dubious ownership in repository").matches().get(0);

    assertThat(match.code()).isEqualTo("docker-vmm-mount-owned-by-root");
    assertThat(match.likelihood()).isEqualTo(Likelihood.UNLIKELY);
    assertThat(match.remedies()).isEmpty();
  }

  @Test
  void wrongResultsNeedRosettaOnTheMacOsInQuestion() {
    String text = "chacha20poly1305: message authentication failed";

    assertThat(likelihood(ROSETTA.formatted("26.5", "4.80.0"), text))
        .isEqualTo(Likelihood.POSSIBLE);
    assertThat(likelihood(ROSETTA.formatted("15.2", "4.80.0"), text))
        .isEqualTo(Likelihood.UNLIKELY);
    assertThat(likelihood(ROSETTA.formatted("26.6.2", "4.80.0"), text))
        .isEqualTo(Likelihood.UNLIKELY);
    assertThat(likelihood("{\"architecture\": \"x86_64\"}", text)).isEqualTo(Likelihood.UNLIKELY);
  }

  private static Likelihood likelihood(String host, String text) {
    return ADVISOR.diagnose(VmmJson.readHost(host), text).matches().get(0).likelihood();
  }
}
