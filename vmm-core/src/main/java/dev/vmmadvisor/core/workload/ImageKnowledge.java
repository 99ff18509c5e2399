package dev.vmmadvisor.core.workload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The known images by name, from the file {@code images.json} beside this class.
 *
 * <p>A name with one part denotes an official image. A name with several parts denotes the last
 * parts of a repository, so that the prefix of a mirror does not matter. {@code *} in a part
 * matches any characters.
 */
final class ImageKnowledge {

  /** A known value with its confidence. */
  record Known<T>(T value, Confidence confidence) {}

  /**
   * A database engine.
   *
   * @param name the engine, by its name in the catalog
   * @param dataDirectories the data folders of its images, the likeliest first
   * @param folderSettings the variables and options that set another data folder
   */
  record Engine(String name, List<String> dataDirectories, List<String> folderSettings) {}

  /**
   * A requirement of the amd64 images of a program that Rosetta does not always meet.
   *
   * @param trait the workload trait
   * @param fromMajor the first major version of the program with the requirement
   */
  private record Need(String trait, int fromMajor) {}

  /** Image names and their registries; any registry if there is none. */
  private record Names(List<String> names, Set<String> registries) {

    boolean match(ImageReference image) {
      return (registries.isEmpty() || registries.contains(image.registry()))
          && names.stream().anyMatch(name -> endsWith(image.repository(), name));
    }
  }

  private static final Pattern MAJOR = Pattern.compile("v?(\\d{1,6})(?!\\d)");

  private static final ImageKnowledge BUILT_IN = read("images.json");

  private final Map<Names, Known<Engine>> engines = new LinkedHashMap<>();
  private final Map<Names, Known<String>> architectures = new LinkedHashMap<>();
  private final Map<Names, Need> needs = new LinkedHashMap<>();
  private final Map<String, Engine> enginesByFolder = new LinkedHashMap<>();
  private final Names notDatabases;
  private final Set<String> repositories;
  private final Map<String, String> architectureNamespaces = new LinkedHashMap<>();
  private final Set<String> anyArchitecture;
  private final Set<String> amd64Only;
  private final Set<String> official = new HashSet<>();
  private final Confidence officialConfidence;

  private ImageKnowledge(JsonNode file) {
    for (JsonNode each : file.required("engines")) {
      List<String> telltale = texts(each.required("telltaleDirectories"));
      Engine engine =
          new Engine(
              each.required("engine").textValue(),
              texts(each.required("dataDirectories")),
              texts(each.required("folderSettings")));
      telltale.forEach(directory -> enginesByFolder.put(directory, engine));
      each.required("images")
          .forEach(group -> engines.put(names(group), new Known<>(engine, confidence(group))));
    }
    for (JsonNode each : file.required("architectures")) {
      architectures.put(
          names(each), new Known<>(each.required("architecture").textValue(), confidence(each)));
    }
    for (JsonNode each : file.required("needs")) {
      needs.put(
          names(each),
          new Need(each.required("trait").textValue(), each.required("fromMajor").intValue()));
    }
    notDatabases =
        new Names(
            JsonInput.elements(file.required("notDatabases"))
                .flatMap(each -> texts(each.required("names")).stream())
                .toList(),
            Set.of());
    JsonNode officials = file.required("official");
    officialConfidence = confidence(officials);
    repositories =
        Set.copyOf(
            JsonInput.elements(officials.required("repositories"))
                .map(
                    each ->
                        each.required("registry").textValue()
                            + "/"
                            + each.required("namespace").textValue())
                .toList());
    officials
        .required("architectureNamespaces")
        .properties()
        .forEach(each -> architectureNamespaces.put(each.getKey(), each.getValue().textValue()));
    anyArchitecture = Set.copyOf(texts(officials.required("amd64AndArm64")));
    amd64Only = Set.copyOf(texts(officials.required("amd64Only")));
    official.addAll(anyArchitecture);
    official.addAll(amd64Only);
    official.addAll(texts(officials.required("dependsOnTheTag")));
  }

  /** The built-in knowledge. */
  static ImageKnowledge builtIn() {
    return BUILT_IN;
  }

  /**
   * The engine that an image runs, or empty if it is unknown. Confidence is medium for an image
   * with an official name in a different namespace, which can be a mirror or a fork.
   */
  Optional<Known<Engine>> engine(ImageReference image) {
    if (notDatabases.match(image)) {
      return Optional.empty();
    }
    return engines.entrySet().stream()
        .filter(each -> each.getKey().match(image))
        .max(
            (one, other) ->
                Integer.compare(parts(one.getKey(), image), parts(other.getKey(), image)))
        .map(each -> weighed(each.getValue(), parts(each.getKey(), image), image));
  }

  /** Whether an image is known and is not a database. */
  boolean isNoDatabase(ImageReference image) {
    return notDatabases.match(image)
        || (engine(image).isEmpty()
            && (officialName(image).isPresent() || architectureNamespace(image).isPresent()));
  }

  /** The engine with the given data folder, if no other program uses that folder. */
  Optional<Engine> engineOf(String directory) {
    return Optional.ofNullable(enginesByFolder.get(directory));
  }

  /**
   * The workload traits that an image has if it is for amd64. A tag without a number, such as
   * {@code latest}, counts as a current version; an image with only a digest can be any version.
   */
  List<String> traits(ImageReference image) {
    boolean isAnyVersion = image.tag().isEmpty() && !image.digest().isEmpty();
    Matcher number = MAJOR.matcher(image.tag());
    int major = number.lookingAt() ? Integer.parseInt(number.group(1)) : Integer.MAX_VALUE;
    return needs.entrySet().stream()
        .filter(each -> each.getKey().match(image))
        .map(Map.Entry::getValue)
        .filter(need -> major >= need.fromMajor() && (!isAnyVersion || need.fromMajor() == 0))
        .map(Need::trait)
        .distinct()
        .toList();
  }

  /** The only architecture of an image, or empty if it has several or is unknown. */
  Optional<Known<String>> onlyArchitecture(ImageReference image) {
    Optional<String> namespace = architectureNamespace(image);
    if (namespace.isPresent()) {
      return Optional.of(new Known<>(namespace.get(), officialConfidence));
    }
    if (officialName(image).filter(amd64Only::contains).isPresent()) {
      return Optional.of(new Known<>("amd64", officialConfidence));
    }
    return architectures.entrySet().stream()
        .filter(each -> each.getKey().match(image))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * Whether an image exists for both architectures of Macs. This is true of current tags; an older
   * tag can lack arm64.
   */
  boolean isForAnyMac(ImageReference image) {
    return officialName(image).filter(anyArchitecture::contains).isPresent();
  }

  private Known<Engine> weighed(Known<Engine> known, int parts, ImageReference image) {
    boolean borrowed =
        parts == 1
            && image.repository().indexOf('/') >= 0
            && officialName(image).isEmpty()
            && architectureNamespace(image).isEmpty()
            && !image.repository().startsWith("library/");
    return borrowed && known.confidence() == Confidence.HIGH
        ? new Known<>(known.value(), Confidence.MEDIUM)
        : known;
  }

  /** The name of an official image, if the image is one. */
  private Optional<String> officialName(ImageReference image) {
    int slash = image.repository().lastIndexOf('/');
    String namespace = slash < 0 ? "" : image.repository().substring(0, slash);
    String name = image.repository().substring(slash + 1);
    return repositories.contains(registry(image) + "/" + namespace) && official.contains(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /** The architecture of images such as {@code arm64v8/mongo}. */
  private Optional<String> architectureNamespace(ImageReference image) {
    String[] parts = image.repository().split("/", -1);
    return parts.length == 2
            && registry(image).equals("docker.io")
            && official.contains(parts[1])
            && architectureNamespaces.containsKey(parts[0])
        ? Optional.of(architectureNamespaces.get(parts[0]))
        : Optional.empty();
  }

  private static String registry(ImageReference image) {
    return switch (image.registry()) {
      case "", "index.docker.io", "registry-1.docker.io" -> "docker.io";
      default -> image.registry();
    };
  }

  private static int parts(Names names, ImageReference image) {
    return names.names().stream()
        .filter(name -> endsWith(image.repository(), name))
        .mapToInt(name -> name.split("/", -1).length)
        .max()
        .orElse(0);
  }

  private static boolean endsWith(String repository, String name) {
    String[] pattern = name.split("/", -1);
    String[] parts = repository.split("/", -1);
    int shift = parts.length - pattern.length;
    if (shift < 0) {
      return false;
    }
    for (int i = 0; i < pattern.length; i++) {
      if (!matches(parts[shift + i], pattern[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String part, String pattern) {
    if (pattern.indexOf('*') < 0) {
      return part.equals(pattern);
    }
    List<String> pieces = Arrays.asList(pattern.split("\\*", -1));
    if (!part.startsWith(pieces.get(0))) {
      return false;
    }
    int at = pieces.get(0).length();
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = part.indexOf(piece, at);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    String last = pieces.get(pieces.size() - 1);
    return part.length() - last.length() >= at && part.endsWith(last);
  }

  private static Names names(JsonNode group) {
    JsonNode registries = group.path("registries");
    return new Names(texts(group.required("names")), Set.copyOf(texts(registries)));
  }

  private static Confidence confidence(JsonNode group) {
    return Confidence.fromId(group.required("confidence").textValue());
  }

  private static List<String> texts(JsonNode list) {
    return JsonInput.elements(list).map(JsonNode::textValue).toList();
  }

  private static ImageKnowledge read(String name) {
    try (InputStream file = ImageKnowledge.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("there is no file " + name);
      }
      return new ImageKnowledge(JsonInput.object(file));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
