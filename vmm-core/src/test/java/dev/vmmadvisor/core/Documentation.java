package dev.vmmadvisor.core;

import dev.vmmadvisor.testkit.GoldenFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is written for people: the README of the repository and those of its modules. */
public final class Documentation {

  /** The top of the repository. */
  public static final Path ROOT = Path.of("..");

  /** The README at the front, and one for each module. */
  public static final List<Path> READMES =
      List.of(
          ROOT.resolve("README.md"),
          ROOT.resolve("vmm-api/README.md"),
          ROOT.resolve("vmm-core/README.md"),
          ROOT.resolve("vmm-testkit/README.md"));

  private static final Set<String> NOT_OURS = Set.of("target", ".git");

  private static final Pattern BLOCK =
      Pattern.compile("^ *```([a-z]*) ?([^\n]*)\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE);

  /**
   * A block of code.
   *
   * @param language its language; empty if none is named
   * @param file the file it is the content of; empty if it is none
   * @param text its lines
   */
  public record Block(String language, String file, String text) {}

  private Documentation() {}

  /** Whether what was recorded is to be written anew, as golden files are. */
  public static boolean isUpdate() {
    return System.getProperty(GoldenFile.PROPERTY, "").equals(GoldenFile.UPDATE);
  }

  /** Puts what is printed now in the place of what was recorded. */
  public static void update(Path document, String recorded, String now) throws IOException {
    Files.writeString(document, Files.readString(document).replace(recorded, now));
  }

  /** All READMEs, one after the other. */
  public static String readmes() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path readme : READMES) {
      all.append(Files.readString(readme)).append('\n');
    }
    return all.toString();
  }

  /** The blocks of code in a document in Markdown. */
  public static List<Block> blocks(String markdown) {
    return BLOCK.matcher(markdown).results().map(Documentation::block).toList();
  }

  /** Writes the files whose content a document shows by their names alone. */
  public static void writeFiles(String markdown, Path folder) throws IOException {
    for (Block block : blocks(markdown)) {
      if (!block.file().isEmpty() && !block.file().contains("/")) {
        Files.writeString(folder.resolve(block.file()), block.text());
      }
    }
  }

  private static Block block(MatchResult found) {
    return new Block(found.group(1), found.group(2), found.group(3));
  }

  /** Every document in Markdown below a folder, in order; nothing that a build made. */
  static List<Path> markdown(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found.stream().sorted().toList();
  }
}
