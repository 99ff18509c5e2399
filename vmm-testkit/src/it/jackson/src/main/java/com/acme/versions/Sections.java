package com.acme.versions;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes to a file what the library makes of many inputs, in sections. The file has to be the same
 * with every supported version of Jackson.
 */
public final class Sections {

  /** Makes the text of a section. */
  @FunctionalInterface
  interface Text {
    Object make() throws IOException;
  }

  private final PrintStream out;
  private final String folder;

  private Sections(PrintStream out, Path folder) {
    this.out = out;
    this.folder = folder.toString();
  }

  /**
   * Runs the program.
   *
   * @param args a folder with documents of VMM Advisor, and an empty folder that gets the file
   */
  public static void main(String[] args) throws IOException {
    Path documents = Path.of(args[0]);
    Path output = Path.of(args[1], "sections.txt");
    Path folder = Files.createDirectory(Path.of(args[1], "work"));
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(output), false, StandardCharsets.UTF_8)) {
      Sections sections = new Sections(out, folder);
      new Answers(sections).print();
      new Inputs(sections, documents, folder).print();
      new Limits(sections).print();
    }
  }

  /** Adds a section. */
  void add(String name, Text text) {
    out.println("=== " + name);
    out.println(result(text));
  }

  /** A text, or the error that is thrown instead. */
  String result(Text text) {
    String result;
    try {
      result = String.valueOf(text.make());
    } catch (IOException | RuntimeException e) {
      result = e.toString();
    }
    return result.replace(folder, "FOLDER");
  }
}
