package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.detect.CommandOutput;
import dev.vmmadvisor.api.detect.CommandRunner;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of a Mac under a folder, and what its commands answer. */
final class MacTree {

  static final String HOME = "/Users/alice";
  static final String STORE = HOME + MacPaths.SETTINGS_STORE;
  static final String OLD = HOME + MacPaths.SETTINGS;
  static final String LOG = HOME + MacPaths.BACKEND_LOG;
  static final String INFO = MacPaths.APP + MacPaths.INFO_PLIST;

  private final Path root;
  private final Map<String, CommandOutput> answers = new HashMap<>();

  MacTree(Path root) {
    this.root = root;
  }

  Path at(String path) {
    return root.resolve(path.substring(1));
  }

  MacTree with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  MacTree with(String path, byte[] content) {
    try {
      Files.createDirectories(at(path).getParent());
      Files.write(at(path), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MacTree withFolder(String path) {
    try {
      Files.createDirectories(at(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MacTree withLink(String path, String target) {
    try {
      Files.createDirectories(at(path).getParent());
      Files.createSymbolicLink(at(path), Path.of(target));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Docker.app in a version. */
  MacTree withApp(String version) {
    return with(INFO, info(version));
  }

  MacTree answering(String program, int status, String text) {
    answers.put(program, new CommandOutput(status, text));
    return this;
  }

  /** An Apple silicon Mac with macOS 15.2. */
  MacTree asUsual() {
    return answering("/usr/bin/sw_vers", 0, "ProductName:\t\tmacOS\nProductVersion:\t\t15.2\n")
        .answering(
            "/usr/sbin/sysctl",
            1,
            "hw.optional.arm64: 1\nmachdep.cpu.brand_string: Apple M3\nhw.memsize: 17179869184\n");
  }

  CommandRunner commands() {
    return command ->
        Optional.ofNullable(answers.get(command.get(0)))
            .orElseThrow(() -> new FileNotFoundException(command.get(0)));
  }

  HostDetector detector() {
    return HostDetector.of(root, commands());
  }

  Detection detection() {
    return detector().detection();
  }

  static String info(String version) {
    return xml(
        "<key>CFBundleIdentifier</key><string>com.docker.docker</string>"
            + "<key>CFBundleShortVersionString</key><string>"
            + version
            + "</string>");
  }

  static String systemVersion(String version) {
    return xml(
        "<key>ProductName</key><string>macOS</string><key>ProductVersion</key><string>"
            + version
            + "</string>");
  }

  static String xml(String keys) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD"
        + " PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
        + "<plist version=\"1.0\"><dict>"
        + keys
        + "</dict></plist>\n";
  }

  static List<String> codes(Detection detection) {
    return detection.notices().stream().map(Notice::code).toList();
  }

  static Notice notice(Detection detection, String code) {
    return detection.notices().stream()
        .filter(notice -> notice.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError(code + " is not in " + detection.notices()));
  }

  /** Where the value of a fact is from. */
  static String origin(Detection detection, Fact fact) {
    return detection.evidence(fact).get(0).origin().toString();
  }
}
