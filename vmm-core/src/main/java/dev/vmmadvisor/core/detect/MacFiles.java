package dev.vmmadvisor.core.detect;

import dev.vmmadvisor.api.host.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The files of a Mac below a root directory, by their paths on the Mac. Nothing outside the root is
 * read, not even through a symbolic link. Only regular files are opened. A file that exists and
 * cannot be read becomes a notice. A file that does not exist is empty.
 */
final class MacFiles {

  private static final int MAX_ENTRIES = 10_000; // of a folder

  private final Path root;
  private final Consumer<Notice> notices;
  private boolean isRootDenied;

  MacFiles(Path root, Consumer<Notice> notices) {
    this.root = root;
    this.notices = notices;
  }

  /** The path on this machine of a path of the Mac. */
  static Path under(Path root, String path) {
    return root.resolve(path.startsWith("/") ? path.substring(1) : path);
  }

  /** The content of a file of at most the given number of bytes. */
  Optional<byte[]> read(String path, int maxBytes) {
    return open(path, channel -> all(path, channel, maxBytes));
  }

  /** The last bytes of a file, at most the given number. */
  Optional<byte[]> end(String path, int maxBytes) {
    return open(
        path,
        channel -> {
          channel.position(Math.max(0, channel.size() - maxBytes));
          return Optional.of(bytes(channel, maxBytes));
        });
  }

  /** Whether a path exists; empty if that cannot be determined. */
  Optional<Boolean> exists(String path) {
    try {
      int name = path.lastIndexOf('/');
      Files.readAttributes(
          real(path.substring(0, name)).resolve(path.substring(name + 1)),
          BasicFileAttributes.class,
          LinkOption.NOFOLLOW_LINKS);
      return Optional.of(true);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.of(false);
    } catch (IOException | InvalidPathException e) {
      unreadable(path, e);
      return Optional.empty();
    }
  }

  /** Whether a path is a regular file and not a link to one. */
  boolean isFile(String path) {
    return Files.isRegularFile(under(root, path), LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether a path is a folder and not a link to one. */
  boolean isFolder(String path) {
    return Files.isDirectory(under(root, path), LinkOption.NOFOLLOW_LINKS);
  }

  /** The names in a folder, sorted; none if it does not exist or cannot be read. */
  List<String> names(String path) {
    return namesIfReadable(path).orElse(List.of());
  }

  /** The names in a folder, sorted; empty if it does not exist or cannot be read. */
  Optional<List<String>> namesIfReadable(String path) {
    // A listing that is cut has the first names in order, so that the answer does not depend on the
    // file system.
    TreeSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(real(path))) {
      boolean isCut = false;
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (!isPath(name)) {
          unreadable(path, "name", "the name of a file in it cannot be read in this locale");
          continue;
        }
        names.add(name);
        if (names.size() > MAX_ENTRIES) {
          names.pollLast();
          isCut = true;
        }
      }
      if (isCut) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("folder", path);
        parameters.put("most", MAX_ENTRIES);
        notices.accept(
            new Notice(
                "too-many-files",
                "",
                parameters,
                path + " has more than " + MAX_ENTRIES + " files; only the first were looked at"));
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    } catch (DirectoryIteratorException e) {
      unreadable(path, Objects.requireNonNull(e.getCause()));
      return Optional.empty();
    } catch (IOException | InvalidPathException e) {
      unreadable(path, e);
      return Optional.empty();
    }
    return Optional.of(List.copyOf(names));
  }

  /** Whether a name can be converted back to a path; the encoding of a locale can prevent that. */
  private boolean isPath(String name) {
    try {
      return root.resolve(name).endsWith(name);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** An operation on an open file. */
  @FunctionalInterface
  private interface Use {
    Optional<byte[]> of(SeekableByteChannel channel) throws IOException;
  }

  private Optional<byte[]> open(String path, Use use) {
    try {
      Path file = real(path);
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        unreadable(path, "not-a-file", "it is no regular file");
        return Optional.empty();
      }
      try (SeekableByteChannel channel =
          Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
        return use.of(channel);
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    } catch (IOException | InvalidPathException e) {
      unreadable(path, e);
      return Optional.empty();
    }
  }

  private Optional<byte[]> all(String path, SeekableByteChannel channel, int maxBytes)
      throws IOException {
    byte[] bytes = bytes(channel, maxBytes + 1);
    if (bytes.length > maxBytes) {
      unreadable(path, "too-large", "it has more than " + maxBytes + " bytes");
      return Optional.empty();
    }
    return Optional.of(bytes);
  }

  private static byte[] bytes(SeekableByteChannel channel, int maxBytes) throws IOException {
    InputStream stream = Channels.newInputStream(channel);
    return stream.readNBytes(maxBytes);
  }

  /** The file itself, with links resolved, if it is below the root. */
  private Path real(String path) throws IOException {
    Path top = root.toRealPath();
    Path lexical = under(top, path).normalize();
    Path real;
    try {
      real = lexical.toRealPath();
    } catch (NoSuchFileException e) {
      for (Path each = lexical; each != null && each.startsWith(top); each = each.getParent()) {
        if (Files.isSymbolicLink(each) && !leadsBelow(top, each)) {
          throw new OutsideRootException(path);
        }
      }
      throw e;
    }
    if (!real.startsWith(top)) {
      throw new OutsideRootException(path);
    }
    return real;
  }

  private static boolean leadsBelow(Path top, Path link) throws IOException {
    try {
      return link.toRealPath().startsWith(top);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private void unreadable(String path, Exception e) {
    if (e instanceof AccessDeniedException && !Files.isExecutable(root)) {
      if (!isRootDenied) { // reported once, as everything in it is denied as well
        isRootDenied = true;
        unreadable("/", "denied", "permission to read it is denied");
      }
    } else if (e instanceof AccessDeniedException) {
      unreadable(path, "denied", "permission to read it is denied");
    } else if (e instanceof OutsideRootException) {
      unreadable(path, "outside", "it is a link to somewhere that is not looked at");
    } else {
      // The message of a file system exception begins with a path of this machine.
      String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
      unreadable(path, "failed", String.valueOf(reason));
    }
  }

  private void unreadable(String path, String reason, String message) {
    notices.accept(ProjectFiles.unreadable(path, reason, message));
  }

  /** A link leads out of the root, or to a path that does not exist. */
  private static final class OutsideRootException extends IOException {
    private static final long serialVersionUID = 1L;

    OutsideRootException(String path) {
      super(path);
    }
  }
}
