package dev.vmmadvisor.core.report;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.VmmProfile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** The names of VMMs in logs. Immutable. */
final class EngineNames {

  /** A name in a text, with the index of its first occurrence. */
  record Named(String name, Vmm vmm, int index) {}

  private record Name(String name, String plain, Vmm vmm) {}

  private final List<Name> longestFirst;

  EngineNames(Catalog catalog) {
    List<Name> names = new ArrayList<>();
    for (VmmProfile profile : catalog.vmms()) {
      for (String name : profile.logNames()) {
        String plain = LogText.plain(name).strip();
        if (!plain.isEmpty()) {
          names.add(new Name(name, plain, profile.vmm()));
        }
      }
    }
    names.sort(Comparator.comparingInt((Name name) -> name.plain().length()).reversed());
    this.longestFirst = List.copyOf(names);
  }

  /**
   * The names in a text, each once, in the order of their first occurrence. A name inside a longer
   * name does not count.
   */
  List<Named> in(LogText text) {
    List<Named> found = new ArrayList<>();
    BitSet taken = new BitSet();
    for (Name name : longestFirst) {
      int first = -1;
      int length = name.plain().length();
      for (int index = text.word(name.plain(), 0);
          index >= 0;
          index = text.word(name.plain(), index + length)) {
        if (!taken.get(index)) {
          taken.set(index, index + length);
          first = first < 0 ? index : first;
        }
      }
      if (first >= 0) {
        found.add(new Named(name.name(), name.vmm(), first));
      }
    }
    found.sort(Comparator.comparingInt(Named::index));
    return found;
  }
}
