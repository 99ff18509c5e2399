package com.acme.versions;

import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.detect.SettingsFile;
import dev.vmmadvisor.core.inventory.JamfInventory;
import dev.vmmadvisor.core.inventory.OsqueryRows;
import dev.vmmadvisor.core.workload.ComposeFile;
import dev.vmmadvisor.core.workload.ComposeOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Documents that are as large as is accepted, and larger. */
final class Limits {

  private static final int MIB = 1024 * 1024;

  private final Sections sections;

  Limits(Sections sections) {
    this.sections = sections;
  }

  void print() {
    documents().forEach(this::print);
    String longName = "{\"z\": 1, \"" + "a".repeat(100_000) + "\": 1}";
    sections.add("long name in a host", () -> VmmJson.readHost(longName));
    sections.add("long name in bytes", () -> VmmJson.readHost(bytes(longName)));
    sections.add("long name in a layer", () -> VmmJson.readLayer(stream(longName)));
    sections.add("below", () -> VmmJson.readHost("{\"a\": [" + longName + "]}"));
    sections.add("blanks without end as a host", () -> VmmJson.readHost(blanks()));
    sections.add("blanks without end as a layer", () -> VmmJson.readLayer(blanks()));
    sections.add("blanks without end as settings", () -> SettingsFile.read(blanks(), NOTHING));
    sections.add(
        "65 MiB of text as a host", () -> VmmJson.readHost("{" + " ".repeat(65 * MIB) + "}"));
    sections.add(
        "65 MiB as a host", () -> VmmJson.readHost(bytes("{" + " ".repeat(65 * MIB) + "}")));
  }

  private static final Host NOTHING = Host.builder().build();

  private static Map<String, String> documents() {
    Map<String, String> documents = new LinkedHashMap<>();
    for (int depth : new int[] {62, 63, 64, 65, 1001}) {
      documents.put(
          depth + " lists", "{\n\"a\": " + "[".repeat(depth) + "]".repeat(depth) + "\n}");
      documents.put(depth + " objects", "{\"a\":".repeat(depth) + "0" + "}".repeat(depth));
    }
    for (int length : new int[] {100_000, 100_001, 4 * MIB + 1}) {
      documents.put("chip of " + length, "{\"z\": 1,\n\"chip\": \"" + "a".repeat(length) + "\"}");
    }
    documents.put("chip of line ends", "{\"z\": 1,\n\"chip\": \"" + "\\n".repeat(100_001) + "\"}");
    for (int length : new int[] {1000, 1001, 50_000}) {
      documents.put("name of " + length, "{\"z\": 1, \"" + "a".repeat(length) + "\": 1}");
      documents.put(
          "inner name of " + length, "{\"z\": {\"y\": [{\"" + "a".repeat(length) + "\": 1}]}}");
    }
    for (int length : new int[] {99, 100, 101, 1000, 1001}) {
      String digits = "1".repeat(length);
      documents.put("number of " + length, "{\"z\": 1,\n\"memoryMiB\": " + digits + "}");
      documents.put("fraction of " + length, "{\"z\": 1,\n\"memoryMiB\": 0." + digits + "}");
      documents.put("unknown number of " + length, "{\"z\": " + digits + "}");
      documents.put("exponent of " + length, "{\"z\": 1,\n\"memoryMiB\": 1e" + digits + "}");
    }
    return documents;
  }

  private void print(String name, String document) {
    sections.add(name + " as a host", () -> VmmJson.readHost(document).toString().hashCode());
    sections.add(name + " in bytes", () -> VmmJson.readHost(bytes(document)).notices().size());
    sections.add(name + " as a layer", () -> VmmJson.readLayer(stream(document)));
    sections.add(name + " as settings", () -> SettingsFile.read(document, NOTHING));
    sections.add(name + " as stream", () -> SettingsFile.read(stream(document), NOTHING));
    sections.add(
        name + " as compose file", () -> ComposeFile.read(document, "p", ComposeOptions.none()));
    sections.add(name + " of osquery", () -> OsqueryRows.read(document, "mac").problems());
    sections.add(name + " of Jamf Pro", () -> JamfInventory.read(document).problems());
  }

  private static byte[] bytes(String document) {
    return document.getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream stream(String document) {
    return new ByteArrayInputStream(bytes(document));
  }

  /** More blanks than any document may have. */
  private static InputStream blanks() {
    return new InputStream() {
      private long left = 70L * MIB;

      @Override
      public int read() {
        return left-- > 0 ? ' ' : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        int read = (int) Math.min(left, length);
        Arrays.fill(bytes, offset, offset + read, (byte) ' ');
        left -= read;
        return read == 0 ? -1 : read;
      }
    };
  }
}
