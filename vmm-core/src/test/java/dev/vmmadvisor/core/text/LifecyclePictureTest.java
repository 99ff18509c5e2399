package dev.vmmadvisor.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.testkit.GoldenFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The picture in the README. */
@Tag("golden")
class LifecyclePictureTest {

  private static final Path PICTURE = Path.of("..", ".github", "lifecycles.svg");
  private static final double READABLE = 4.5; // WCAG 2, level AA

  private final String svg = new LifecyclePicture(Catalogs.builtIn()).svg();

  private Document document() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void theOneInTheRepositoryIsThatOfTheCatalog() {
    GoldenFile.of(PICTURE).matches(svg);
  }

  @Test
  void itTellsInWordsWhatItShows() throws Exception {
    Document picture = document();

    assertThat(picture.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(picture.getDocumentElement().getAttribute("aria-labelledby"))
        .isEqualTo("title desc");
    assertThat(elements(picture, "title"))
        .singleElement()
        .satisfies(title -> assertThat(title.getAttribute("id")).isEqualTo("title"));
    String told = elements(picture, "desc").get(0).getTextContent();
    for (Vmm vmm : Vmm.values()) {
      assertThat(told).contains(vmm.displayName() + ": ");
    }
    assertThat(told)
        .contains(
            "QEMU: legacy from 3.3.1 of 2021-04-15, deprecated from 4.37.0 of 2024-12-12, removed"
                + " from 4.44.0 of 2025-08-07.");
  }

  @Test
  void everyPhaseIsAWordAndNotOnlyAColour() throws Exception {
    Document picture = document();

    List<String> texts =
        elements(picture, "text").stream().map(Element::getTextContent).distinct().toList();

    assertThat(texts)
        .contains("beta", "generally available", "experimental", "legacy", "deprecated", "removed")
        .contains("4.35.0", "4.14.0", "4.37.0", "4.44.0", "2022", "2026");
  }

  @Test
  void nothingLiesOutsideOfIt() throws Exception {
    Document picture = document();
    int width = Integer.parseInt(picture.getDocumentElement().getAttribute("width"));
    int height = Integer.parseInt(picture.getDocumentElement().getAttribute("height"));

    for (Element bar : elements(picture, "rect")) {
      assertThat(number(bar, "x") + number(bar, "width")).isLessThanOrEqualTo(width);
      assertThat(number(bar, "y") + number(bar, "height")).isLessThanOrEqualTo(height);
    }
    for (Element text : elements(picture, "text")) {
      assertThat(number(text, "x")).isBetween(0.0, width - 40.0);
      assertThat(number(text, "y")).isBetween(12.0, height - 4.0);
    }
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void itNeedsNothingButItself() {
    assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
        .doesNotContain("http", "href", "url(", "@import", "<script", "<image", "<foreignObject")
        .contains("@media(prefers-color-scheme:dark)");
  }

  @Test
  void textCanBeReadInTheLightAndInTheDark() {
    for (LifecyclePicture.Scheme scheme : List.of(LifecyclePicture.LIGHT, LifecyclePicture.DARK)) {
      assertThat(contrast(scheme.text(), scheme.page())).isGreaterThan(READABLE);
      assertThat(contrast(scheme.faint(), scheme.page())).isGreaterThan(READABLE);
      scheme
          .bars()
          .forEach(
              (phase, colour) -> {
                assertThat(contrast(scheme.onBar(), colour))
                    .as("text on " + phase)
                    .isGreaterThan(READABLE);
                assertThat(contrast(colour, scheme.page()))
                    .as(phase + " on the page")
                    .isGreaterThan(READABLE);
              });
    }
  }

  /** The contrast of two colours as WCAG 2 reckons it, from 1 to 21. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 255) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
