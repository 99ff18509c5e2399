package dev.vmmadvisor.core.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.core.input.JsonInput;
import dev.vmmadvisor.core.workload.Mount.Doubt;
import dev.vmmadvisor.core.workload.Mount.Place;
import java.util.ArrayList;
import java.util.List;

/** Parses the mounts of a service, in the short and the long form of compose files. */
final class MountParser {

  private final JsonNode root;
  private final VariableInterpolator variables;
  private final Volumes volumes;

  MountParser(ObjectNode root, VariableInterpolator variables) {
    this.root = root;
    this.variables = variables;
    this.volumes = new Volumes(root.path("volumes"), variables);
  }

  /** The mounts of a service, without inherited ones. */
  List<Mount> of(ObjectNode service) {
    List<Mount> mounts = new ArrayList<>();
    for (JsonNode each : list(service.path("volumes"))) {
      mounts.add(volume(each));
    }
    for (JsonNode each : list(service.path("tmpfs"))) {
      InterpolatedValue target = variables.fill(each.asText());
      int options = target.value().indexOf(':');
      String folder = options < 0 ? target.value() : target.value().substring(0, options);
      mounts.add(mount(Place.MEMORY, InterpolatedValue.of(""), target.with(folder), "tmpfs"));
    }
    files(service.path("configs"), "configs", "/", mounts);
    files(service.path("secrets"), "secrets", "/run/secrets/", mounts);
    return mounts;
  }

  /** The elements of a list, or a value that is not a list as the only element. */
  private static Iterable<JsonNode> list(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    return value instanceof ArrayNode array ? array : List.of(value);
  }

  private Mount volume(JsonNode given) {
    if (given.isTextual()) {
      return shortForm(given.textValue());
    }
    if (given.isObject()) {
      return longForm(given);
    }
    return Mount.unknown(Doubt.UNREADABLE, JsonInput.shown(given));
  }

  private Mount longForm(JsonNode given) {
    InterpolatedValue type = text(given.path("type"));
    InterpolatedValue source = text(given.path("source"));
    InterpolatedValue target = text(given.path("target"));
    String shown = shown(given.path("source").asText(), given.path("target").asText());
    if (target.value().isEmpty()) {
      return Mount.unknown(Doubt.UNREADABLE, shown);
    }
    return switch (type.value()) {
      case "bind" -> mount(Place.BIND, source, target, shown);
      case "volume" ->
          source.value().isEmpty()
              ? mount(Place.VM, source, target, shown)
              : named(source, target, shown);
      case "tmpfs", "npipe", "image" ->
          mount(Place.MEMORY, InterpolatedValue.of(""), target, shown);
      case "" -> of(source, target, shown);
      default -> Mount.unknown(type.isKnown() ? Doubt.UNREADABLE : Doubt.VARIABLE, shown);
    };
  }

  /** Parses {@code SOURCE:TARGET:OPTIONS}, in which only the target is required. */
  private Mount shortForm(String given) {
    InterpolatedValue filled = variables.fill(given);
    String shown = ComposeNotices.cut(given);
    String text = filled.value();
    int drive = isDrive(text) ? 2 : 0; // the colon after a drive letter is not a separator
    int first = text.indexOf(':', drive);
    if (first < 0) {
      // A variable can contain a whole mount.
      return filled.isKnown() && drive == 0
          ? mount(Place.VM, InterpolatedValue.of(""), filled, shown)
          : Mount.unknown(filled.isKnown() ? Doubt.UNREADABLE : Doubt.VARIABLE, shown);
    }
    int second = text.indexOf(':', first + 1);
    String target = text.substring(first + 1, second < 0 ? text.length() : second);
    if (first == 0 || target.isEmpty() || (second >= 0 && text.indexOf(':', second + 1) >= 0)) {
      return Mount.unknown(Doubt.UNREADABLE, shown);
    }
    return of(filled.with(text.substring(0, first)), filled.with(target), shown);
  }

  /** Creates a bind for a path, or a volume for a plain name. */
  private Mount of(InterpolatedValue source, InterpolatedValue target, String shown) {
    String text = source.value();
    if (text.isEmpty()) {
      return mount(Place.VM, source, target, shown);
    }
    char first = text.charAt(0);
    if (first == '/' || first == '.' || first == '~' || isDrive(text) || text.startsWith("\\\\")) {
      return mount(Place.BIND, source, target, shown);
    }
    return named(source, target, shown);
  }

  private Mount named(InterpolatedValue source, InterpolatedValue target, String shown) {
    if (!source.isKnown()) {
      return mount(Place.UNKNOWN, source, target, shown);
    }
    if (isTooLong(target)) {
      return Mount.unknown(Doubt.UNREADABLE, shown);
    }
    Mount mount = volumes.mount(source.value(), normal(target), shown);
    return target.isKnown() ? mount : mount.doubted(Doubt.VARIABLE);
  }

  private static Mount mount(
      Place place, InterpolatedValue source, InterpolatedValue target, String shown) {
    if (isTooLong(source) || isTooLong(target)) {
      return Mount.unknown(Doubt.UNREADABLE, shown);
    }
    Doubt doubt = source.isKnown() && target.isKnown() ? Doubt.NONE : Doubt.VARIABLE;
    return new Mount(place, source, normal(target), doubt, shown);
  }

  /** Adds the files of {@code secrets} and {@code configs}, which Compose binds. */
  private void files(JsonNode given, String field, String folder, List<Mount> mounts) {
    for (JsonNode each : list(given)) {
      String name = each.isObject() ? each.path("source").asText() : each.asText();
      JsonNode file = root.path(field).path(name).path("file");
      if (file.isTextual()) {
        InterpolatedValue target = text(each.path("target"));
        String path = target.value().isEmpty() ? name : target.value();
        mounts.add(
            mount(
                Place.BIND,
                variables.fill(file.textValue()),
                target.with(path.startsWith("/") ? path : folder + path),
                shown(file.textValue(), target.written().isEmpty() ? name : target.written())));
      }
    }
  }

  private InterpolatedValue text(JsonNode value) {
    return variables.fill(value.isNull() ? "" : value.asText());
  }

  private static InterpolatedValue normal(InterpolatedValue target) {
    return target.isKnown() ? target.with(UnixPath.normal(target.value())) : target;
  }

  private static boolean isTooLong(InterpolatedValue path) {
    return path.value().length() > UnixPath.MAX;
  }

  private static boolean isDrive(String text) {
    return text.length() > 2
        && text.charAt(1) == ':'
        && (text.charAt(2) == '\\' || text.charAt(2) == '/')
        && ((text.charAt(0) >= 'a' && text.charAt(0) <= 'z')
            || (text.charAt(0) >= 'A' && text.charAt(0) <= 'Z'));
  }

  private static String shown(String source, String target) {
    return ComposeNotices.cut(source.isEmpty() ? target : source + ":" + target);
  }
}
