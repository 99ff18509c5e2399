package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits that SECURITY.md states are those of the code, and each row is there once. */
class SecurityLimitsTest {

  private static final Path DOCUMENT = Path.of("..", ".github", "SECURITY.md");

  /** The rows of the table of limits: the input, and what is said of it. */
  private static Map<String, String> rows() throws IOException {
    List<String> lines = Files.readAllLines(DOCUMENT);
    int table = lines.indexOf("| input | limits |");
    return lines.subList(table + 2, lines.size()).stream()
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|"))
        .collect(Collectors.toMap(cells -> cells[1].strip(), cells -> cells[2].strip()));
  }

  @Test
  void everyInputStandsThereOnce() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(15); // and no duplicate key
  }

  @ParameterizedTest
  @CsvSource({
    "Host documents, api.json.HostReader, MAX, %s",
    "Catalog and Layer documents, api.json.DocumentReader, MAX, %s",
    "'Host, Catalog and Layer documents', api.json.DocumentReader, MAX_DEPTH, %s levels",
    "'Host, Catalog and Layer documents', api.json.DocumentReader, MAX_TEXT, texts of %s",
    "'Host, Catalog and Layer documents', api.json.DocumentReader, MAX_NAME, names of %s",
    "'Host, Catalog and Layer documents', api.json.DocumentReader, MAX_NUMBER, numbers of %s",
    "Host documents, api.json.HostReader, MAX_VALUES, %s fields",
    "'Host, Catalog and Layer documents', api.json.Problems, MAX, %s problems",
    "'Host, Catalog and Layer documents', core.catalog.LintContext, MAX_PROBLEMS, %s problems",
    "notices of a Host document and of an answer, api.internal.FirstOnes, MAX, the first %s",
    "lists that findings repeat, core.decision.ShownValues, MAX, %s elements",
    "lists that findings repeat, core.decision.ShownValues, MAX_CHARACTERS, %s characters",
    "a line with a Host document, core.cli.RecommendCommand, MAX_LINE, %s",
    "'settings files, `admin-settings.json`, what `docker` and `system_profiler` print',"
        + " core.input.JsonInput, MAX, %s",
    "'settings files, `admin-settings.json`, what `docker` and `system_profiler` print',"
        + " core.detect.DetectionRun, MAX_FILE, %s",
    "property lists, core.detect.DetectionRun, MAX_PROPERTY_LIST, %s",
    "Docker Desktop's log, core.detect.BackendLog, MAX, its last %s",
    "text to diagnose, core.report.LogText, MAX, %s",
    "text to diagnose, core.cli.HostCommand, MAX_LOG, %s",
    "'a copied tree, or a folder of collected files', core.detect.MacFiles, MAX_ENTRIES, %s names",
    "'a copied tree, or a folder of collected files', core.detect.CollectedFiles, MAX, about %s",
    "a command, api.detect.CommandOutput, MAX, %s of output",
    "an inventory in JSON, core.inventory.JsonElementStream, MAX, %s values",
    "an inventory in JSON, core.inventory.HostRowSet, MAX, %s rows",
    "an inventory in CSV, core.inventory.CsvRecords, MAX, %s of characters",
    "problems of an inventory, core.inventory.Inventory, MAX, the first %s",
    "compose files, core.workload.ComposeYaml, DEEPEST, %s levels",
    "compose files, core.workload.ComposeYaml, MAX_ALIASES, %s aliases",
    "compose files, core.workload.ComposeYaml, MAX_VALUES, %s values",
    "compose files, core.workload.ComposeServices, MAX_SERVICES, %s services",
    "compose files, core.workload.ComposeServices, MAX_CHAIN, chains of %s",
    "constraints in code, core.decision.GuardedConstraints, MAX_TEXT, texts of %s",
    "constraints in code, api.catalog.Verdict$Violated, MAX_REMEDIES, %s remedies",
  })
  void aLimitIsThatOfTheCode(String input, String type, String constant, String said)
      throws IOException, ReflectiveOperationException {
    Field field = Class.forName("dev.vmmadvisor." + type).getDeclaredField(constant);
    field.setAccessible(true);
    Object value = field.get(null);

    assertThat(rows()).containsKey(input);
    assertThat(rows().get(input)).containsPattern("(?<![0-9,])" + said.formatted(written(value)));
  }

  private static String written(Object value) {
    if (value instanceof Duration duration) {
      return duration.toSeconds() + " seconds";
    }
    int number = (Integer) value;
    int mib = 1024 * 1024;
    return number >= mib && number % mib == 0
        ? number / mib + " MiB"
        : number >= 64 * 1024 && number % 1024 == 0
            ? number / 1024 + " KiB"
            : String.format(Locale.ROOT, "%,d", number);
  }
}
