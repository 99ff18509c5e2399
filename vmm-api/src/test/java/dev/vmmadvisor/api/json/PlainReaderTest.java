package dev.vmmadvisor.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which documents are read straight from their bytes. */
class PlainReaderTest {

  private static @Nullable Host plain(String document) throws IOException {
    return HostReader.plain(document.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " \t\r\n{ } \n",
        "{\"chip\":null,\"memoryMiB\":null,\"architecture\":null,\"macOsVersion\":null}",
        "{\"dockerDesktop\":null,\"workload\":null,\"virtualMachine\":null}",
        "{\"memoryMiB\":16777216}",
        "{\"dockerDesktop\":{\"cpus\":10}}",
        "{\"workload\":{\"mounts\":null,\"databases\":null}}",
        "{\"workload\":{\"mounts\":[\"home\"],\"tags\":1}}",
        "{\"serial\":123456789,\"slot\":90}",
        "{ \"memoryMiB\" : 8192 , \"rosettaInstalled\" : true }",
        "{\"workload\":{\"databases\":[{\"engine\":\"mysql\"},{\"storage\":null,\"engine\":\"a\"}]}}",
        "{\"workload\":{\"mounts\":[ ],\"traits\":[ \"a\" , \"b\" , \"c\" ]}}",
        "{\"hostname\":\"a-1\",\"serial\":17,\"managed\":true,\"lost\":false,\"owner\":null}",
        "{\"virtualMachine\":false,\"dockerDesktop\":{\"hostname\":1},\"hostname\":1}",
      })
  void theseAre(String document) throws IOException {
    Host other = HostReader.any(factory -> factory.createParser(document));

    Host host = plain(document);

    assertThat(host).isNotNull().isEqualTo(other);
    assertThat(host.notices()).isEqualTo(other.notices());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "{",
        "{}{}",
        "{}x",
        "{,}",
        "{\"chip\":\"M1\",}",
        "{\"chip\":\"M1\" \"memoryMiB\":1}",
        "{\"chip\" \"M1\"}",
        "{\"chip\":\"M1\"",
        "{\"chip\":\"M1",
        "{\"chip\":\"}",
        "{\"chip\":",
        "{\"memoryMiB\":8",
        "{}\u0000",
        "{}\u0001",
        "{\"serial\":1234567890}",
        "{\"serial\":0}",
        "{\"serial\":truth}",
        "{\"serial\":}",
        "{\"chip\":\"\"}",
        "{\"chip\":\"M\\u0031\"}",
        "{\"chip\":\"caf\u00E9\"}",
        "{\"chip\":\"M1?\"}",
        "{\"chip\":\"M\t1\"}",
        "{\"chip\":1}",
        "{\"chip\":\"M1\",\"chip\":\"M1\"}",
        "{\"hostname\":1,\"hostname\":1}",
        "{\"hostname\":[]}",
        "{\"hostname\":{}}",
        "{\"hostname\":-1}",
        "{\"hostname\":1.5}",
        "{\"memoryMiB\":0}",
        "{\"memoryMiB\":012}",
        "{\"memoryMiB\":16777217}",
        "{\"memoryMiB\":4294967297}",
        "{\"memoryMiB\":1e3}",
        "{\"memoryMiB\":8192.0}",
        "{\"memoryMiB\":\"8192\"}",
        "{\"memoryMiB\":-8192}",
        "{\"memoryMiB\":}",
        "{\"rosettaInstalled\":truely}",
        "{\"rosettaInstalled\":\"true\"}",
        "{\"rosettaInstalled\":TRUE}",
        "{\"chip\":nullable}",
        "{\"architecture\":\"arm\"}",
        "{\"architecture\":\"arm64e\"}",
        "{\"macOsVersion\":\"fifteen\"}",
        "{\"macOsVersion\":15}",
        "{\"operatingSystem\":\"macOS\"}",
        "{\"dockerDesktop\":[]}",
        "{\"dockerDesktop\":{\"vmm\":\"vmm\"}}",
        "{\"dockerDesktop\":{\"dockerDesktop\":{\"vmm\":{\"vmm\":{\"vmm\":{}}}}}}",
        "{\"workload\":{\"mounts\":{}}}",
        "{\"workload\":{\"mounts\":[\"home\",]}}",
        "{\"workload\":{\"mounts\":[\"home\"}}",
        "{\"workload\":{\"mounts\":[null]}}",
        "{\"workload\":{\"mounts\":[\"home\",null]}}",
        "{\"workload\":{\"mounts\":[\"home\" \"home\"]}}",
        "{\"workload\":{\"mounts\":[\"home\",7]}}",
        "{\"workload\":{\"databases\":[{}]}}",
        "{\"workload\":{\"databases\":[{\"engine\":null}]}}",
        "{\"workload\":{\"databases\":[{\"engine\":\"My SQL\"}]}}",
        "{\"workload\":{\"databases\":[{\"engine\":\"mysql\",\"x\":1}]}}",
      })
  void theseAreNot(String document) throws IOException {
    assertThat(plain(document)).isNull();
  }

  @Test
  void aFieldThatIsNotKnownIsToldWithItsPath() throws IOException {
    Host host = plain("{\"dockerDesktop\":{\"cpus\":2,\"of\":1},\"host name\":\"a\",\"on\":true}");

    assertThat(host).isNotNull();
    assertThat(host.notices())
        .extracting(Notice::path)
        .containsExactly("$.dockerDesktop.of", "$[\"host name\"]", "$.on");
  }

  @Test
  void aLongNameIsNot() throws IOException {
    String name = "n".repeat(100);

    assertThat(plain("{\"%s\":1}".formatted(name))).isNotNull();
    assertThat(plain("{\"%sn\":1}".formatted(name))).isNull();
  }

  @Test
  void aDocumentThatIsTooLongToBeLookedAtTwiceIsRead() throws IOException {
    String fits = "{\"chip\":\"M1\"" + " ".repeat(PlainReader.MAX - 13) + "}";
    String tooLong = "{\"chip\":\"M1\" " + fits.substring(12);

    assertThat(fits).hasSize(PlainReader.MAX);
    assertThat(plain(fits)).isNotNull();
    assertThat(plain(tooLong)).isNull();
    for (String document : new String[] {fits, tooLong}) {
      byte[] bytes = document.getBytes(StandardCharsets.US_ASCII);
      assertThat(VmmJson.readHost(document).chip()).contains("M1");
      assertThat(VmmJson.readHost(bytes).chip()).contains("M1");
      assertThat(VmmJson.readHost(new ByteArrayInputStream(bytes)).chip()).contains("M1");
    }
  }

  @Test
  void whatFollowsAPlainDocumentIsNotOverlooked() {
    String fits = "{\"chip\":\"M1\"" + " ".repeat(PlainReader.MAX - 13) + "}";
    byte[] more = (fits + "{}").getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> VmmJson.readHost(more)).isInstanceOf(DocumentException.class);
    assertThatThrownBy(() -> VmmJson.readHost(new ByteArrayInputStream(more)))
        .isInstanceOf(DocumentException.class);
  }

  /** A half of a character has no bytes of its own, and must not be read as something else. */
  @Test
  void halfACharacterIsNoQuestionMark() {
    Host host = VmmJson.readHost("{\"chip\":\"M\uD83D\"}");

    assertThat(host.chip()).contains("M\uD83D");
  }
}
