package dev.vmmadvisor.testkit.cases;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads and checks cases: hosts with expectations about their recommendations, as JSON.
 *
 * {@snippet lang=json :
 * {
 *   "cases": [
 *     {
 *       "name": "databases are unknown",
 *       "host": {
 *         "architecture": "arm64",
 *         "macOsVersion": "15.2",
 *         "dockerDesktop": {"version": "4.44.0", "memoryMiB": 8192},
 *         "workload": {"imageArchitectures": ["arm64"]}
 *       },
 *       "goal": "balanced",
 *       "expected": {
 *         "best": "apple-virtualization-framework",
 *         "certainty": "depends",
 *         "missingFacts": ["workload.databases"],
 *         "findings": {"docker-vmm": {"docker-vmm-memory-minimum": "satisfied"}},
 *         "notViolated": {"docker-vmm": ["docker-vmm-databases-on-bind-mounts"]}
 *       }
 *     }
 *   ]
 * }
 * }
 *
 * <p>The fields of a case:
 *
 * <ul>
 *   <li>{@code name}: unique in the document.
 *   <li>{@code host}: a Host document; unknown fields are problems here.
 *   <li>{@code goal}: {@code balanced} by default.
 *   <li>{@code expected}: at least one of the following fields.
 *       <ul>
 *         <li>{@code best}: the id of a VMM, or {@code none}.
 *         <li>{@code certainty}: the certainty of the recommendation.
 *         <li>{@code missingFacts}: all missing facts, in any order.
 *         <li>{@code findings}: for each VMM, codes of rules with the expected outcomes, or {@code
 *             absent} if the rule must have no finding for the VMM.
 *         <li>{@code notViolated}: for each VMM, codes of rules that must not be violated; they may
 *             be absent.
 *       </ul>
 * </ul>
 *
 * <p>The methods are stateless and thread-safe.
 *
 * {@snippet :
 * List<Case> cases = Cases.read(Path.of("src", "test", "cases.json"));
 * Cases.check(cases, advisor);
 * }
 */
public final class Cases {

  private Cases() {}

  /**
   * {@return the cases of a file, in their order; at least one}
   *
   * @param file a document of cases in UTF-8
   * @throws DocumentException if it is not such a document; it lists all problems
   * @throws IOException if the file cannot be read
   */
  public static List<Case> read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return read(Files.readAllBytes(file));
  }

  /**
   * {@return the cases of a stream, such as a resource, in their order; at least one}
   *
   * @param json a document of cases in UTF-8; the stream is read to its end and not closed
   * @throws DocumentException if it is not such a document; it lists all problems
   * @throws IOException if the stream cannot be read
   */
  public static List<Case> read(InputStream json) throws IOException {
    Objects.requireNonNull(json, "json");
    return read(json.readAllBytes());
  }

  /**
   * Checks all cases.
   *
   * @param cases the cases
   * @param advisor the advisor under test
   * @throws AssertionError if a recommendation does not meet its expectations; the message lists
   *     the differences of all cases
   */
  public static void check(List<Case> cases, Advisor advisor) {
    Objects.requireNonNull(cases, "cases");
    Objects.requireNonNull(advisor, "advisor");
    List<String> failed = new ArrayList<>();
    for (Case each : cases) {
      List<String> differences = each.differences(advisor);
      if (!differences.isEmpty()) {
        failed.add(each.name() + ":\n- " + String.join("\n- ", differences));
      }
    }
    if (!failed.isEmpty()) {
      throw new AssertionError(
          failed.size()
              + " of "
              + cases.size()
              + " cases are not as expected:\n"
              + String.join("\n", failed));
    }
  }

  private static List<Case> read(byte[] json) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException e) {
      throw new DocumentException(List.of(new Problem("$", 1, "not UTF-8")));
    }
    return CaseReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }
}
