package dev.vmmadvisor.core.report;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.Rule;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The fragments of a catalog that a text contains. An occurrence inside a longer fragment does not
 * count, so that "qemu: uncaught target signal 11" is not also "signal 11". Immutable.
 */
final class Signatures {

  private final LogText text;
  private final Set<String> found;

  private Signatures(LogText text, Set<String> found) {
    this.text = text;
    this.found = found;
  }

  static Signatures of(Catalog catalog, LogText text) {
    Set<String> fragments = new LinkedHashSet<>();
    for (Rule rule : catalog.rules()) {
      if (rule instanceof KnownIssue issue) {
        fragments.addAll(issue.signatures());
        fragments.addAll(issue.hints());
      }
    }
    for (LogMessage message : catalog.messages()) {
      fragments.addAll(message.signatures());
    }
    return new Signatures(text, in(text, fragments));
  }

  private static Set<String> in(LogText text, Set<String> fragments) {
    List<String> longestFirst =
        fragments.stream()
            .sorted(Comparator.comparingInt((String each) -> plain(each).length()).reversed())
            .toList();
    Set<String> found = new LinkedHashSet<>();
    BitSet taken = new BitSet();
    BitSet ofThisLength = new BitSet();
    int length = -1;
    for (String fragment : longestFirst) {
      String plain = plain(fragment);
      if (plain.isEmpty()) {
        break;
      }
      if (plain.length() != length) { // fragments of one length do not contain each other
        taken.or(ofThisLength);
        ofThisLength.clear();
        length = plain.length();
      }
      for (int index = text.find(plain, 0); index >= 0; index = text.find(plain, index + 1)) {
        if (taken.nextClearBit(index) < index + length) {
          found.add(fragment);
          ofThisLength.set(index, index + length);
        }
      }
    }
    return found;
  }

  private static String plain(String fragment) {
    return LogText.plain(fragment).strip();
  }

  /** Whether the text contains all of some fragments, each anywhere. */
  boolean hasAll(List<String> fragments) {
    return !fragments.isEmpty()
        && fragments.stream().allMatch(fragment -> text.find(plain(fragment), 0) >= 0);
  }

  /** The fragments of a list that the text contains. */
  List<String> among(List<String> fragments) {
    return fragments.stream().filter(found::contains).toList();
  }
}
