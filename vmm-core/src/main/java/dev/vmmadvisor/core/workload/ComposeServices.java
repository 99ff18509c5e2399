package dev.vmmadvisor.core.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.core.input.JsonInput;
import dev.vmmadvisor.core.workload.Mount.Doubt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Converts the services of a compose file to containers. */
final class ComposeServices {

  private static final int MAX_SERVICES = 10_000;
  private static final int MAX_VALUES = 300_000; // of all services, including inherited ones
  private static final int CHARACTERS_PER_VALUE = 100; // in a long text
  private static final List<String> MOUNTED = List.of("volumes", "tmpfs", "configs", "secrets");
  private static final List<String> READ =
      List.of("image", "platform", "build", "volumes_from", "entrypoint", "command", "environment");
  private static final Pattern WORDS = Pattern.compile("\\s+");
  private static final int MAX_CHAIN = 32; // of services that extend each other

  /** A service merged with the services that it extends. */
  private record Extended(ObjectNode fields, boolean complete) {}

  private final ObjectNode root;
  private final ObjectNode services;
  private final Set<String> profiles;
  private final VariableInterpolator variables;
  private final MountParser mounts;
  private final ComposeNotices notices;
  private int values;

  private ComposeServices(ObjectNode root, ComposeOptions options, ComposeNotices notices) {
    this.root = root;
    this.services = services(root);
    this.profiles = options.profiles();
    this.variables = new VariableInterpolator(options);
    this.mounts = new MountParser(root, variables);
    this.notices = notices;
  }

  /**
   * The active services of a file.
   *
   * @throws DocumentException if it is not a compose file, or too large
   */
  static ContainerSet read(
      ObjectNode root, String place, ComposeOptions options, ComposeNotices notices) {
    return new ComposeServices(root, options, notices).project(place);
  }

  private static ObjectNode services(ObjectNode root) {
    JsonNode services = root.path("services");
    if (services instanceof ObjectNode object) {
      if (object.size() > MAX_SERVICES) {
        throw problem("$.services", "there are more than " + MAX_SERVICES + " services");
      }
      return object;
    }
    if (services.isMissingNode() && root.has("include")) {
      return root.objectNode();
    }
    throw problem(
        "$.services",
        (services.isMissingNode()
                ? "it is missing"
                : JsonInput.shown(services) + " is not accepted")
            + "; accepted: an object with a service under each name");
  }

  private ContainerSet project(String place) {
    boolean complete = true;
    if (root.has("include") && !root.path("include").isNull()) {
      complete = false;
      notices.add(
          "compose-file-not-read",
          "$.include",
          "the files under include are not read; docker compose config --format json prints all"
              + " services",
          "reason",
          "include");
    }
    List<Container> containers = new ArrayList<>();
    List<String> inactive = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : services.properties()) {
      String name = entry.getKey();
      String path = ComposeNotices.path("$.services", name);
      if (!(entry.getValue() instanceof ObjectNode fields)) {
        complete = false;
        notices.add(
            "compose-service-unreadable",
            path,
            "the service is "
                + JsonInput.shown(entry.getValue())
                + ", which is not accepted; accepted: an object",
            "reason",
            "shape",
            "service",
            name,
            "value",
            JsonInput.shown(entry.getValue()));
        continue;
      }
      Extended service = extended(name, fields, path);
      if (isActive(service.fields())) {
        containers.add(container(name, path, service));
      } else {
        inactive.add(name);
      }
    }
    if (!inactive.isEmpty()) {
      notices.add(
          "compose-profile-inactive",
          "$.services",
          "left out, as none of their profiles is active: "
              + String.join(", ", ComposeNotices.shortened(inactive)),
          "services",
          ComposeNotices.shortened(inactive));
    }
    return new ContainerSet(place, containers, complete, true);
  }

  private boolean isActive(ObjectNode service) {
    JsonNode named = service.path("profiles");
    List<String> names =
        named instanceof ArrayNode list
            ? JsonInput.elements(list).map(each -> variables.fill(each.asText()).value()).toList()
            : named.isTextual() ? List.of(named.textValue()) : List.of();
    return names.isEmpty() || profiles.contains("*") || names.stream().anyMatch(profiles::contains);
  }

  /** A service merged with the services that it extends; its own fields take precedence. */
  private Extended extended(String name, ObjectNode fields, String path) {
    List<ObjectNode> chain = new ArrayList<>(List.of(fields));
    Set<String> seen = new LinkedHashSet<>(Set.of(name));
    boolean complete = true;
    JsonNode next = fields.path("extends");
    while (complete && !next.isMissingNode() && !next.isNull()) {
      InterpolatedValue filled =
          variables.fill(next.isObject() ? next.path("service").asText() : next.asText());
      String base = filled.value();
      if (next.has("file")) {
        complete = false;
        notices.add(
            "compose-file-not-read",
            path + ".extends",
            "the file that the service extends is not read; docker compose config --format json"
                + " prints all of it",
            "reason",
            "extends",
            "service",
            name);
      } else if (!seen.add(base) || seen.size() > MAX_CHAIN) {
        complete = false;
        extendsUnreadable(
            "cycle", path, name, filled.written(), "it extends itself by way of others");
      } else if (services.path(base) instanceof ObjectNode found) {
        chain.add(found);
        next = found.path("extends");
      } else {
        complete = false;
        extendsUnreadable("missing", path, name, filled.written(), "there is no such service");
      }
    }
    if (chain.size() == 1) {
      return new Extended(fields, complete);
    }
    ObjectNode all = root.objectNode();
    for (int i = chain.size() - 1; i >= 0; i--) {
      chain.get(i).properties().forEach(each -> put(all, each.getKey(), each.getValue()));
    }
    return new Extended(all, complete);
  }

  private void extendsUnreadable(
      String reason, String path, String service, String base, String why) {
    notices.add(
        "compose-extends-unreadable",
        path + ".extends",
        "the service extends " + ComposeNotices.quoted(base) + ": " + why,
        "reason",
        reason,
        "service",
        service,
        "base",
        base);
  }

  private void put(ObjectNode all, String field, JsonNode value) {
    JsonNode before = all.path(field);
    if (value.isNull() && !before.isMissingNode()) {
      return;
    }
    if (before instanceof ArrayNode list && value instanceof ArrayNode more) {
      count(list.size() + more.size());
      all.set(field, root.arrayNode().addAll(list).addAll(more));
    } else if (before instanceof ObjectNode object && value instanceof ObjectNode more) {
      count(object.size() + more.size());
      ObjectNode both = root.objectNode();
      both.setAll(object);
      both.setAll(more);
      all.set(field, both);
    } else {
      all.set(field, value);
    }
  }

  private Container container(String name, String path, Extended service) {
    ObjectNode fields = service.fields();
    READ.forEach(field -> countValues(fields.path(field)));
    MOUNTED.forEach(field -> countValues(fields.path(field)));
    JsonNode build = fields.path("build");
    boolean built = build.isTextual() || build.isObject();
    Optional<InterpolatedValue> image = text(fields, "image", name, path);
    if (image.isEmpty() && !built && service.complete()) {
      notices.add(
          "compose-service-unreadable",
          path,
          "the service has neither an image nor a build",
          "reason",
          "no-image",
          "service",
          name);
    }
    return new Container(
        name,
        path,
        "services." + ComposeNotices.cut(name),
        image,
        built,
        text(fields, "platform", name, path),
        JsonInput.elements(build.path("platforms"))
            .map(each -> variables.fill(each.asText()))
            .toList(),
        settings(fields),
        Optional.of(mounts(fields)),
        service.complete());
  }

  private List<InterpolatedValue> settings(ObjectNode fields) {
    List<InterpolatedValue> settings = new ArrayList<>();
    for (String field : List.of("entrypoint", "command")) {
      JsonNode words = fields.path(field);
      if (words.isTextual()) {
        WORDS.splitAsStream(words.textValue()).map(variables::fill).forEach(settings::add);
      } else {
        JsonInput.elements(words).map(each -> variables.fill(each.asText())).forEach(settings::add);
      }
    }
    JsonNode environment = fields.path("environment");
    if (environment instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              each -> settings.add(variables.fill(each.getKey() + "=" + each.getValue().asText())));
    } else {
      JsonInput.elements(environment)
          .map(each -> variables.fill(each.asText()))
          .forEach(settings::add);
    }
    return settings;
  }

  /** The mounts of a service; of two with the same target, the later one counts. */
  private List<Mount> mounts(ObjectNode fields) {
    List<Mount> all = new ArrayList<>();
    for (JsonNode each : fields.path("volumes_from")) {
      String other = variables.fill(each.asText()).value();
      int options = other.startsWith("container:") ? -1 : other.indexOf(':');
      String name = options < 0 ? other : other.substring(0, options);
      if (services.path(name) instanceof ObjectNode service) {
        MOUNTED.forEach(field -> countValues(service.path(field)));
        all.addAll(mounts.of(service));
      } else {
        all.add(Mount.unknown(Doubt.OTHER_CONTAINER, each.asText()));
      }
    }
    all.addAll(mounts.of(fields));
    Map<String, Mount> byTarget = new LinkedHashMap<>();
    List<Mount> others = new ArrayList<>();
    for (Mount mount : all) {
      if (mount.target().isKnown()) {
        byTarget.put(mount.target().value(), mount);
      } else {
        others.add(mount);
      }
    }
    others.addAll(0, byTarget.values());
    return others;
  }

  /** Counts the values that are read, including inherited ones, towards the limit. */
  private void countValues(JsonNode value) {
    count(1 + value.asText().length() / CHARACTERS_PER_VALUE);
    value.forEach(this::countValues);
    value.properties().forEach(each -> count(each.getKey().length() / CHARACTERS_PER_VALUE));
  }

  private void count(int more) {
    values += more;
    if (values > MAX_VALUES) {
      throw problem(
          "$.services",
          "the services have more than "
              + MAX_VALUES
              + " values, with those that they have from each other");
    }
  }

  private Optional<InterpolatedValue> text(
      ObjectNode fields, String field, String name, String path) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (value.isContainerNode()) {
      notices.add(
          "compose-service-unreadable",
          path + "." + field,
          JsonInput.shown(value) + " is not accepted; accepted: a text",
          "reason",
          "shape",
          "service",
          name,
          "value",
          JsonInput.shown(value));
      return Optional.of(InterpolatedValue.of(String.valueOf(InterpolatedValue.GAP)));
    }
    return Optional.of(variables.fill(value.asText()));
  }

  private static DocumentException problem(String path, String message) {
    return new DocumentException(List.of(new Problem(path, 1, message)));
  }
}
