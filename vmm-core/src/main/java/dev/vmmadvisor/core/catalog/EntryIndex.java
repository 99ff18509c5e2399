package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.Lifecycle;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.RuleKind;
import dev.vmmadvisor.api.catalog.Statement;
import dev.vmmadvisor.api.catalog.VmmProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of a document with their paths. */
final class EntryIndex {

  /**
   * An entry that holds for some releases.
   *
   * @param path its path in the document
   * @param releases the releases
   */
  record Entry(String path, VersionRange releases) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, String> paths = new HashMap<>();

  private EntryIndex() {}

  static EntryIndex of(Catalog catalog) {
    EntryIndex subjects = new EntryIndex();
    subjects.addProfiles(catalog.vmms());
    List<FileSharingProfile> fileSharing = catalog.fileSharing();
    for (int i = 0; i < fileSharing.size(); i++) {
      subjects.addLifecycles("$.fileSharing[" + i + "]", fileSharing.get(i).lifecycle());
    }
    subjects.addRules(catalog.rules());
    subjects.addStatements(catalog.statements());
    subjects.addMessages(catalog.messages());
    for (int i = 0; i < catalog.disagreements().size(); i++) {
      subjects.add(
          "$.disagreements[" + i + "]",
          catalog.disagreements().get(i).code(),
          catalog.disagreements().get(i).releases());
    }
    for (int i = 0; i < catalog.guides().size(); i++) {
      subjects.entries.add(new Entry("$.guides[" + i + "]", catalog.guides().get(i).releases()));
    }
    return subjects;
  }

  static EntryIndex of(Layer layer) {
    EntryIndex subjects = new EntryIndex();
    subjects.addProfiles(layer.vmms());
    subjects.addRules(layer.rules());
    subjects.addStatements(layer.statements());
    subjects.addMessages(layer.messages());
    return subjects;
  }

  private void addProfiles(List<VmmProfile> profiles) {
    for (int i = 0; i < profiles.size(); i++) {
      VmmProfile profile = profiles.get(i);
      String path = "$.vmms[" + i + "]";
      paths.putIfAbsent(profile.vmm().id(), path);
      addLifecycles(path, profile.lifecycle());
      for (int n = 0; n < profile.engines().size(); n++) {
        String engine = path + ".engines[" + n + "]";
        add(engine, profile.engines().get(n).code(), profile.engines().get(n).releases());
      }
      for (int n = 0; n < profile.performance().size(); n++) {
        String claim = path + ".performance[" + n + "]";
        add(claim, profile.performance().get(n).code(), profile.performance().get(n).releases());
      }
    }
  }

  private void addLifecycles(String profile, List<Lifecycle> lifecycles) {
    for (int n = 0; n < lifecycles.size(); n++) {
      String path = profile + ".lifecycle[" + n + "]";
      add(path, lifecycles.get(n).code(), lifecycles.get(n).releases());
    }
  }

  private void addRules(List<Rule> rules) {
    Map<RuleKind, Integer> counts = new EnumMap<>(RuleKind.class);
    for (Rule rule : rules) {
      int number = counts.merge(rule.kind(), 1, Integer::sum) - 1;
      add("$." + rule.kind().field() + "[" + number + "]", rule.code(), rule.releases());
    }
  }

  private void addStatements(List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      add("$.statements[" + i + "]", statements.get(i).code(), statements.get(i).releases());
    }
  }

  private void addMessages(List<LogMessage> messages) {
    for (int i = 0; i < messages.size(); i++) {
      add("$.messages[" + i + "]", messages.get(i).code(), messages.get(i).releases());
    }
  }

  private void add(String path, String code, VersionRange releases) {
    entries.add(new Entry(path, releases));
    paths.putIfAbsent(code, path);
  }

  /** The entries that hold for some releases, in the order of the document. */
  List<Entry> entries() {
    return entries;
  }

  /** The path of an entry by its code, or of a profile by its id; empty if it is not there. */
  Optional<String> path(String code) {
    return Optional.ofNullable(paths.get(code));
  }
}
