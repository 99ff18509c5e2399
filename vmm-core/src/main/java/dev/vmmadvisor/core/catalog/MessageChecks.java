package dev.vmmadvisor.core.catalog;

import dev.vmmadvisor.api.catalog.KnownIssue;
import dev.vmmadvisor.api.catalog.LogMessage;
import dev.vmmadvisor.api.catalog.Rule;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks that signatures are specific enough to identify a message. */
final class MessageChecks {

  private static final int MIN_FRAGMENTS = 2; // of a combination
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private final LintContext lint;

  MessageChecks(LintContext lint) {
    this.lint = lint;
  }

  void check() {
    for (Rule rule : lint.catalog().rules()) {
      if (rule instanceof KnownIssue issue) {
        checkSignatures(issue.code(), "signatures", issue.signatures());
      }
    }
    for (LogMessage message : lint.catalog().messages()) {
      checkSignatures(message.code(), "signatures", message.signatures());
      String path = lint.entryIndex().path(message.code()).orElse(null);
      if (path == null) {
        continue;
      }
      if (message.signatures().isEmpty() && message.together().isEmpty()) {
        lint.add(path, "nothing recognises it; accepted: at least one signature");
      }
      if (!message.together().isEmpty() && message.together().size() < MIN_FRAGMENTS) {
        lint.add(
            path + ".together",
            "there is one fragment; accepted: at least " + MIN_FRAGMENTS + ", or a signature");
      }
      message
          .vmm()
          .filter(message.notVmms()::contains)
          .ifPresent(
              vmm -> lint.add(path + ".notVmms", LintContext.quoted(vmm) + " is the one that ran"));
    }
  }

  private void checkSignatures(String code, String field, List<String> signatures) {
    String path = lint.entryIndex().path(code).orElse(null);
    for (int i = 0; path != null && i < signatures.size(); i++) {
      String signature = plain(signatures.get(i));
      for (String generic : lint.catalog().genericFragments()) {
        if (plain(generic).contains(signature)) {
          lint.add(
              path + "." + field + "[" + i + "]",
              LintContext.quoted(signatures.get(i))
                  + " is too general, as "
                  + LintContext.quoted(generic)
                  + " has many causes; accepted: a longer fragment");
          break;
        }
      }
    }
  }

  private static String plain(String fragment) {
    return WHITE_SPACE.matcher(fragment.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
  }
}
