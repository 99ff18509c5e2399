package dev.vmmadvisor.core.apply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** File operations on the default file system. */
final class DefaultFileOperations implements FileOperations {

  static final FileOperations REAL = new DefaultFileOperations();

  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private DefaultFileOperations() {}

  @Override
  public Kind kind(Path path) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException absent) {
      requireFolderAbove(path);
      return Kind.ABSENT;
    }
    if (attributes.isSymbolicLink()) {
      return Kind.LINK;
    }
    return attributes.isRegularFile() ? Kind.FILE : Kind.OTHER;
  }

  /** Newer JDKs report "no such file" even if a parent of the path is not a folder. */
  private static void requireFolderAbove(Path path) throws IOException {
    Path above = path.toAbsolutePath().getParent();
    while (above != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
      above = above.getParent();
    }
    if (above != null && !Files.isDirectory(above)) {
      throw new NotDirectoryException(above.toString());
    }
  }

  @Override
  public byte[] read(Path file, int maxBytes) throws IOException {
    try (InputStream input =
        Channels.newInputStream(
            Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      return input.readNBytes(maxBytes + 1);
    }
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    FileAttribute<?>[] attributes =
        isPosix(file)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (FileChannel channel = FileChannel.open(file, NEW, attributes)) {
      ByteBuffer unwritten = ByteBuffer.wrap(content);
      while (unwritten.hasRemaining()) {
        channel.write(unwritten);
      }
      channel.force(true);
    }
  }

  @Override
  public void copyAttributes(Path from, Path to) throws IOException {
    if (isPosix(from)) {
      PosixFileAttributes wanted = posix(from).readAttributes();
      PosixFileAttributeView view = posix(to);
      PosixFileAttributes present = view.readAttributes();
      if (!present.owner().equals(wanted.owner())) {
        view.setOwner(wanted.owner());
      }
      if (!present.group().equals(wanted.group())) {
        view.setGroup(wanted.group());
      }
      view.setPermissions(wanted.permissions());
    }
    copyExtendedAttributes(from, to);
  }

  private static void copyExtendedAttributes(Path from, Path to) {
    try {
      UserDefinedFileAttributeView source =
          Files.getFileAttributeView(from, UserDefinedFileAttributeView.class);
      UserDefinedFileAttributeView target =
          Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
      if (source == null || target == null) {
        return;
      }
      for (String name : source.list()) {
        ByteBuffer value = ByteBuffer.allocate(source.size(name));
        source.read(name, value);
        target.write(name, value.flip());
      }
    } catch (IOException | UnsupportedOperationException ignored) {
      // optional attributes, which do not affect the settings
    }
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void force(Path folder) throws IOException {
    if (isPosix(folder)) { // other systems cannot open a folder
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  private static PosixFileAttributeView posix(Path file) {
    return Files.getFileAttributeView(
        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isPosix(Path path) {
    FileSystem system = path.getFileSystem();
    return system.supportedFileAttributeViews().contains("posix");
  }
}
