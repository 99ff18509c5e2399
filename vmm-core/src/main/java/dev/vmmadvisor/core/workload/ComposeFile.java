package dev.vmmadvisor.core.workload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.core.input.JsonInput;
import dev.vmmadvisor.core.input.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Reads a compose file: the JSON that {@code docker compose config --format json} prints, which is
 * the better input, or the YAML that people write. What begins with a brace is JSON. YAML needs the
 * library {@code org.yaml:snakeyaml} on the class path.
 *
 * {@snippet :
 * Path file = Path.of("compose.yaml").toAbsolutePath();
 * ComposeOptions options = ComposeOptions.none().withFolder(file.getParent().toString());
 * Reading reading = ComposeFile.read(Files.readString(file), "compose.yaml", options);
 * Host withWorkload = HostDetector.with(host, reading);
 * System.out.println(VmmAdvisor.recommend(withWorkload));
 * }
 *
 * <p>A reading has evidence for {@link dev.vmmadvisor.api.host.Fact#DATABASES}, {@link
 * dev.vmmadvisor.api.host.Fact#IMAGE_ARCHITECTURES} and {@link
 * dev.vmmadvisor.api.host.Fact#MOUNTS}, as far as the file tells them; the traits of a workload
 * cannot be read from it. It counts what is active: a service with profiles is left out unless one
 * of them is active.
 *
 * <ul>
 *   <li><b>Databases</b> are known by the names of their images, and are those that the built-in
 *       catalog knows. An image that is built, or that is not known, is taken for a program of the
 *       project's own and for no database; confidence is medium then. A service of which only a
 *       mount at the folder of MongoDB or Cassandra tells counts with low confidence. Storage is
 *       {@code bind-mount} if the engine's folder is in a bind, {@code named-volume} if it is in a
 *       volume, in memory, or in no mount at all and so on the VM's own disk, and unknown
 *       otherwise. A folder that the command or the environment names takes the place of the
 *       engine's; one in a file of settings is not seen.
 *   <li><b>Image architectures</b> come from {@code platform}, from the one element of {@code
 *       build.platforms}, from the variable {@code DOCKER_DEFAULT_PLATFORM}, or from the image if
 *       it is known; official images that are there for both kinds of Macs have the architecture of
 *       the Mac.
 *   <li><b>Mounts</b> are {@code home}, {@code external-disk}, {@code network-share} and {@code
 *       nested-volume}: a mount within a bind of the same service.
 * </ul>
 *
 * <p>A list is the whole truth only if everything that is active could be read. Otherwise it has
 * what is certain, with medium confidence, and the notices tell what is not known; if nothing is
 * certain, the fact stays unknown. Architectures are reported in part only if {@code amd64} is
 * among them. The codes of the notices are
 *
 * <ul>
 *   <li>{@code compose-file-not-read}: the file has parts in other files;
 *   <li>{@code compose-service-unreadable}: a service, or a value of it, in no known form;
 *   <li>{@code compose-extends-unreadable}: a service extends one that is not there, or itself;
 *   <li>{@code compose-profile-inactive}: services that were left out;
 *   <li>{@code compose-variable-missing}: a variable that is not given decides a fact;
 *   <li>{@code image-unreadable}: the name of an image is none;
 *   <li>{@code image-unrecognised}: images that were taken for the project's own;
 *   <li>{@code image-needs-more-than-rosetta}: amd64 images that can fail under Rosetta, with their
 *       workload traits; no other traits are read;
 *   <li>{@code database-by-folder}: only a mount tells that there is a database;
 *   <li>{@code database-storage-unknown}: where a database keeps its files is not known;
 *   <li>{@code platform-unreadable}: a platform that tells no architecture;
 *   <li>{@code image-architectures-unknown}: services whose architecture is not known;
 *   <li>{@code mounts-unknown}: mounts of which something is not known.
 * </ul>
 *
 * <p>The methods keep no state and can be called from any number of threads.
 */
public final class ComposeFile {

  private ComposeFile() {}

  /**
   * Reads a compose file.
   *
   * @param text the content of the file, at most 4 MiB of characters; a byte order mark in front is
   *     passed over
   * @param place what the evidence shall name as its place, such as the name of the file
   * @param options what the file does not say
   * @return what it tells
   * @throws DocumentException if the content is no compose file, is too large or too deep, or is
   *     YAML and the library for it is missing
   */
  public static Reading read(String text, String place, ComposeOptions options) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(options, "options");
    ComposeNotices notices = new ComposeNotices();
    ContainerSet project = ComposeServices.read(tree(text), place, options, notices);
    return WorkloadFacts.of(project, options, notices);
  }

  /**
   * Reads a compose file.
   *
   * @param file the file in UTF-8, at most 4 MiB; it is read to its end and not closed
   * @param place what the evidence shall name as its place, such as the name of the file
   * @param options what the file does not say
   * @return what it tells
   * @throws DocumentException if the content is no compose file, is too large or too deep, or is
   *     YAML and the library for it is missing
   * @throws IOException if the stream cannot be read
   */
  public static Reading read(InputStream file, String place, ComposeOptions options)
      throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(options, "options");
    byte[] bytes = file.readNBytes(JsonInput.MAX + 1);
    if (bytes.length > JsonInput.MAX) {
      throw tooLarge();
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(TextEncoding.utf8(bytes)))
              .toString();
    } catch (CharacterCodingException e) {
      throw problem("the document is not in UTF-8");
    }
    return read(text, place, options);
  }

  private static ObjectNode tree(String text) {
    if (text.length() > JsonInput.MAX) {
      throw tooLarge();
    }
    String document = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (document.stripLeading().startsWith("{")) {
      return JsonInput.object(document);
    }
    try {
      return ComposeYaml.read(document);
    } catch (NoClassDefFoundError e) {
      throw problem(
          "the document is YAML, and the library that reads it is not on the class path:"
              + " org.yaml:snakeyaml; accepted without it: what docker compose config --format"
              + " json prints");
    }
  }

  private static DocumentException tooLarge() {
    return problem("the document is too large; accepted: at most " + JsonInput.MAX + " bytes");
  }

  private static DocumentException problem(String message) {
    return new DocumentException(List.of(new Problem("$", 1, message)));
  }
}
