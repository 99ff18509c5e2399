package dev.vmmadvisor.core.apply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Everything that a change does to a disk, one operation at a time. No operation follows links. */
interface FileOperations {

  /** What is at a path. */
  enum Kind {
    ABSENT,
    FILE,
    LINK,
    OTHER
  }

  /** What is at a path, a symbolic link being one itself. */
  Kind kind(Path path) throws IOException;

  /** The content of a file, cut one byte after the most that is wanted. */
  byte[] read(Path file, int most) throws IOException;

  /** The entries of a folder, in no order. */
  List<Path> list(Path folder) throws IOException;

  /**
   * Writes a new file, which only its owner can read, through to the disk.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the path exists; it is not changed
   */
  void write(Path file, byte[] content) throws IOException;

  /** Gives a file the owner, mode and, as far as possible, extended attributes of another one. */
  void copyAttributes(Path from, Path to) throws IOException;

  /** Puts a file in the place of another one in the same folder, at once or not at all. */
  void move(Path from, Path to) throws IOException;

  /** Writes the entries of a folder through to the disk. */
  void force(Path folder) throws IOException;

  /** Deletes a file, if it is there. */
  void delete(Path file) throws IOException;
}
