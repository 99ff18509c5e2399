package dev.vmmadvisor.api.json;

import dev.vmmadvisor.api.FileSharing;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.internal.Quotes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads remedies. */
final class RemedyReader {

  private final DocumentReader reader;
  private final Entries entries;

  RemedyReader(DocumentReader reader, Entries entries) {
    this.reader = reader;
    this.entries = entries;
  }

  @Nullable Remedy remedy() throws IOException {
    Fields fields = entries.fields();
    boolean read =
        reader.object(
            name ->
                switch (name) {
                  case "action" -> fields.put(name, reader.text());
                  case "toMiB" -> fields.put(name, reader.number(Fact.VM_MEMORY));
                  case "to" -> fields.put(name, entries.version());
                  case "engines" ->
                      fields.put(name, reader.list(() -> reader.text(Fact.DATABASES)));
                  case "releases" -> fields.put(name, entries.releases());
                  case "on" -> fields.put(name, reader.bool());
                  case "fileSharing" -> fields.put(name, reader.constant(FileSharing.values()));
                  case "vmm" -> fields.put(name, reader.constant(Vmm.values()));
                  default -> false;
                });
    if (!read || !fields.has("action")) {
      return null;
    }
    return switch (fields.get("action", String.class)) {
      case "raise-vm-memory" ->
          fields.hasOnly("action", "toMiB")
              ? new Remedy.RaiseVmMemory(fields.get("toMiB", Integer.class))
              : null;
      case "upgrade-docker-desktop" ->
          fields.hasOnly("action", "to")
              ? new Remedy.UpgradeDockerDesktop(fields.get("to", Version.class))
              : null;
      case "upgrade-macos" ->
          fields.hasOnly("action", "to")
              ? new Remedy.UpgradeMacOs(fields.get("to", Version.class))
              : null;
      case "move-database-to-named-volume" ->
          fields.hasOnly("action", "engines")
              ? new Remedy.MoveDatabaseToNamedVolume(fields.list("engines", String.class))
              : null;
      case "lower-vm-memory" ->
          fields.hasOnly("action", "toMiB")
              ? new Remedy.LowerVmMemory(fields.get("toMiB", Integer.class))
              : null;
      case "avoid-release" ->
          fields.hasOnly("action", "releases")
              ? new Remedy.AvoidRelease(fields.get("releases", VersionRange.class))
              : null;
      case "add-shared-folder" -> fields.hasOnly("action") ? new Remedy.AddSharedFolder() : null;
      case "switch-rosetta" ->
          fields.hasOnly("action", "on")
              ? new Remedy.SwitchRosetta(fields.get("on", Boolean.class))
              : null;
      case "select-file-sharing" ->
          fields.hasOnly("action", "fileSharing")
              ? new Remedy.SelectFileSharing(fields.get("fileSharing", FileSharing.class))
              : null;
      case "switch-vmm" ->
          fields.hasOnly("action", "vmm")
              ? new Remedy.SwitchVmm(fields.get("vmm", Vmm.class))
              : null;
      default -> {
        reader.problem(
            fields.path("action"),
            Quotes.quoted(fields.get("action", String.class))
                + " is not accepted; accepted: "
                + "\"raise-vm-memory\", \"lower-vm-memory\", \"upgrade-docker-desktop\","
                + " \"avoid-release\", \"upgrade-macos\", \"move-database-to-named-volume\","
                + " \"add-shared-folder\", \"switch-rosetta\", \"select-file-sharing\","
                + " \"switch-vmm\"");
        yield null;
      }
    };
  }
}
