package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.host.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Files that are read because they lie beside a file that the user named, or because that file
 * names them. Only a regular file inside the folder of the named file is read, also where symbolic
 * links lead to it: who wrote the folder must not choose another file of the reader.
 */
public final class ProjectFiles {

  /** A file that is there and must not be read. */
  public static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A stable word for why it is refused. */
    private final String reason;

    RefusedException(String reason, String message) {
      super(message);
      this.reason = reason;
    }

    /** {@return a stable word for why: {@code outside}, {@code not-a-file} or {@code too-large}} */
    public String reason() {
      return reason;
    }
  }

  private ProjectFiles() {}

  /**
   * {@return the notice {@code unreadable-file} about a file that is there and cannot be read}
   *
   * @param file the path of the file
   * @param reason a stable word for why
   * @param message why, in English
   */
  public static Notice unreadable(String file, String reason, String message) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("reason", reason);
    parameters.put("file", file);
    parameters.put("detail", message);
    return new Notice(
        "unreadable-file", "", parameters, file + " is there and cannot be read: " + message);
  }

  /**
   * Reads a file.
   *
   * @param named the file that the user named
   * @param name the path of the other file, from the folder of that one
   * @param most the most bytes of it
   * @return its content, or empty if there is none
   * @throws RefusedException if it is outside the folder, no regular file, or too large
   * @throws IOException if it cannot be read
   */
  public static Optional<byte[]> read(Path named, String name, int most) throws IOException {
    Objects.requireNonNull(named, "named");
    Objects.requireNonNull(name, "name");
    Path lexical = named.toAbsolutePath().getParent();
    if (lexical == null) {
      return Optional.empty();
    }
    Path folder;
    Path file;
    try {
      folder = lexical.toRealPath();
      file = folder.resolve(name).toRealPath();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (!file.startsWith(folder)) {
      throw new RefusedException("outside", "it is a link that leads out of the folder");
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new RefusedException("not-a-file", "it is no regular file");
    }
    try (InputStream stream =
        Channels.newInputStream(
            Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      byte[] content = stream.readNBytes(most + 1);
      if (content.length > most) {
        throw new RefusedException("too-large", "it has more than " + most + " bytes");
      }
      return Optional.of(content);
    }
  }
}
