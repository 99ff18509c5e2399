package dev.vmmadvisor.core.workload;

import java.util.ArrayDeque;
import java.util.Deque;

/** Operations on paths of a Mac or a container, as texts. */
final class UnixPath {

  /** The maximum length of a path that is read, in characters; Linux accepts 4096 bytes. */
  static final int MAX = 4_096;

  private UnixPath() {}

  /** Normalises an absolute path: no empty parts, {@code .}, {@code ..} or trailing slash. */
  static String normal(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  /** Whether a normalised path is a folder or is below it. */
  static boolean isIn(String path, String folder) {
    return path.equals(folder) || isBeneath(path, folder);
  }

  /** Whether a normalised path is below a folder. */
  static boolean isBeneath(String path, String folder) {
    return folder.equals("/")
        ? path.length() > 1
        : path.length() > folder.length()
            && path.startsWith(folder)
            && path.charAt(folder.length()) == '/';
  }
}
