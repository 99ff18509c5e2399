package dev.vmmadvisor.core.text;

import dev.vmmadvisor.api.advice.Obstacle;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Step;
import java.util.List;
import java.util.Map;

/** A plan as a page, or as a part of one. */
final class PlanDocument {

  private final Plan plan;
  private final Messages words;

  PlanDocument(Plan plan, Messages words) {
    this.plan = plan;
    this.words = words;
  }

  Document page() {
    Document page = new Document().lead(lead());
    addSteps(page);
    addObstacles(page);
    if (!plan.undetermined().isEmpty()) {
      page.paragraph(
          words.text(
              "plan.undetermined",
              "vmm",
              words.the(plan.vmm().orElseThrow()),
              "facts",
              words.all(
                  plan.undetermined().stream().map(new FactFormatter(words)::label).toList())));
    }
    DocumentSections.addFailures(page, plan.notices(), words);
    return page;
  }

  /** What the steps lead to. */
  String lead() {
    if (plan.vmm().isEmpty()) {
      return words.text("plan.none");
    }
    String fix = DocumentSections.fix(plan.vmm().get(), plan.notices(), words);
    if (!fix.isEmpty()) {
      return fix;
    }
    String vmm = words.the(plan.vmm().get());
    if (!plan.possible()) {
      return words.text("plan.impossible", "vmm", vmm);
    }
    return switch (plan.steps().size()) {
      case 0 -> words.text("plan.nothing", "vmm", vmm);
      case 1 -> words.text("plan.one-step", "vmm", vmm);
      default -> words.text("plan.steps", "vmm", vmm, "number", plan.steps().size());
    };
  }

  void addSteps(Document page) {
    addSteps(page, plan.steps(), words);
  }

  /** Adds steps with what each costs and risks. */
  static void addSteps(Document page, List<Step> steps, Messages words) {
    int number = 1;
    for (Step step : steps) {
      page.numbered(number++, step.instruction());
      if (step.restarts()) {
        page.subitem(words.text("step.restarts." + step.cost()));
      }
      if (!step.settings().isEmpty()) {
        page.subitem(words.text("step.settings"), settings(step.settings(), words));
      }
      if (!step.atRisk().isEmpty()) {
        page.subitem(words.text("step.at-risk"), words.sentences(step.atRisk()));
      }
      page.subitem(words.text("step.undo"), step.undo());
    }
  }

  /** The steps in short: what to do and what is at risk. */
  void addInstructions(Document page) {
    int number = 1;
    for (Step step : plan.steps()) {
      page.numbered(number++, step.instruction());
      if (!step.atRisk().isEmpty()) {
        page.subitem(words.text("step.at-risk"), words.sentences(step.atRisk()));
      }
    }
  }

  private static String settings(Map<String, Object> settings, Messages words) {
    return words.list(
        settings.entrySet().stream()
            .map(setting -> Document.code(setting.getKey() + ": " + setting.getValue()))
            .toList());
  }

  void addObstacles(Document page) {
    if (plan.obstacles().isEmpty()) {
      return;
    }
    page.heading(words.text("heading.obstacles"));
    for (Obstacle obstacle : plan.obstacles()) {
      page.item(obstacle.message());
    }
  }
}
