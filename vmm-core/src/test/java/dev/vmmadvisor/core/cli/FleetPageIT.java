package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page of a fleet in a real browser; skipped where there is none. */
class FleetPageIT {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  @TempDir private Path folder;
  private final List<ChromeDriver> browsers = new ArrayList<>();
  private JsonNode report = new ObjectMapper().nullNode();

  @BeforeEach
  void makeThePage() throws IOException {
    assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER), "no browser");
    Path fleet = FleetCommandTest.fleet(folder, 120);
    Outcome outcome =
        Outcome.elsewhere(
            "", "fleet", fleet.toString(), "--format", "json", "--report", page().toString());
    report = outcome.json();
  }

  private Path page() {
    return folder.resolve("fleet.html");
  }

  @AfterEach
  void close() {
    browsers.forEach(ChromeDriver::quit);
  }

  private ChromeDriver open() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + folder.resolve("browser"));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriver browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    browsers.add(browser);
    browser.get(page().toUri().toString());
    return browser;
  }

  private static List<WebElement> shown(ChromeDriver browser) {
    return browser.findElements(By.cssSelector("#groups tbody tr:not([hidden])"));
  }

  private static List<Long> hosts(ChromeDriver browser) {
    return shown(browser).stream()
        .map(row -> Long.parseLong(row.findElement(By.cssSelector("td.number")).getText()))
        .toList();
  }

  @Test
  void theNumbersAreThoseOfTheDocumentAndNothingIsComplainedAbout() {
    ChromeDriver browser = open();

    assertThat(browser.findElement(By.id("hosts")).getText())
        .isEqualTo(report.path("hosts").asText());
    List<Long> expected = new ArrayList<>();
    report.path("groups").forEach(group -> expected.add(group.path("hosts").asLong()));
    assertThat(hosts(browser)).isEqualTo(expected);
    assertThat(browser.findElements(By.cssSelector("svg.timeline rect"))).isNotEmpty();
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  @Test
  void theTableIsFilteredAndSortedByKeyboard() {
    ChromeDriver browser = open();
    int all = shown(browser).size();

    WebElement button = browser.findElement(By.cssSelector("#groups thead th:last-child button"));
    button.sendKeys(Keys.ENTER);
    assertThat(hosts(browser)).isSorted();
    assertThat(
            browser
                .findElement(By.cssSelector("#groups thead th:last-child"))
                .getAttribute("aria-sort"))
        .isEqualTo("ascending");

    browser.findElement(By.id("filter")).sendKeys("qemu 4.43.2");
    assertThat(shown(browser)).isNotEmpty().hasSizeLessThan(all);
    assertThat(shown(browser)).allMatch(row -> row.getText().contains("4.43.2"));
    assertThat(browser.findElement(By.id("shown")).getText())
        .isEqualTo(String.valueOf(shown(browser).size()));
  }
}
