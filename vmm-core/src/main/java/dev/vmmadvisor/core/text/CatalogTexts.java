package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.FileSharingProfile;
import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.catalog.Vulnerability;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects every text of a catalog that can be translated, by the key of its translation. */
final class CatalogTexts {

  private final Map<String, String> texts = new LinkedHashMap<>();

  private CatalogTexts() {}

  /** {@return the texts by their keys, in the order of the catalog} */
  static Map<String, String> of(Catalog catalog) {
    CatalogTexts all = new CatalogTexts();
    catalog.rules().forEach(all::add);
    catalog.vmms().forEach(all::add);
    catalog.fileSharing().forEach(all::add);
    catalog.messages().forEach(all::add);
    catalog.macOsSupport().forEach(each -> all.texts.put(each.code(), each.text()));
    catalog.statements().forEach(each -> all.texts.put(each.code(), each.text()));
    catalog.disagreements().forEach(each -> all.texts.put(each.code(), each.text()));
    return Collections.unmodifiableMap(all.texts);
  }

  private void add(Rule rule) {
    String code = rule.code();
    texts.put(code, rule.text());
    texts.put(code + ".headline", rule.headline());
    if (rule instanceof KnownIssue issue) {
      issue.workaround().ifPresent(text -> texts.put(code + ".workaround", text));
    }
    if (rule instanceof Vulnerability vulnerability) {
      vulnerability.precondition().ifPresent(text -> texts.put(code + ".precondition", text));
    }
  }

  private void add(VmmProfile profile) {
    texts.put("vmm." + profile.vmm(), profile.text());
    profile.lifecycle().forEach(each -> texts.put(each.code(), each.text()));
    profile.engines().forEach(each -> texts.put(each.code(), each.text()));
    for (PerformanceClaim claim : profile.performance()) {
      texts.put(claim.code(), claim.text());
      for (int i = 0; i < claim.circumstances().size(); i++) {
        texts.put(claim.code() + ".circumstances." + i, claim.circumstances().get(i));
      }
    }
  }

  private void add(FileSharingProfile profile) {
    texts.put("file-sharing." + profile.fileSharing(), profile.text());
    profile.lifecycle().forEach(each -> texts.put(each.code(), each.text()));
  }

  private void add(LogMessage message) {
    texts.put(message.code(), message.text());
    for (int i = 0; i < message.advice().size(); i++) {
      String key = message.code() + ".advice." + i;
      message.advice().get(i).text().ifPresent(text -> texts.put(key, text));
    }
  }
}
