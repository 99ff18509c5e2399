package dev.vmmadvisor.core.cli;

/** How the runnable jar prints answers. */
enum Format {
  TEXT("text"),
  JSON("json"),
  NDJSON("ndjson");

  private final String id;

  Format(String id) {
    this.id = id;
  }

  @Override
  public String toString() {
    return id;
  }
}
