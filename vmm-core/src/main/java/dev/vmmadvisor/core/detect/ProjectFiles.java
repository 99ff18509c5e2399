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
 * Reads files beside a file that the user named, or files that it refers to. Only a regular file
 * inside the folder of the named file is read, even if symbolic links lead to it. The author of a
 * project must not be able to select other files of the user.
 */
public final class ProjectFiles {

  /** A file that exists and must not be read. */
  public static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A stable word for the reason. */
    private final String reason;

    RefusedException(String reason, String message) {
      super(message);
      this.reason = reason;
    }

    /**
     * {@return a stable word for the reason: {@code outside}, {@code not-a-file} or {@code
     * too-large}}
     */
    public String reason() {
      return reason;
    }
  }

  private ProjectFiles() {}

  /**
   * {@return the notice {@code unreadable-file} about a file that exists and cannot be read}
   *
   * @param file the path of the file
   * @param reason a stable word for the reason
   * @param message the reason in English
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
   * @param name the path of the other file, relative to the folder of {@code named}
   * @param maxBytes the maximum size in bytes
   * @return its content, or empty if the file does not exist
   * @throws RefusedException if the file is outside the folder, not a regular file, or too large
   * @throws IOException if the file cannot be read
   */
  public static Optional<byte[]> read(Path named, String name, int maxBytes) throws IOException {
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
      byte[] content = stream.readNBytes(maxBytes + 1);
      if (content.length > maxBytes) {
        throw new RefusedException("too-large", "it has more than " + maxBytes + " bytes");
      }
      return Optional.of(content);
    }
  }
}
