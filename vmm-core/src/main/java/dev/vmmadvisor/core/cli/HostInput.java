package dev.vmmadvisor.core.cli;

import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.detect.SettingsFile;
import dev.vmmadvisor.core.input.BoundedLineReader;
import dev.vmmadvisor.core.input.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The inputs that a command line names, one at a time: Host documents, a settings file of Docker
 * Desktop, or a Mac. An error in one input is reported on standard error, and the others are still
 * read.
 */
final class HostInput {

  /** The options that name an input. */
  static final List<String> OPTIONS =
      Arguments.options(
          List.of("--settings", ComposeInput.COMPOSE, ComposeInput.PROFILES), MacInput.OPTIONS);

  /** Fields that identify an object as a settings file of Docker Desktop. */
  private static final Set<String> SETTINGS_FIELDS =
      Set.of(
          "$.SettingsVersion",
          "$.settingsVersion",
          "$.UseLibkrun",
          "$.UseVirtualizationFramework",
          "$.useVirtualizationFramework",
          "$.MemoryMiB");

  private final CliContext context;
  private final List<String> files;
  private final Optional<String> settings;
  private final Host known;
  private final boolean isOfOptions;
  private final Optional<MacInput> mac;
  private final Optional<ComposeInput> compose;
  private boolean unknown;
  private boolean wrong;

  private HostInput(
      CliContext context,
      List<String> files,
      Optional<String> settings,
      Host known,
      boolean isOfOptions,
      Optional<MacInput> mac,
      Optional<ComposeInput> compose) {
    this.context = context;
    this.files = files;
    this.settings = settings;
    this.known = known;
    this.isOfOptions = isOfOptions;
    this.mac = mac;
    this.compose = compose;
  }

  static HostInput of(Arguments arguments, List<String> files, CliContext context)
      throws UsageException {
    Optional<String> settings = arguments.value("--settings");
    if (settings.isPresent() && !files.isEmpty()) {
      throw new UsageException("--settings takes the place of FILE; give one of them");
    }
    boolean isOfOptions =
        settings.isEmpty()
            && files.isEmpty()
            && !arguments.has(MacInput.ROOT)
            && !arguments.has(MacInput.HOME)
            && MacInput.KNOWN.stream().anyMatch(arguments::has);
    boolean isMac = settings.isEmpty() && files.isEmpty() && !isOfOptions;
    if (arguments.has(MacInput.ROOT) && !isMac) {
      throw new UsageException("--root takes the place of FILE and --settings; give one of them");
    }
    Optional<MacInput> mac = isMac ? MacInput.of(arguments, context.machine()) : Optional.empty();
    if (settings.isEmpty() && mac.isEmpty() && !isOfOptions) {
      MacInput.refuse(arguments, MacInput.KNOWN, "--settings or --root");
    }
    if (mac.isEmpty()) {
      MacInput.refuse(arguments, List.of(MacInput.HOME), MacInput.ROOT);
    }
    if (Collections.frequency(files, "-") > 1) {
      throw new UsageException("- (standard input) is given twice");
    }
    return new HostInput(
        context,
        files.isEmpty() ? List.of("-") : files,
        settings,
        MacInput.known(arguments),
        isOfOptions,
        mac,
        compose(arguments, context));
  }

  /** The input that a command line names, or an unknown host if it names none. */
  static HostInput ofPerhapsUnknown(Arguments arguments, CliContext context) throws UsageException {
    HostInput input = of(arguments, arguments.files(), context);
    input.unknown = input.isDocuments() && arguments.files().isEmpty();
    return input;
  }

  private static Optional<ComposeInput> compose(Arguments arguments, CliContext context)
      throws UsageException {
    Optional<String> file = arguments.value(ComposeInput.COMPOSE);
    Optional<String> profiles = arguments.value(ComposeInput.PROFILES);
    if (file.isEmpty()) {
      if (profiles.isPresent()) {
        throw new UsageException("--profiles goes with --compose");
      }
      return Optional.empty();
    }
    return Optional.of(
        ComposeInput.read(file.get(), profiles.orElse(""), context.machine().mac().isPresent()));
  }

  /** Receives a host and the name of its input. */
  @FunctionalInterface
  interface HostUse {
    void of(String name, Host host);
  }

  /** Receives a stream and the name of its input. */
  @FunctionalInterface
  interface StreamUse {
    void of(String name, InputStream stream) throws IOException;
  }

  /** Whether there is more than one input. */
  boolean isSeveral() {
    return settings.isEmpty() && mac.isEmpty() && files.size() > 1;
  }

  /** Whether an input had an error. */
  boolean isWrong() {
    return wrong;
  }

  /** Whether the input is Host documents, which can be one per line. */
  boolean isDocuments() {
    return settings.isEmpty() && mac.isEmpty() && !isOfOptions;
  }

  /**
   * The host of a line.
   *
   * @throws DocumentException if it is not a Host document
   */
  Host host(BoundedLineReader.Line line) {
    Host host = line.isPlain() ? VmmJson.readHost(line.bytes()) : VmmJson.readHost(line.text());
    return withWorkload(checked(host));
  }

  /**
   * Refuses an object of another kind: one that has fields, but none of a Host document.
   *
   * @throws DocumentException if it is of another kind
   */
  private static Host checked(Host host) {
    Set<String> unknown = new TreeSet<>();
    for (Notice notice : host.notices()) {
      if (notice.code().equals("unknown-field")) {
        unknown.add(notice.path());
      }
    }
    if (unknown.isEmpty() || !host.equals(Host.builder().build())) {
      return host;
    }
    boolean isSettings = unknown.stream().anyMatch(SETTINGS_FIELDS::contains);
    throw new DocumentException(
        List.of(
            new Problem(
                "$",
                1,
                isSettings
                    ? "this is a settings file of Docker Desktop; use --settings FILE"
                    : "no field is one of a Host document; accepted: fields such as"
                        + " architecture, macOsVersion and dockerDesktop")));
  }

  /** A host with the workload of the compose file, if there is one. */
  Host withWorkload(Host host) {
    return compose.map(file -> file.addTo(host)).orElse(host);
  }

  /** Reads all hosts and passes each to a consumer. */
  void eachHost(HostUse use) {
    if (unknown) {
      use.of("", withWorkload(Host.builder().build()));
    } else if (isOfOptions) {
      use.of("options", withWorkload(known));
    } else if (mac.isPresent()) {
      Detection detection = mac.get().detector().detection();
      use.of("this Mac", withWorkload(detection.host()));
    } else if (settings.isPresent()) {
      with(
          settings.get(),
          (name, stream) -> use.of(name, withWorkload(SettingsFile.read(stream, known))));
    } else {
      eachStream((name, stream) -> use.of(name, withWorkload(checked(VmmJson.readHost(stream)))));
    }
  }

  /** Opens each FILE and passes its stream to a consumer. */
  void eachStream(StreamUse use) {
    for (String file : files) {
      with(file, use);
    }
  }

  private void with(String file, StreamUse use) {
    String name = shown(file);
    try {
      if (file.equals("-")) {
        use.of(name, TextEncoding.utf8(context.in()));
      } else {
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
          use.of(name, TextEncoding.utf8(stream));
        }
      }
    } catch (DocumentException e) {
      for (Problem problem : e.problems()) {
        reportError(name, problem.toString());
      }
    } catch (NoSuchFileException e) {
      reportError(name, "there is no such file");
    } catch (AccessDeniedException e) {
      reportError(name, "permission to read it is denied");
    } catch (IOException | InvalidPathException e) {
      reportError(name, "cannot be read: " + e.getMessage());
    }
  }

  /** Reports an error in an input. */
  void reportError(String name, String message) {
    wrong = true;
    context.err().println(name + ": " + message);
  }

  static String shown(String file) {
    return file.equals("-") ? "standard input" : file;
  }
}
