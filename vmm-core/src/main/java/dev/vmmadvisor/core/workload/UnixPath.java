package dev.vmmadvisor.core.workload;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths of a Mac and of a container, as texts. */
final class UnixPath {

  /** The longest path that is read, in characters; Linux takes 4096 bytes. */
  static final int MAX = 4_096;

  private UnixPath() {}

  /** An absolute path without empty parts, {@code .}, {@code ..} and a slash at the end. */
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

  /** Whether a normal path is a folder or is somewhere in it. */
  static boolean isIn(String path, String folder) {
    return path.equals(folder) || isBeneath(path, folder);
  }

  /** Whether a normal path is somewhere in a folder. */
  static boolean isBeneath(String path, String folder) {
    return folder.equals("/")
        ? path.length() > 1
        : path.length() > folder.length()
            && path.startsWith(folder)
            && path.charAt(folder.length()) == '/';
  }
}
