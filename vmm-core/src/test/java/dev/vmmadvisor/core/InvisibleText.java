package dev.vmmadvisor.core;

import java.util.List;

/** Characters that outputs must escape, and half characters. */
public final class InvisibleText {

  /** One of each kind, some of them within an escape sequence of a terminal. */
  public static final List<String> PARTS =
      List.of(
          "\u001B[31m",
          "\u009B2J",
          "\u202E",
          "\u2066",
          "\u200B",
          "\uFEFF",
          "\uD800",
          "\uDC00",
          "\uFDD0",
          "\uFDD1",
          "\uE000",
          "\u0000",
          "\u2028",
          "\u0085",
          "\u007F",
          "\uDB40\uDC41");

  private InvisibleText() {}
}
