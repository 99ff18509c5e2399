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

/** The entries of a document, with their paths. */
final class EntryIndex {

  /**
   * An entry for a range of releases.
   *
   * @param path the path in the document
   * @param releases the releases
   */
  record Entry(String path, VersionRange releases) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, String> paths = new HashMap<>();

  private EntryIndex() {}

  static EntryIndex of(Catalog catalog) {
    EntryIndex index = new EntryIndex();
    index.addProfiles(catalog.vmms());
    List<FileSharingProfile> fileSharing = catalog.fileSharing();
    for (int i = 0; i < fileSharing.size(); i++) {
      index.addLifecycles("$.fileSharing[" + i + "]", fileSharing.get(i).lifecycle());
    }
    index.addRules(catalog.rules());
    index.addStatements(catalog.statements());
    index.addMessages(catalog.messages());
    for (int i = 0; i < catalog.disagreements().size(); i++) {
      index.add(
          "$.disagreements[" + i + "]",
          catalog.disagreements().get(i).code(),
          catalog.disagreements().get(i).releases());
    }
    for (int i = 0; i < catalog.guides().size(); i++) {
      index.entries.add(new Entry("$.guides[" + i + "]", catalog.guides().get(i).releases()));
    }
    return index;
  }

  static EntryIndex of(Layer layer) {
    EntryIndex index = new EntryIndex();
    index.addProfiles(layer.vmms());
    index.addRules(layer.rules());
    index.addStatements(layer.statements());
    index.addMessages(layer.messages());
    return index;
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

  /** The entries with releases, in the order of the document. */
  List<Entry> entries() {
    return entries;
  }

  /** The path of an entry by code, or of a profile by id; empty if it does not exist. */
  Optional<String> path(String code) {
    return Optional.ofNullable(paths.get(code));
  }
}
