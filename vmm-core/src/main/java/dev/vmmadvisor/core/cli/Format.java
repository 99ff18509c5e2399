package dev.vmmadvisor.core.cli;

/** How the runnable jar prints answers. */
enum Format {
  TEXT("text"),
  MARKDOWN("markdown"),
  JSON("json"),
  NDJSON("ndjson");

  /** The formats of answers that are not streamed. */
  static final Format[] OF_ONE = {TEXT, MARKDOWN, JSON};

  private final String id;

  Format(String id) {
    this.id = id;
  }

  @Override
  public String toString() {
    return id;
  }
}
