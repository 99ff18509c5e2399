package dev.vmmadvisor.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links of documents in Markdown: whether those inside of a repository lead somewhere, to a
 * file and, with a {@code #}, to a heading. Anchors of headings are made as GitHub makes them.
 */
final class Links {

  private static final Pattern FENCE =
      Pattern.compile("^ *(```+|~~~+).*?^ *\\1 *$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final List<Pattern> LINKS =
      List.of(
          Pattern.compile("\\]\\( *<?([^)\\s>]*)>?(?:\\s+\"[^\"]*\")? *\\)"),
          Pattern.compile("^ {0,3}\\[[^\\]\n]+\\]: *<?([^\\s>]+)>?", Pattern.MULTILINE),
          Pattern.compile("\\b(?:href|src|srcset)=\"([^\"]*)\""));
  private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?) *#*$", Pattern.MULTILINE);
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
  private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_ -]");

  private final Path root;

  private Links(Path root) {
    this.root = root;
  }

  /** What is broken below a folder: the document, then the link, in one line each. */
  static List<String> broken(Path root) throws IOException {
    List<String> broken = new ArrayList<>();
    Links links = new Links(root.toRealPath());
    for (Path document : Documentation.markdown(root.toRealPath())) {
      for (String link : links(Files.readString(document))) {
        if (!links.leadsSomewhere(document, link)) {
          broken.add(links.root.relativize(document) + ": " + link);
        }
      }
    }
    return broken;
  }

  /** The links of a document, but for those in code. */
  static List<String> links(String markdown) {
    String text = CODE.matcher(FENCE.matcher(markdown).replaceAll("")).replaceAll("`code`");
    List<String> links = new ArrayList<>();
    for (Pattern pattern : LINKS) {
      Matcher link = pattern.matcher(text);
      while (link.find()) {
        links.add(link.group(1));
      }
    }
    return links;
  }

  /** The anchors of a document. */
  static Set<String> anchors(String markdown) {
    Set<String> anchors = new TreeSet<>();
    Map<String, Integer> seen = new HashMap<>();
    Matcher heading = HEADING.matcher(FENCE.matcher(markdown).replaceAll(""));
    while (heading.find()) {
      String anchor = anchor(heading.group(1));
      int before = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? anchor : anchor + "-" + before);
    }
    return anchors;
  }

  private static String anchor(String heading) {
    String text = heading.replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
    return NOT_IN_ANCHORS
        .matcher(text.toLowerCase(Locale.ROOT))
        .replaceAll("")
        .strip()
        .replace(' ', '-');
  }

  private boolean leadsSomewhere(Path document, String link) throws IOException {
    if (SCHEME.matcher(link).matches()) {
      return true; // not inside of the repository
    }
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = document;
    if (!path.isEmpty()) {
      target =
          path.startsWith("/") ? root.resolve(path.substring(1)) : document.resolveSibling(path);
    }
    target = target.normalize();
    return !link.isEmpty()
        && isThere(target)
        && (hash < 0 || anchorsOf(target).contains(link.substring(hash + 1)));
  }

  /** Whether a file is in the repository and written so, also where case does not matter. */
  private boolean isThere(Path target) throws IOException {
    return target.startsWith(root)
        && Files.exists(target)
        && target.toRealPath(LinkOption.NOFOLLOW_LINKS).endsWith(root.relativize(target))
        && !root.relativize(target).startsWith(".git")
        && !List.of(root.relativize(target).toString().split("[/\\\\]")).contains("target");
  }

  private static Set<String> anchorsOf(Path target) throws IOException {
    return target.toString().endsWith(".md") ? anchors(Files.readString(target)) : Set.of();
  }
}
