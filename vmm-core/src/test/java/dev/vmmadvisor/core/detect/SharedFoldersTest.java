package dev.vmmadvisor.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.ValidationReport;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.host.Notice;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that Docker Desktop is to share and that are not there. */
class SharedFoldersTest {

  @TempDir private Path root;

  private static final String LIST =
      """
      {"%s": ["/Users", "/Volumes", "/private", "/tmp", "/var/folders", "/Users/alice/here",
              "/Users/alice/gone/", "/opt/not-copied/folder", "relative", 7]}
      """;

  private MacTree mac(String store) {
    return new MacTree(root)
        .withApp("4.90.0")
        .with(MacTree.STORE, store)
        .withFolder("/Users/alice/here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FilesharingDirectories", "filesharingDirectories"})
  void aFolderThatIsNotThereIsReportedIfItsParentIs(String key) {
    Detection detection = mac(LIST.formatted(key)).detection();

    Notice notice = MacTree.notice(detection, "shared-folder-missing");
    assertThat(notice.parameters())
        .containsEntry("folders", List.of("/Users/alice/gone"))
        .containsEntry("file", MacTree.STORE);
    assertThat(notice.message()).contains("/Users/alice/gone", "does not start", "Create it");
  }

  @Test
  void validateReportsIt() {
    Detection detection = mac(LIST.formatted("FilesharingDirectories")).detection();

    ValidationReport report = VmmAdvisor.builder().build().validate(detection.host());
    assertThat(report.text()).contains("/Users/alice/gone");
    assertThat(VmmJson.write(report)).contains("shared-folder-missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"FilesharingDirectories\": []}",
        "{\"FilesharingDirectories\": [\"/Users\", \"/Users/alice/here\"]}",
        "{\"FilesharingDirectories\": \"/Users/alice/gone\"}",
        "{\"FilesharingDirectories\": [\"\\u0000\", null, {}]}",
        "no JSON"
      })
  void nothingIsSaidOfOtherLists(String store) {
    assertThat(mac(store).detection().host().notices())
        .extracting(Notice::code)
        .doesNotContain("shared-folder-missing");
  }

  @Test
  void atMostTenFoldersAreNamed() {
    StringBuilder list = new StringBuilder("{\"FilesharingDirectories\": [\"/Users/alice/f\"");
    for (int i = 0; i < 2_000; i++) {
      list.append(", \"/Users/alice/f").append(i).append('"');
    }

    Detection detection = mac(list.append("]}").toString()).detection();
    assertThat(MacTree.notice(detection, "shared-folder-missing").parameters().get("folders"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(10);
  }
}
