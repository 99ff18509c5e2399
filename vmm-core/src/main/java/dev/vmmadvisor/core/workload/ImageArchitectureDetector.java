package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.core.workload.ImageKnowledge.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Detects the architectures of the images that containers run. */
final class ImageArchitectureDetector {

  private static final String DEFAULT_PLATFORM = "DOCKER_DEFAULT_PLATFORM";
  private static final String AMD64 = "amd64";

  /** Other names of an architecture that Docker's engine accepts. */
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("x86_64", AMD64),
          Map.entry("x86-64", AMD64),
          Map.entry("aarch64", "arm64"),
          Map.entry("arm64/v8", "arm64"),
          Map.entry("aarch64/v8", "arm64"),
          Map.entry("i386", "386"),
          Map.entry("i486", "386"),
          Map.entry("i586", "386"),
          Map.entry("i686", "386"),
          Map.entry("armhf", "arm/v7"),
          Map.entry("armel", "arm/v6"),
          Map.entry("arm", "arm/v7"));

  private final ImageKnowledge images = ImageKnowledge.builtIn();
  private final ContainerSet project;
  private final ComposeOptions options;
  private final ComposeNotices notices;
  private final List<Container> amd64 = new ArrayList<>();

  private ImageArchitectureDetector(
      ContainerSet project, ComposeOptions options, ComposeNotices notices) {
    this.project = project;
    this.options = options;
    this.notices = notices;
  }

  /** Evidence of the architectures and of the requirements of amd64 images, if known. */
  static List<Evidence> of(ContainerSet project, ComposeOptions options, ComposeNotices notices) {
    ImageArchitectureDetector architectures =
        new ImageArchitectureDetector(project, options, notices);
    List<Evidence> evidence = new ArrayList<>();
    architectures.evidence().ifPresent(evidence::add);
    if (!options.architecture().equals(Optional.of(Architecture.X86_64))) {
      architectures.needs().ifPresent(evidence::add);
    }
    return evidence;
  }

  /** Evidence of the requirements of amd64 images that Rosetta does not always meet. */
  private Optional<Evidence> needs() {
    TreeSet<String> traits = new TreeSet<>();
    List<String> keys = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Container container : amd64) {
      List<String> found =
          container
              .image()
              .flatMap(text -> ImageName.of(text).reference())
              .map(images::traits)
              .orElse(List.of());
      if (!found.isEmpty() && !container.built()) {
        traits.addAll(found);
        keys.add(container.key("image"));
        names.add(container.name());
      }
    }
    if (traits.isEmpty()) {
      return Optional.empty();
    }
    notices.add(
        "image-needs-more-than-rosetta",
        Fact.TRAITS.path(),
        "amd64 images that can fail under Rosetta: "
            + String.join(", ", ComposeNotices.shortened(names))
            + " ("
            + String.join(", ", traits)
            + "); use an arm64 image if there is one; other workload traits are not read from"
            + " images and count as absent",
        "names",
        ComposeNotices.shortened(names),
        "traits",
        List.copyOf(traits));
    return Optional.of(
        WorkloadFacts.evidence(Fact.TRAITS, List.copyOf(traits), project, keys, Confidence.MEDIUM));
  }

  private Optional<Evidence> evidence() {
    TreeSet<String> found = new TreeSet<>();
    List<String> keys = new ArrayList<>();
    List<String> undetermined = new ArrayList<>();
    Confidence confidence = Confidence.HIGH;
    for (Container container : project.containers()) {
      Optional<Known<String>> architecture = architecture(container);
      if (architecture.isPresent()) {
        found.add(architecture.get().value());
        if (architecture.get().value().equals(AMD64)) {
          amd64.add(container);
        }
        keys.add(container.key(container.platform().isPresent() ? "platform" : "image"));
        confidence = WorkloadFacts.weaker(confidence, architecture.get().confidence());
      } else {
        undetermined.add(container.name());
      }
    }
    boolean complete = undetermined.isEmpty() && project.complete();
    boolean isKnown = complete || found.contains(AMD64);
    if (!undetermined.isEmpty()) {
      List<String> shown = ComposeNotices.shortened(undetermined);
      notices.add(
          "image-architectures-unknown",
          Fact.IMAGE_ARCHITECTURES.path(),
          "the architecture of their images is not known: " + String.join(", ", shown),
          "reason",
          isKnown ? "some" : "all",
          "names",
          shown);
    }
    if (!isKnown) {
      return Optional.empty();
    }
    return Optional.of(
        WorkloadFacts.evidence(
            Fact.IMAGE_ARCHITECTURES,
            List.copyOf(found),
            project,
            keys,
            complete ? confidence : WorkloadFacts.weaker(confidence, Confidence.MEDIUM)));
  }

  private Optional<Known<String>> architecture(Container container) {
    if (container.platform().isPresent()) {
      return requested(container.platform().get(), container);
    }
    if (!container.complete()) {
      return Optional.empty(); // the platform may be in another file
    }
    if (container.buildPlatforms().size() == 1) {
      return requested(container.buildPlatforms().get(0), container);
    }
    String byDefault = options.variables().get(DEFAULT_PLATFORM);
    if (byDefault != null && !byDefault.isBlank()) {
      return requested(InterpolatedValue.of(byDefault), container);
    }
    if (container.built()) {
      return Optional.empty(); // its Dockerfile determines it
    }
    return container.image().flatMap(text -> ImageName.of(text).reference()).flatMap(this::ofImage);
  }

  private Optional<Known<String>> ofImage(ImageReference image) {
    Optional<Known<String>> only = images.onlyArchitecture(image);
    if (only.isPresent() || !images.isForAnyMac(image)) {
      return only;
    }
    return options
        .architecture()
        .map(mac -> new Known<>(mac == Architecture.ARM64 ? "arm64" : AMD64, Confidence.MEDIUM));
  }

  private Optional<Known<String>> requested(InterpolatedValue platform, Container container) {
    if (!platform.isKnown()) {
      for (String variable : platform.missing()) {
        notices.add(
            "compose-variable-missing",
            container.path() + ".platform",
            "the platform needs the variable " + variable + ", which is not given",
            "reason",
            "platform",
            "service",
            container.name(),
            "variable",
            variable);
      }
      return Optional.empty();
    }
    String architecture = architecture(platform.value());
    if (architecture == null) {
      notices.add(
          "platform-unreadable",
          container.path(),
          ComposeNotices.quoted(platform.written())
              + " is not accepted; accepted: a platform such as linux/amd64",
          "service",
          container.name(),
          "value",
          platform.written());
      return Optional.empty();
    }
    return Optional.of(new Known<>(architecture, Confidence.HIGH));
  }

  /** The architecture in a platform, by its name in image indexes, or null if there is none. */
  static @Nullable String architecture(String platform) {
    String text = platform.strip().toLowerCase(Locale.ROOT);
    String name = text.startsWith("linux/") ? text.substring("linux/".length()) : text;
    if (name.startsWith("amd64/v") || name.startsWith("x86_64/v")) {
      name = AMD64; // an instruction set level, not a different architecture
    }
    String architecture = SPELLINGS.getOrDefault(name, name);
    boolean isSystem = architecture.equals("linux") || architecture.equals("windows");
    return !isSystem && Fact.IMAGE_ARCHITECTURES.accepts(architecture) ? architecture : null;
  }
}
