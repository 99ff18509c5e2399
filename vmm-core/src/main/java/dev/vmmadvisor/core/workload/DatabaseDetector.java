package dev.vmmadvisor.core.workload;

import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.core.workload.ImageKnowledge.Engine;
import dev.vmmadvisor.core.workload.ImageKnowledge.Known;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Detects the databases that containers run. */
final class DatabaseDetector {

  private static final Comparator<Database> ORDER =
      Comparator.comparing(Database::engine)
          .thenComparing(each -> each.storage().map(Storage::ordinal).orElse(Integer.MAX_VALUE));

  private final ImageKnowledge images = ImageKnowledge.builtIn();
  private final ContainerSet project;
  private final ComposeNotices notices;
  private final TreeSet<Database> found = new TreeSet<>(ORDER);
  private final List<String> keys = new ArrayList<>();
  private final List<String> own = new ArrayList<>();
  private boolean complete;
  private Confidence confidence = Confidence.HIGH;

  private DatabaseDetector(ContainerSet project, ComposeNotices notices) {
    this.project = project;
    this.notices = notices;
    this.complete = project.complete();
  }

  /** Evidence of the databases, or empty if nothing is certain. */
  static Optional<Evidence> of(ContainerSet project, ComposeNotices notices) {
    return new DatabaseDetector(project, notices).evidence();
  }

  private Optional<Evidence> evidence() {
    project.containers().forEach(this::look);
    if (!own.isEmpty()) {
      weaken(Confidence.MEDIUM);
      List<String> shown = ComposeNotices.shortened(own);
      notices.add(
          "image-unrecognised",
          Fact.DATABASES.path(),
          "taken for programs of the project's own and for no databases: "
              + String.join(", ", shown),
          "names",
          shown);
    }
    if (!complete) {
      if (found.isEmpty()) {
        return Optional.empty();
      }
      weaken(Confidence.MEDIUM);
    }
    return Optional.of(
        WorkloadFacts.evidence(Fact.DATABASES, List.copyOf(found), project, keys, confidence));
  }

  private void look(Container container) {
    if (container.image().isEmpty()) {
      if (container.built() && container.complete()) {
        unrecognised(container);
      } else {
        complete = false;
        byFolder(container);
      }
      return;
    }
    InterpolatedValue text = container.image().get();
    ImageName name = ImageName.of(text);
    if (name.reference().isEmpty()) {
      complete = false;
      if (name.whole()) {
        notices.add(
            "image-unreadable",
            container.path(),
            ComposeNotices.quoted(text.written()) + " is not the name of an image",
            "value",
            text.written());
      }
      byFolder(container);
      missing(container, text);
      return;
    }
    ImageReference image = name.reference().get();
    Optional<Known<Engine>> engine = images.engine(image);
    if (engine.isPresent()) {
      if (!name.whole() || container.built()) {
        weaken(Confidence.MEDIUM);
      }
      weaken(engine.get().confidence());
      add(container, engine.get().value(), "image");
    } else if (!images.isNoDatabase(image) || container.built()) {
      unrecognised(container);
    }
  }

  private void missing(Container container, InterpolatedValue text) {
    for (String variable : text.missing()) {
      notices.add(
          "compose-variable-missing",
          container.path() + ".image",
          "the image needs the variable " + variable + ", which is not given",
          "reason",
          "image",
          "service",
          container.name(),
          "variable",
          variable);
    }
  }

  private void unrecognised(Container container) {
    if (!byFolder(container)) {
      own.add(container.name());
    }
  }

  /** Whether a container is recognised as a database by a mount alone. */
  private boolean byFolder(Container container) {
    for (Mount mount : container.mounts().orElse(List.of())) {
      Optional<Engine> engine = images.engineOf(mount.target().value());
      if (engine.isPresent()) {
        weaken(Confidence.LOW);
        notices.add(
            "database-by-folder",
            container.path(),
            "the image does not tell that it is a database; the mount at "
                + mount.target().written()
                + " is where "
                + engine.get().name()
                + " has its files",
            "service",
            container.name(),
            "engine",
            engine.get().name(),
            "folder",
            mount.target().written());
        add(container, engine.get(), "volumes");
        return true;
      }
    }
    return false;
  }

  private void add(Container container, Engine engine, String field) {
    Optional<Storage> storage = DataDirectoryResolver.storage(engine, container);
    if (container.mounts().isPresent() && storage.isEmpty()) {
      notices.add(
          "database-storage-unknown",
          container.path(),
          "where " + engine.name() + " has its files is not known",
          "service",
          container.name(),
          "engine",
          engine.name());
    }
    Database.Builder database = Database.builder().engine(engine.name());
    storage.ifPresent(database::storage);
    found.add(database.build());
    keys.add(container.key(field));
  }

  private void weaken(Confidence other) {
    confidence = WorkloadFacts.weaker(confidence, other);
  }
}
