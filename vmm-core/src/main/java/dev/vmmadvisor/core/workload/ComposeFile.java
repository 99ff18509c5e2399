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
 * Reads a compose file, as JSON or YAML. The JSON that {@code docker compose config --format json}
 * prints is preferred, because Compose has resolved it. A file that begins with a brace is JSON.
 * YAML needs the library {@code org.yaml:snakeyaml} on the class path.
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
 * dev.vmmadvisor.api.host.Fact#MOUNTS}, if the file determines them. The only traits that are read
 * are those of known amd64 images. Only active services count: a service with profiles is ignored
 * unless one of them is active.
 *
 * <ul>
 *   <li><b>Databases</b> are recognised by image name; only those of the built-in catalog count. An
 *       image that is built or unknown is assumed to be the project's own and not a database, which
 *       lowers the confidence to medium. A service that is recognised only by a mount at the data
 *       folder of MongoDB or Cassandra has low confidence. Storage is {@code bind-mount} if the
 *       data folder is in a bind. It is {@code named-volume} if the data folder is in a volume, in
 *       memory, or in no mount and therefore on the VM's disk. Otherwise it is unknown. A data
 *       folder in the command or the environment replaces the default of the engine; one in a
 *       configuration file is not read.
 *   <li><b>Image architectures</b> come from {@code platform}, from the only element of {@code
 *       build.platforms}, from the variable {@code DOCKER_DEFAULT_PLATFORM}, or from the image if
 *       it is known. Official images for both architectures of Macs have the architecture of the
 *       Mac.
 *   <li><b>Mounts</b> are {@code home}, {@code external-disk}, {@code network-share} and {@code
 *       nested-volume}: a mount within a bind of the same service.
 * </ul>
 *
 * <p>A list is complete only if every active service could be read. Otherwise it has the elements
 * that are certain, with medium confidence, and notices name the unknown parts. If nothing is
 * certain, the fact stays unknown. An incomplete list of architectures is used only if it has
 * {@code amd64}. The codes of the notices are
 *
 * <ul>
 *   <li>{@code compose-file-not-read}: the file has parts in other files;
 *   <li>{@code compose-service-unreadable}: a service, or a value of it, has an unknown form;
 *   <li>{@code compose-extends-unreadable}: a service extends itself or one that does not exist;
 *   <li>{@code compose-profile-inactive}: services that are not active;
 *   <li>{@code compose-variable-missing}: a fact depends on a variable that is not set;
 *   <li>{@code image-unreadable}: the name of an image is invalid;
 *   <li>{@code image-unrecognised}: images that are assumed to be the project's own;
 *   <li>{@code image-needs-more-than-rosetta}: amd64 images that can fail under Rosetta, with their
 *       workload traits; no other traits are read;
 *   <li>{@code database-by-folder}: a database is recognised only by a mount;
 *   <li>{@code database-storage-unknown}: the storage of a database is unknown;
 *   <li>{@code platform-unreadable}: a platform without an architecture;
 *   <li>{@code image-architectures-unknown}: services whose architecture is unknown;
 *   <li>{@code mounts-unknown}: mounts that are not fully known.
 * </ul>
 *
 * <p>This class is stateless and thread-safe.
 */
public final class ComposeFile {

  private ComposeFile() {}

  /**
   * Reads a compose file.
   *
   * @param text the content of the file, at most 4,194,304 characters; a leading byte order mark is
   *     skipped
   * @param place the place that the evidence names, such as the name of the file
   * @param options what the file does not contain
   * @return the facts of the file
   * @throws DocumentException if the content is not a compose file, is too large or too deep, or is
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
   * @param place the place that the evidence names, such as the name of the file
   * @param options what the file does not contain
   * @return the facts of the file
   * @throws DocumentException if the content is not a compose file, is too large or too deep, or is
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
