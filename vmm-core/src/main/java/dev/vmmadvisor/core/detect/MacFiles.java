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
 * The files of a Mac below a root directory, under the paths that the Mac has them at. Nothing
 * outside the root is read, also not through a symbolic link; only regular files are opened; and
 * what is there and cannot be read is reported as a notice. A file that is not there is empty.
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

  /** Where a path of the Mac lies on this machine. */
  static Path under(Path root, String path) {
    return root.resolve(path.startsWith("/") ? path.substring(1) : path);
  }

  /** The content of a file of at most so many bytes. */
  Optional<byte[]> read(String path, int most) {
    return open(path, channel -> all(path, channel, most));
  }

  /** The last bytes of a file, at most so many. */
  Optional<byte[]> end(String path, int most) {
    return open(
        path,
        channel -> {
          channel.position(Math.max(0, channel.size() - most));
          return Optional.of(bytes(channel, most));
        });
  }

  /** Whether something is there; empty if that cannot be determined. */
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

  /** Whether there is a regular file, and no link to one. */
  boolean isFile(String path) {
    return Files.isRegularFile(under(root, path), LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether there is a folder, and no link to one. */
  boolean isFolder(String path) {
    return Files.isDirectory(under(root, path), LinkOption.NOFOLLOW_LINKS);
  }

  /** The names in a folder, in order; none if it is not there or cannot be read. */
  List<String> names(String path) {
    return namesIfReadable(path).orElse(List.of());
  }

  /** The names in a folder, in order; empty if it is not there or cannot be read. */
  Optional<List<String>> namesIfReadable(String path) {
    // of very many the first ones by name, so that the answer does not depend on the file system
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

  /** Whether a name can be made into a path again, which the encoding of a locale can prevent. */
  private boolean isPath(String name) {
    try {
      return root.resolve(name).endsWith(name);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Uses an open file. */
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

  private Optional<byte[]> all(String path, SeekableByteChannel channel, int most)
      throws IOException {
    byte[] bytes = bytes(channel, most + 1);
    if (bytes.length > most) {
      unreadable(path, "too-large", "it has more than " + most + " bytes");
      return Optional.empty();
    }
    return Optional.of(bytes);
  }

  private static byte[] bytes(SeekableByteChannel channel, int most) throws IOException {
    InputStream stream = Channels.newInputStream(channel);
    return stream.readNBytes(most);
  }

  /** The file itself, links followed, as long as it lies below the root. */
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
      if (!isRootDenied) { // and so is everything in it
        isRootDenied = true;
        unreadable("/", "denied", "permission to read it is denied");
      }
    } else if (e instanceof AccessDeniedException) {
      unreadable(path, "denied", "permission to read it is denied");
    } else if (e instanceof OutsideRootException) {
      unreadable(path, "outside", "it is a link to somewhere that is not looked at");
    } else {
      // the message of a file system begins with a path of this machine
      String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
      unreadable(path, "failed", String.valueOf(reason));
    }
  }

  private void unreadable(String path, String reason, String message) {
    notices.accept(ProjectFiles.unreadable(path, reason, message));
  }

  /** A link leads out of the root, or nowhere. */
  private static final class OutsideRootException extends IOException {
    private static final long serialVersionUID = 1L;

    OutsideRootException(String path) {
      super(path);
    }
  }
}
