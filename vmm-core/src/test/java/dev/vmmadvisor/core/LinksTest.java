package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

  @TempDir private Path folder;

  @Test
  void everyLinkInsideTheRepositoryLeadsSomewhere() throws IOException {
    assertThat(Links.broken(Documentation.ROOT)).isEmpty();
  }

  @Test
  void theDocumentsOfTheRepositoryAreAllLookedAt() throws IOException {
    assertThat(Documentation.markdown(Documentation.ROOT))
        .containsAll(Documentation.READMES)
        .contains(
            Documentation.ROOT.resolve("CHANGELOG.md"),
            Documentation.ROOT.resolve(".github/CONTRIBUTING.md"))
        .noneMatch(file -> file.toString().contains("target"));
  }

  @Test
  void aLinkThatLeadsNowhereIsTold() throws IOException {
    write("other.md", "# Other\n\n## A part, of it\n");
    write("target/made.md", "[nowhere](nowhere.md)");
    write("docs/Picture.svg", "<svg/>");
    write(
        "docs/front.md",
        """
        # Front
        [file](../other.md) [part](../other.md#a-part-of-it) [here](#front) [root](/other.md)
        ![picture](Picture.svg "a title") <img src="Picture.svg"> [web](https://example.com/#x)
        [folder](../docs) [mail](mailto:someone@example.com) `[code](missing.md)`
        [gone](../gone.md) [no part](../other.md#gone) [not here](#gone) [outside](../../other.md)
        ![lost](lost.svg) <img src="lost.png"> [case](picture.svg) [empty]() [line](Picture.svg#L1)
        [made](../target/made.md) [reference]

        ```text
        # No heading
        [code](missing.md)
        ```

        [not a heading](#no-heading)

        [reference]: lost.txt
        """);

    assertThat(Links.broken(folder))
        .containsExactlyInAnyOrder(
            "docs/front.md: ../gone.md",
            "docs/front.md: ../other.md#gone",
            "docs/front.md: #gone",
            "docs/front.md: ../../other.md",
            "docs/front.md: lost.svg",
            "docs/front.md: lost.png",
            "docs/front.md: picture.svg",
            "docs/front.md: ",
            "docs/front.md: Picture.svg#L1",
            "docs/front.md: ../target/made.md",
            "docs/front.md: #no-heading",
            "docs/front.md: lost.txt");
  }

  @Test
  void anchorsAreThoseOfGitHub() {
    assertThat(
            Links.anchors(
                """
                # VMM Advisor
                ## What is advised, release by release
                ## `core.decide`: the matrix
                ### From a [copied tree](x.md) to a change
                ## Twice
                ## Twice
                ## 4.92.0 – new_thing & more
                """))
        .containsExactlyInAnyOrder(
            "vmm-advisor",
            "what-is-advised-release-by-release",
            "coredecide-the-matrix",
            "from-a-copied-tree-to-a-change",
            "twice",
            "twice-1",
            "4920--new_thing--more");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
