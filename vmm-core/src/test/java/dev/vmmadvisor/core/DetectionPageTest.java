package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.CommandRunner;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.core.detect.HostDetector;
import dev.vmmadvisor.core.text.Document;
import dev.vmmadvisor.core.text.LanguageRenderer;
import dev.vmmadvisor.testkit.FakeMac;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was found on a Mac, in words. */
@Tag("golden")
class DetectionPageTest {

  @TempDir private Path folder;

  /** A restart is pending: the settings ask for the framework, and Docker VMM runs. */
  private Detection pendingRestart() throws IOException {
    FakeMac mac =
        FakeMac.m1With8Gb()
            .settings(
                """
                {
                  "SettingsVersion": 43,
                  "UseLibkrun": false,
                  "UseVirtualizationFramework": true,
                  "MemoryMiB": "much"
                }
                """)
            .createIn(folder);
    return HostDetector.of(mac.root(), mac.commands()).withHome(mac.home()).detection();
  }

  /** Of a copied tree nobody knows what runs, and not everything is found in it. */
  private Detection copiedTree() throws IOException {
    FakeMac mac = FakeMac.sparseSettings().createIn(folder);
    return HostDetector.of(mac.root(), CommandRunner.none())
        .withKnown(Host.builder().macOsVersion(Version.parse("14.1")).chip("Apple M2").build())
        .detection();
  }

  @Test
  void aMacWithAPendingRestart() throws IOException {
    Detection detection = pendingRestart();

    Golden.assertMatches("detection/pending-restart.txt", page(detection, Locale.ENGLISH).text());
    Golden.assertMatches(
        "detection/pending-restart.md", page(detection, Locale.ENGLISH).markdown());
    Golden.assertMatches(
        "detection/pending-restart.zh-CN.txt", page(detection, Locale.SIMPLIFIED_CHINESE).text());
  }

  @Test
  void aCopiedTreeWithDefaults() throws IOException {
    Detection detection = copiedTree();

    Golden.assertMatches("detection/copied-tree.txt", page(detection, Locale.ENGLISH).text());
    Golden.assertMatches(
        "detection/copied-tree.zh-CN.txt", page(detection, Locale.SIMPLIFIED_CHINESE).text());
  }

  @Test
  void whatIsNotFoundIsNamedAndNothingElse() {
    String text = page(HostDetector.combine(List.of()), Locale.ENGLISH).text();

    assertThat(text)
        .startsWith("Nothing is known about this Mac. To get advice, supply at least these facts:")
        .contains("\n\nNot found: operating system, architecture, chip,")
        .doesNotContain("Facts:", "Notices:", "Docker Desktop runs", "does not run");
  }

  @Test
  void oneFactIsOne() {
    Evidence windows =
        new Evidence(
            Fact.OPERATING_SYSTEM,
            "windows",
            new Origin(Origin.Kind.GIVEN, "what was given", ""),
            Confidence.LOW);
    Detection detection = HostDetector.combine(List.of(new Reading(List.of(windows), List.of())));

    assertThat(page(detection, Locale.ENGLISH).text())
        .startsWith(
            """
            This host runs windows, and this advice is for Docker Desktop for Mac only. One
            of 18 facts was found.

            Facts:
            - operating system windows
              From what was given (low confidence).
            """);
    assertThat(page(detection, Locale.SIMPLIFIED_CHINESE).text())
        .contains("在 18 项情况中\n找到了 1 项。\n")
        .contains("来源：给定的信息（可信度低）。");
  }

  @Test
  void whatAFileSaysIsNoMarkUp() {
    Evidence chip =
        new Evidence(
            Fact.CHIP,
            "Apple *M1* \u001B[2J",
            new Origin(Origin.Kind.FILE, "/a`b\nc", "k*"),
            Confidence.HIGH);
    Detection detection = HostDetector.combine(List.of(new Reading(List.of(chip), List.of())));

    Document page = page(detection, Locale.ENGLISH);
    assertThat(page.markdown()).contains("Apple \\*M1\\*").doesNotContain("\u001B");
    assertThat(page.text()).doesNotContain("\u001B").contains("- chip Apple *M1*");
  }

  private static Document page(Detection detection, Locale locale) {
    return new LanguageRenderer(Catalogs.builtIn(), locale).page(detection);
  }
}
