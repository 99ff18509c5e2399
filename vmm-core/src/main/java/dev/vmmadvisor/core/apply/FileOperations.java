package dev.vmmadvisor.core.apply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The file operations of a change, one at a time. No operation follows links. */
interface FileOperations {

  /** The kind of entry at a path. */
  enum Kind {
    ABSENT,
    FILE,
    LINK,
    OTHER
  }

  /** The kind of entry at a path; a symbolic link is not resolved. */
  Kind kind(Path path) throws IOException;

  /** The content of a file, cut one byte after the given limit. */
  byte[] read(Path file, int maxBytes) throws IOException;

  /** The entries of a folder, in no particular order. */
  List<Path> list(Path folder) throws IOException;

  /**
   * Writes a new file, readable only by its owner, and flushes it to disk.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the path exists; it stays unchanged
   */
  void write(Path file, byte[] content) throws IOException;

  /** Copies the owner, mode and, if possible, extended attributes of a file to another one. */
  void copyAttributes(Path from, Path to) throws IOException;

  /** Moves a file atomically over another one in the same folder. */
  void move(Path from, Path to) throws IOException;

  /** Flushes the entries of a folder to disk. */
  void force(Path folder) throws IOException;

  /** Deletes a file, if it exists. */
  void delete(Path file) throws IOException;
}
