package dev.vmmadvisor.core.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.vmmadvisor.core.workload.Mount.Doubt;
import dev.vmmadvisor.core.workload.Mount.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The volumes that a compose file declares at its top level. */
final class Volumes {

  private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "t", "1");

  private final JsonNode declared;
  private final VariableInterpolator variables;

  Volumes(JsonNode declared, VariableInterpolator variables) {
    this.declared = declared;
    this.variables = variables;
  }

  /** A mount of a volume. */
  Mount mount(String name, InterpolatedValue target, String shown) {
    JsonNode volume = declared.isObject() ? declared.path(name) : MissingNode.getInstance();
    if (volume.isMissingNode()) {
      return unknown(Doubt.UNDECLARED_VOLUME, target, shown);
    }
    if (volume.isNull()) {
      return new Mount(Place.VM, InterpolatedValue.of(""), target, Doubt.NONE, shown);
    }
    if (!volume.isObject()) {
      return unknown(Doubt.UNREADABLE, target, shown);
    }
    if (isExternal(volume.path("external"))) {
      return unknown(Doubt.EXTERNAL_VOLUME, target, shown);
    }
    InterpolatedValue driver = text(volume.path("driver"));
    if (!driver.isKnown()) {
      return unknown(Doubt.VARIABLE, target, shown);
    }
    if (!driver.value().isEmpty() && !driver.value().equals("local")) {
      return unknown(Doubt.VOLUME_DRIVER, target, shown);
    }
    return ofLocalDriver(volume.path("driver_opts"), target, shown);
  }

  /** A mount of the driver {@code local}, which takes the options of the command {@code mount}. */
  private Mount ofLocalDriver(JsonNode given, InterpolatedValue target, String shown) {
    if (given.isMissingNode() || given.isNull() || (given.isObject() && given.isEmpty())) {
      return new Mount(Place.VM, InterpolatedValue.of(""), target, Doubt.NONE, shown);
    }
    if (!given.isObject()) {
      return unknown(Doubt.UNREADABLE, target, shown);
    }
    String type = text(given.path("type")).value().toLowerCase(Locale.ROOT);
    InterpolatedValue options = text(given.path("o"));
    List<String> words = Arrays.stream(options.value().split(",", -1)).map(String::strip).toList();
    if (type.startsWith("nfs")
        || type.startsWith("cifs")
        || type.startsWith("smb")
        || words.stream().anyMatch(word -> word.startsWith("addr="))) {
      return new Mount(Place.NETWORK_SHARE, InterpolatedValue.of(""), target, Doubt.NONE, shown);
    }
    InterpolatedValue device = text(given.path("device"));
    boolean binds = words.contains("bind") || words.contains("rbind");
    if (binds && !device.value().isEmpty()) {
      return new Mount(
          Place.BIND, device, target, device.isKnown() ? Doubt.NONE : Doubt.VARIABLE, shown);
    }
    boolean hasGap = type.indexOf(InterpolatedValue.GAP) >= 0 || !options.isKnown();
    return unknown(hasGap ? Doubt.VARIABLE : Doubt.VOLUME_DRIVER, target, shown);
  }

  private static boolean isExternal(JsonNode external) {
    // Older files have the name of the volume in this field.
    return external.isObject() || TRUE.contains(external.asText().toLowerCase(Locale.ROOT));
  }

  private InterpolatedValue text(JsonNode value) {
    return variables.fill(value.isNull() ? "" : value.asText());
  }

  private static Mount unknown(Doubt doubt, InterpolatedValue target, String shown) {
    return new Mount(Place.UNKNOWN, InterpolatedValue.of(""), target, doubt, shown);
  }
}
