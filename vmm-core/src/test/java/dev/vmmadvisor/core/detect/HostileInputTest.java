package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSString;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.FakeMac;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were damaged, or made to do harm. Each run has the same inputs. */
class HostileInputTest {

  private static final int EACH = 7_000; // of each source
  private static final int TREES = 200;

  @TempDir Path folder;

  static Stream<String> sources() throws IOException {
    return samples().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aReaderOfADamagedInputThrowsNothingButTheDocumentedErrorAndPrintsNothing(String source)
      throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      readDamaged(source);
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static void readDamaged(String source) throws IOException {
    byte[] sample = Objects.requireNonNull(samples().get(source));
    Function<byte[], Reading> reader = reader(source);
    assertThat(reader.apply(sample).evidence()).as("of the sound one").isNotEmpty();
    Random random = new Random(source.hashCode());
    int refused = 0;
    int changed = 0;
    for (int i = 0; i < EACH; i++) {
      byte[] damaged = damaged(sample, random);
      try {
        changed += isAccepted(reader.apply(damaged)) ? 1 : 0;
      } catch (DocumentException e) {
        assertThat(e.problems()).isNotEmpty();
        refused++;
      } catch (RuntimeException | Error e) {
        throw new AssertionError(source + ": " + HexFormat.of().formatHex(damaged), e);
      }
    }
    assertThat(refused + changed).isEqualTo(EACH);
    assertThat(changed).as("inputs that could be read").isPositive();
  }

  @Test
  void aDetectorOfADamagedMacThrowsNothing() throws IOException {
    FakeMac mac = FakeMac.lockedFleetMac().createIn(folder);
    Map<String, byte[]> outputs = samples();
    Files.write(folder.resolve("sysctl.txt"), outputs.get("sysctl"));
    Files.write(folder.resolve("sw_vers.txt"), outputs.get("sw_vers"));
    Files.write(folder.resolve("system_profiler.json"), outputs.get("system_profiler"));
    Files.write(
        folder.resolve("Applications/Docker.app/Contents/Info.plist"), outputs.get("binary plist"));
    Map<Path, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        files.put(file, Files.readAllBytes(file));
      }
    }
    assertThat(files).hasSizeGreaterThan(7);
    List<Path> paths = List.copyOf(files.keySet());
    Random random = new Random(20);
    for (int i = 0; i < TREES; i++) {
      for (int j = 0; j < 3; j++) {
        Path file = paths.get(random.nextInt(paths.size()));
        Files.write(file, damaged(Objects.requireNonNull(files.get(file)), random));
      }
      for (HostDetector detector :
          List.of(
              HostDetector.of(folder, mac.commands()),
              HostDetector.of(folder, mac.commands()).withHome(mac.home()))) {
        assertThat(VmmJson.write(detector.detection())).startsWith("{");
      }
      Detection copy = HostDetector.detect(folder);
      assertThat(VmmJson.write(copy)).startsWith("{");
      assertThat(copy.evidence())
          .allMatch(each -> each.fact().accepts(each.value()) || isList(each));
    }
  }

  private static boolean isAccepted(Reading reading) {
    return reading.evidence().stream()
        .allMatch(each -> each.fact().accepts(each.value()) || isList(each));
  }

  private static boolean isList(Evidence evidence) {
    return evidence.value() instanceof List<?> list
        && list.stream().allMatch(evidence.fact()::accepts);
  }

  private static Function<byte[], Reading> reader(String source) {
    return switch (source) {
      case "settings" ->
          bytes -> SettingsFile.reading(text(bytes), "settings-store.json", Hosts.usual());
      case "admin-settings" -> bytes -> AdminSettings.read(text(bytes));
      case "xml plist", "binary plist" -> AppBundle::read;
      case "system version" -> SystemVersionFile::read;
      case "sw_vers" -> bytes -> SwVers.read(text(bytes));
      case "sysctl" -> bytes -> Sysctl.read(text(bytes));
      case "system_profiler" -> bytes -> SystemProfiler.read(text(bytes));
      default -> bytes -> BackendLog.read(text(bytes));
    };
  }

  private static Map<String, byte[]> samples() throws IOException {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put(
        "settings",
        bytes(
            """
            {"SettingsVersion": 43, "UseLibkrun": false, "UseVirtualizationFramework": true,
             "UseVirtualizationFrameworkVirtioFS": true, "useGrpcfuse": null,
             "UseVirtualizationFrameworkRosetta": false, "MemoryMiB": 8192, "Cpus": 6,
             "FilesharingDirectories": ["/Users", "/tmp"], "Proxy": {"a": {"b": [1.5e3]}}}
            """));
    samples.put(
        "admin-settings",
        bytes(
            """
            {"configurationFileVersion": 2, "useGrpcfuse": {"locked": true, "value": false},
             "useVirtualizationFrameworkVirtioFS": {"locked": true, "value": true},
             "useVirtualizationFrameworkRosetta": {"locked": false, "value": true}}
            """));
    samples.put("xml plist", bytes(MacTree.info("4.44.0")));
    samples.put("system version", bytes(MacTree.systemVersion("15.2")));
    NSDictionary info = new NSDictionary();
    info.put("CFBundleIdentifier", "com.docker.docker");
    info.put("CFBundleShortVersionString", "4.44.0");
    info.put("CFBundleName", "D\u00f6cker");
    info.put("Count", new NSNumber(70_000));
    info.put("Ratio", new NSNumber(0.5));
    info.put("Types", new NSArray(new NSString("one"), new NSDictionary(), new NSNumber(true)));
    samples.put("binary plist", BinaryPropertyListWriter.writeToArray(info));
    samples.put("sw_vers", bytes("ProductName:\t\tmacOS\nProductVersion:\t\t15.2\nBuild:\t24C1\n"));
    samples.put(
        "sysctl",
        bytes(
            "hw.optional.arm64: 1\nmachdep.cpu.brand_string: Apple M3 Pro\nhw.memsize:"
                + " 19327352832\nhw.model: Mac15,6\nkern.hv_vmm_present: 0\n"
                + "kern.osproductversion: 15.2\nsysctl.proc_translated: 0\n"));
    samples.put(
        "system_profiler",
        bytes(
            """
            {"SPHardwareDataType": [{"chip_type": "Apple M2", "machine_model": "Mac14,7",
             "physical_memory": "16 GB", "number_processors": "proc 8:4:4"}]}
            """));
    samples.put(
        "backend log",
        bytes(
            """
            [main.engines] setting engine linux/libkrun state starting -> running
            [main.engines] starting engine linux/virtualization-framework
            """));
    return samples;
  }

  /** Some damage: bytes changed, lost, doubled or put in, the end lost, or parts of it nested. */
  private static byte[] damaged(byte[] sound, Random random) {
    byte[] bytes = sound;
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(12));
      bytes =
          switch (random.nextInt(8)) {
            case 0 -> replaced(bytes, at, 0, new byte[] {(byte) random.nextInt(256)});
            case 1 -> replaced(bytes, at, Math.min(1, length), flipped(bytes, at, random));
            case 2 -> replaced(bytes, at, length, new byte[0]);
            case 3 -> replaced(bytes, at, bytes.length - at, new byte[0]);
            case 4 -> {
              byte[] part = Arrays.copyOfRange(bytes, at, at + length);
              yield replaced(bytes, at, 0, part);
            }
            case 5 -> {
              byte[] word = bytes(WORDS.get(random.nextInt(WORDS.size())));
              yield replaced(bytes, at, random.nextBoolean() ? length : 0, word);
            }
            case 6 -> {
              byte[] noise = new byte[length];
              random.nextBytes(noise);
              yield replaced(bytes, at, length, noise);
            }
            default -> replaced(bytes, at, 0, bytes("[{\"a\":".repeat(1 + random.nextInt(60))));
          };
    }
    return bytes;
  }

  private static final List<String> WORDS =
      List.of(
          "null",
          "true",
          "-1",
          "99999999999999999999",
          "1e400",
          "1.7976931348623157e308",
          "NaN",
          "\"\"",
          "{}",
          "[]",
          "\u0000",
          "\uFEFF",
          "\\u0000",
          "\"\\ud800\"",
          "<dict>",
          "</dict>",
          "<key>",
          "<string>",
          "&amp;",
          "&x;",
          "<!--",
          "]]>",
          "<![CDATA[",
          "<!DOCTYPE x [",
          "<!ENTITY a \"b\">",
          "10.16",
          "999999999.999999999.999999999",
          "99999 TB",
          "4097 TB",
          "9223372036854775807",
          "-9223372036854775808",
          ":",
          "=",
          "\n",
          "\r",
          "Apple ",
          "Intel",
          "VirtualApple",
          "(Virtual)",
          "starting engine linux/",
          "bplist00",
          "bplist",
          "\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f",
          "locked",
          "UseLibkrun");

  private static byte[] flipped(byte[] bytes, int at, Random random) {
    return bytes.length == 0
        ? new byte[0]
        : new byte[] {(byte) (bytes[at] ^ (1 << random.nextInt(8)))};
  }

  private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
    byte[] result = new byte[bytes.length - length + by.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(by, 0, result, at, by.length);
    System.arraycopy(bytes, at + length, result, at + by.length, bytes.length - at - length);
    return result;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
