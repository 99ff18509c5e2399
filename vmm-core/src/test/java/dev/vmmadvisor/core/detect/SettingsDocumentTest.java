package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.core.input.JsonInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsDocumentTest {

  @Test
  void aKeyInAnotherCaseIsReadAndNoticed() {
    Host host = SettingsFile.read("{\"SettingsVersion\": 43, \"useLibkrun\": true}", Hosts.usual());

    assertThat(host.dockerDesktop().vmm()).contains(Vmm.DOCKER_VMM);
    assertThat(host.notices())
        .containsExactly(
            new Notice(
                "unusual-key-case",
                "$.useLibkrun",
                Map.of("reason", "other-case", "key", "UseLibkrun"),
                "the key is written UseLibkrun in a file of this form; it was read"));
  }

  @Test
  void theExactKeyTakesPrecedenceAndADifferenceIsNoticed() {
    Host host =
        SettingsFile.read(
            "{\"settingsVersion\": 38, \"CPUS\": 2, \"Cpus\": 3, \"cpus\": 3}", Hosts.usual());

    assertThat(host.dockerDesktop().cpus()).contains(3);
    assertThat(host.notices())
        .containsExactly(
            new Notice(
                "unusual-key-case",
                "$.CPUS",
                Map.of("reason", "other-value", "key", "cpus"),
                "the value differs from that of cpus, which was taken"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"UseLibkrun\": true, \"AutoStart\": false}', PASCAL_CASE",
    "'{\"useLibkrun\": true, \"IPv6Only\": false, \"IPv4Only\": false}', CAMEL_CASE",
    "'{\"settingsVersion\": 38, \"Cpus\": 2, \"MemoryMiB\": 2}', CAMEL_CASE",
    "'{\"SettingsVersion\": 43, \"cpus\": 2, \"memoryMiB\": 2}', PASCAL_CASE",
    "'{\"SettingsVersion\": 43, \"settingsVersion\": 38, \"cpus\": 2}', CAMEL_CASE",
    "'{\"Cpus\": 2, \"memoryMiB\": 2}', UNKNOWN",
    "'{\"1\": 2, \"\": 2, \"x\": 3, \"Y\": 3}', UNKNOWN",
    "{}, UNKNOWN"
  })
  void theMarkerOrElseMostKeysTellTheForm(String json, SettingsDocument.Form form) {
    SettingsDocument settings = SettingsDocument.of(JsonInput.object(json), notice -> {});

    assertThat(settings.form()).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"8192\"", "-1", "0", "1.5", "8192.0", "1e12", "16777217", "99999999999", "true"})
  void anImpossibleNumberIsNoticedAndLeavesTheFactUnknown(String value) {
    Host host = SettingsFile.read("{\"MemoryMiB\": " + value + "}", Hosts.NOTHING_KNOWN);

    assertThat(host.dockerDesktop().memoryMiB()).isEmpty();
    assertThat(host.notices())
        .filteredOn(notice -> !notice.code().startsWith("vmm-"))
        .singleElement()
        .satisfies(notice -> assertThat(notice.code()).isEqualTo("unreadable-setting"))
        .satisfies(notice -> assertThat(notice.path()).isEqualTo("$.MemoryMiB"))
        .satisfies(
            notice ->
                assertThat(notice.message())
                    .endsWith(
                        " is not accepted; accepted: a whole number of MiB from 1 to 16777216"));
  }

  @ParameterizedTest
  @CsvSource({
    "MemoryMiB, memory, 16777216, '\"8192\"', '\"8192\"', a whole number of MiB from 1 to 16777216",
    "Cpus, number, 4096, 0, 0, a whole number from 1 to 4096",
    "Cpus, number, 4096, '[1]', [...], a whole number from 1 to 4096",
    "UseVirtualizationFrameworkRosetta, boolean, , '\"true\"', '\"true\"', true or false",
    "UseLibkrun, boolean, , '{}', {...}, true or false",
    "WslEngineEnabled, boolean, , 1, 1, true or false"
  })
  void anUnreadableSettingIsShown(
      String key,
      String reason,
      @Nullable Integer most,
      String value,
      String shown,
      String accepted) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("reason", reason);
    parameters.put("value", shown);
    if (most != null) {
      parameters.put("most", most);
    }
    Host host =
        SettingsFile.read(
            "{\"SettingsVersion\": 43, \"" + key + "\": " + value + "}", Hosts.NOTHING_KNOWN);

    assertThat(host.notices())
        .contains(
            new Notice(
                "unreadable-setting",
                "$." + key,
                parameters,
                shown + " is not accepted; accepted: " + accepted));
  }

  @Test
  void nullIsAsIfTheKeyWereNotThere() {
    String json =
        "{\"SettingsVersion\": 43, \"UseLibkrun\": null, \"UseVirtualizationFramework\": null,"
            + " \"UseVirtualizationFrameworkRosetta\": null, \"MemoryMiB\": null, \"Cpus\": null}";

    assertThat(SettingsFile.read(json, Hosts.usual()))
        .isEqualTo(SettingsFile.read("{\"SettingsVersion\": 43}", Hosts.usual()));
    assertThat(SettingsFile.read(json, Hosts.usual()).notices()).isEmpty();
  }

  @Test
  void aLongValueIsCutInItsMessage() {
    Host host = SettingsFile.read("{\"Cpus\": \"" + "9".repeat(500) + "\"}", Hosts.NOTHING_KNOWN);

    assertThat(host.notices())
        .contains(
            new Notice(
                "unreadable-setting",
                "$.Cpus",
                Map.of("reason", "number", "value", "\"" + "9".repeat(59) + "...", "most", 4096),
                "\""
                    + "9".repeat(59)
                    + "... is not accepted; accepted: a whole number from 1 to 4096"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1, the document is empty; accepted: a JSON object",
    "'[1, 2]', 1, a list is not accepted; accepted: a JSON object",
    "'null', 1, null is not accepted; accepted: a JSON object",
    "'\"text\"', 1, '\"text\" is not accepted; accepted: a JSON object'",
    "'{} {}', 1, something follows the end of the document; accepted: one value"
  })
  void whatIsNoJsonObjectIsRefused(String json, int line, String message) {
    assertThatThrownBy(() -> SettingsFile.read(json, Hosts.NOTHING_KNOWN))
        .isInstanceOf(DocumentException.class)
        .hasMessage("line " + line + ": $: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\n\"SettingsVersion\": 43,\n\"Cpus\"", "{\n\n'Cpus': 2}", "{\n\n\"Cpus\": 02}"})
  void whatIsNotJsonIsRefusedWithItsLine(String json) {
    assertThatThrownBy(() -> SettingsFile.read(json, Hosts.NOTHING_KNOWN))
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith("line 3: $: not JSON: ");
  }

  @Test
  void anOversizedFileIsRefused() {
    for (String json :
        new String[] {
          "{\"a\": " + "[".repeat(100) + "]".repeat(100) + "}",
          "{\"a\": \"" + "a".repeat(100_001) + "\"}",
          "{" + " ".repeat(5 * 1024 * 1024) + "}"
        }) {
      assertThatThrownBy(() -> SettingsFile.read(json, Hosts.NOTHING_KNOWN))
          .isInstanceOf(DocumentException.class)
          .hasMessageContaining("the document is too large; accepted: ");
    }
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] utf32 = {0, 0, (byte) 0xFE, (byte) 0xFF, 0x7F, 0x7F, 0x7F, 0x7F};
    byte[] utf8 = {'{', '"', (byte) 0xFF, '"', ':', '1', '}'};

    for (byte[] bytes : new byte[][] {utf32, utf8}) {
      assertThatThrownBy(
              () -> SettingsFile.read(new ByteArrayInputStream(bytes), Hosts.NOTHING_KNOWN))
          .isInstanceOf(DocumentException.class)
          .hasMessageContaining("not JSON: ");
    }
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    String json = "\uFEFF" + Hosts.pascalCase("false", "true");
    InputStream bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));

    assertThat(SettingsFile.read(json, Hosts.NOTHING_KNOWN).dockerDesktop().vmm())
        .contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
    assertThat(SettingsFile.read(bytes, Hosts.NOTHING_KNOWN).dockerDesktop().vmm())
        .contains(Vmm.APPLE_VIRTUALIZATION_FRAMEWORK);
  }

  @Test
  void theStreamIsLeftOpen() throws IOException {
    boolean[] closed = {false};
    InputStream json =
        new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    SettingsFile.read(json, Hosts.NOTHING_KNOWN);

    assertThat(closed[0]).isFalse();
  }
}
