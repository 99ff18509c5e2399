package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.List;

/** Notices in words. */
final class NoticeFormatter {

  private final CatalogTranslations texts;
  private final Messages words;
  private final FactFormatter facts;

  NoticeFormatter(Messages words, CatalogTranslations texts) {
    this.texts = texts;
    this.words = words;
    this.facts = new FactFormatter(words);
  }

  /** The words of a notice; its own if its code, or the reason in it, is not known. */
  String message(Notice notice) {
    Object reason = notice.parameters().get("reason");
    String key = "notice." + notice.code() + (reason == null ? "" : "." + reason);
    if (!words.has(key)) { // of a statement of the catalog, or of somebody else
      return texts.text(notice.code(), notice.message());
    }
    if (notice.code().equals("contradicting-facts")) {
      return words.text(key, "facts", words.all(statements(notice)));
    }
    List<Object> values = new ArrayList<>();
    notice
        .parameters()
        .forEach(
            (name, value) -> {
              values.add(name);
              values.add(value instanceof List<?> list ? list(list) : value);
            });
    return words.text(key, values.toArray());
  }

  /** The facts that the parameters of a notice name, with their values. */
  private List<String> statements(Notice notice) {
    List<String> statements = new ArrayList<>();
    for (Fact fact : Fact.values()) {
      Object value = notice.parameters().get(fact.path());
      if (value != null) {
        statements.add(facts.statement(fact, value));
      }
    }
    return statements;
  }

  private String list(List<?> list) {
    return words.list(
        list.stream()
            .map(
                element ->
                    element instanceof Fact fact
                        ? facts.label(fact)
                        : element instanceof Vmm vmm ? words.the(vmm) : element.toString())
            .toList());
  }
}
