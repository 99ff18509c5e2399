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
 * Reads and runs cases: hosts with the advice that is expected for them, as data.
 *
 * {@snippet lang=json :
 * {
 *   "cases": [
 *     {
 *       "name": "nothing is known of the databases",
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
 * <p>{@code name} is unique in the document; {@code host} is a Host document, here without fields
 * that are not known; {@code goal} is {@code balanced} if it is left out. Of {@code expected} every
 * field can be left out, but not all: {@code best} is the id of a VMM or {@code none}; {@code
 * missingFacts} are all of them, in any order; {@code findings} has for a VMM codes with their
 * outcomes, or {@code absent} where no rule of that code is about the VMM; {@code notViolated} has
 * for a VMM codes that may have any outcome but {@code violated}, or none.
 *
 * <p>The methods keep no state and can be called from any number of threads.
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
   * @throws DocumentException if it is not such a document; it names all problems
   * @throws IOException if the file cannot be read
   */
  public static List<Case> read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return read(Files.readAllBytes(file));
  }

  /**
   * {@return the cases of a stream, such as a resource, in their order; at least one}
   *
   * @param json a document of cases in UTF-8; it is read to its end and not closed
   * @throws DocumentException if it is not such a document; it names all problems
   * @throws IOException if the stream cannot be read
   */
  public static List<Case> read(InputStream json) throws IOException {
    Objects.requireNonNull(json, "json");
    return read(json.readAllBytes());
  }

  /**
   * Checks cases, all of them.
   *
   * @param cases the cases
   * @param advisor gives the advice
   * @throws AssertionError if the advice is not as expected; the message lists every difference of
   *     every case
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
